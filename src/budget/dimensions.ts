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
