import type { Measure } from '../../profile/table-schema.js';

/** What a text may say there is none of, and the money that would contradict it: of this year, and of last year where it is stated. */
export interface Denial {
  readonly 事项: string;
  readonly 写法: string;
  readonly 取数: Measure;
  readonly 上年取数?: Measure | undefined;
}

const item = (name: string, words: string): Denial => ({
  事项: name,
  写法: `/${words}/`,
  取数: { 表: '三公经费', 三公项目: name, 年份: '本年' },
  上年取数: { 表: '三公经费', 三公项目: name, 年份: '上年' },
});

const fund = (name: string, words: string): Denial => ({ 事项: name, 写法: `/${words}/`, 取数: { 表: '收入', 资金: name } });

/** The program's own; a profile adds its own under 没有的说法. */
export const DENIALS: readonly Denial[] = [
  item('公务用车购置费', '(?:公务用?车|车辆|公车)(?:的)?(?:购置|更新)|购(?:置|买)?(?:公务用?车|车辆|公车|新车)|购车'),
  item('公务用车运行维护费', '公务用?车运行维护|公车运行|车辆运行维护'),
  item('公务接待费', '公务接待|接待(?:任务|安排|计划|费用?|活动)'),
  item('因公出国（境）费', '(?:因公)?出国(?:（境）|\\(境\\))?(?:任务|安排|计划|费用?|团组|活动)?|因公出[国境]'),
  { 事项: '政府采购', 写法: '/政府采购(?:预算|安排|支出)?(?!项目)/', 取数: { 表: '政府采购' } },
  { 事项: '项目支出', 写法: '/项目支出(?:预算|安排)?/', 取数: { 表: '支出', 性质: '项目支出' } },
  { 事项: '机关运行经费', 写法: '/机关运行经费(?:预算|安排|支出)?/', 取数: { 表: '机关运行经费', 年份: '本年' } },
  { 事项: '上年结转', 写法: '/上年结转(?:结余|资金|收入|支出)?/', 取数: { 表: '收入', 时段: '上年结转' } },
  { 事项: '结转下年', 写法: '/(?:结转下年|年终结转)(?:资金|支出)?/', 取数: { 表: '年终结转' } },
  { 事项: '公务用车', 写法: '/公务用?车(?!辆?(?:购置|更新|运行|改革))|公车(?!购置|更新|运行|改革)/', 取数: { 表: '车辆' } },
  fund('政府性基金预算', '政府性基金(?:预算)?(?:拨款)?(?:收入|支出|安排)?'),
  fund('国有资本经营预算', '国有资本经营预算(?:拨款)?(?:收入|支出|安排)?'),
  fund('财政专户管理资金', '财政专户管理资金(?:收入|支出|安排)?'),
  fund('单位资金', '(?<!其他)单位资金(?:收入|支出|安排)?'),
];
