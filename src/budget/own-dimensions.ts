import type { OwnField } from '../definition/schema/own-data.js';
import { DIMENSIONS, type Dimension } from './dimensions.js';

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
