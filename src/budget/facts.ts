import { statedPath } from '../document/figure.js';
import type { Figure, SourcePath } from './figure.js';

/** The fact tables of a budget. Profiles name them in 取数, so their names are Chinese. */
export const CUBES = [
  '收入',
  '支出',
  '年终结转',
  '基本支出经济分类',
  '项目支出',
  '上年项目支出',
  '三公经费',
  '机关运行经费',
  '上年预算',
  '上年执行',
  '上年支出',
  '上年执行支出',
  '政府采购',
  '政府采购预留',
  '车辆',
  '资产',
  '计划购置',
  '明细',
  '自有数据',
] as const;
export type Cube = (typeof CUBES)[number];

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

/** One stated leaf: a figure with its place in a fact table. */
export interface Fact extends Figure {
  readonly cube: Cube;
  readonly dimensions: Dimensions;
}

/** Makes a fact; its label tells the table and where in it. Every fact has the unit that states it, unless it names another. */
export function fact(cube: Cube, dimensions: Dimensions, figure: Pick<Figure, 'value' | 'unit'>, source: SourcePath, unit: string): Fact {
  const id = statedPath(source.file, source.path);
  const label = `${cube}（${Object.values(dimensions).join('，')}）`;
  const about = { 表: cube, ...dimensions };
  return { id, label, ...figure, origin: { kind: 'stated', source }, about, cube, dimensions: { 单位: unit, ...dimensions } };
}
