import type { OwnField } from '../definition/schema/own-data.js';

/** What a fact is about. 科目 is a code, of which a prefix names the parent. Words name them in this order. */
export const DIMENSIONS = [
  '科目',
  '政府科目',
  '性质',
  '资金',
  '时段',
  '三公项目',
  '年份',
  '单位',
  '项目',
  '类别',
  '经费',
  '种类',
  '来源',
  '明细',
  '栏目',
  '条目',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];
export type Dimensions = Readonly<Partial<Record<Dimension, string>>>;

/** The dimension that a column of 明细 gives its facts: it has the name of one, or codes of a list that one holds. */
export function columnDimension(name: string, field: OwnField | undefined): Dimension | undefined {
  if (field?.类型 === '功能分类') return '科目';
  if (field?.类型 === '政府经济分类') return '政府科目';
  return DIMENSIONS.find((dimension) => dimension === name && !OWN.includes(dimension));
}

const OWN: readonly Dimension[] = ['明细', '栏目', '条目'];

/** The columns of a list, or single fields, that are figures. */
export const figureFields = (fields: Readonly<Record<string, OwnField>> = {}): string[] =>
  Object.keys(fields).filter((name) => fields[name]?.类型 === '金额' || fields[name]?.类型 === '数量');

/** Single fields that are texts. */
export const ownTextFields = (fields: Readonly<Record<string, OwnField>> = {}): string[] =>
  Object.keys(fields).filter((name) => !figureFields(fields).includes(name));
