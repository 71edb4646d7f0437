import type { z } from 'zod';
import type { AmountUnit } from '../../money/units.js';
import { amount, choice, section, text } from '../fields.js';

/** The tables of figures of which a published total may be stated. */
export const TOTALLED = [
  '收入',
  '支出',
  '年终结转',
  '基本支出经济分类',
  '项目支出',
  '三公经费',
  '机关运行经费',
  '上年预算',
  '上年执行',
  '上年支出',
  '政府采购',
  '明细',
] as const;

/** By what a published total says what it adds up, in the words of 取数. */
export const TOTAL_CONDITIONS = [
  '科目',
  '政府科目',
  '性质',
  '资金',
  '时段',
  '来源',
  '经费',
  '三公项目',
  '年份',
  '单位',
  '项目',
  '类别',
  '种类',
  '明细',
  '栏目',
] as const;

const EXAMPLES: Readonly<Record<(typeof TOTAL_CONDITIONS)[number], string>> = {
  科目: '20701',
  政府科目: '501',
  性质: '基本支出',
  资金: '一般公共预算',
  时段: '当年',
  来源: '事业收入',
  经费: '人员经费',
  三公项目: '公务接待费',
  年份: '本年',
  单位: '虚构市示例区图书馆',
  项目: '文物保护',
  类别: '特定目标类',
  种类: '货物',
  明细: '会议',
  栏目: '金额',
};

const condition = (name: (typeof TOTAL_CONDITIONS)[number]) =>
  text(name)
    .optional()
    .meta({ title: name, newYear: 'keep', description: `只加${name}是这个的；不写则不分${name}。`, example: EXAMPLES[name] });

/**
 * A total as it was published, where the amounts below it are only known as rounded as they were printed: their sum may
 * differ from it by the rounding, and no made-up 分 could be told from true ones. What it has beyond its parts counts in it
 * and in every total that it is part of.
 */
export const publishedTotal = (unit: AmountUnit) =>
  section({
    表: choice(TOTALLED).meta({ title: '表', newYear: 'keep', description: '哪一类数的合计，同报表的“取数”。' }),
    ...({
      ...Object.fromEntries(TOTAL_CONDITIONS.map((name) => [name, condition(name)])),
    } as Record<(typeof TOTAL_CONDITIONS)[number], ReturnType<typeof condition>>),
    金额: amount(unit, { negative: true }).meta({ title: '公布的合计', description: `公布的表里印的合计（${unit}）。` }),
  });

export type PublishedTotal = z.output<ReturnType<typeof publishedTotal>>;
