import type { DepartmentDefinition } from '../../definition/schema/department.js';
import { FUNDS } from '../../definition/schema/funds.js';
import { EXPENDITURE_NATURES, EXPENSE_KINDS, type ExpenditureNature } from '../../definition/schema/kinds.js';
import { BY_FUND, type FactShape, type FactTable, type Leaves, type Path } from './cube.js';

/** 基本支出 may be split, where the form prints 人员经费 and 公用经费 by 项. */
export const BY_ITEM: readonly FactShape[] = [
  { 科目: '功能分类', 性质: EXPENDITURE_NATURES, ...BY_FUND },
  { 科目: '功能分类', 性质: ['基本支出'], 经费: EXPENSE_KINDS, ...BY_FUND },
];

type Item = Pick<DepartmentDefinition['支出'][number], '科目' | ExpenditureNature>;

/** Lines by 项, with 基本支出, 项目支出 and the other kinds of each. */
export function addItems(items: readonly Item[] = [], leaves: Leaves, path: Path): void {
  items.forEach((item, index) => {
    const { 科目: code } = item;
    for (const nature of EXPENDITURE_NATURES) leaves.addYear({ 科目: code, 性质: nature }, item[nature], [...path, index, nature]);
    for (const kind of EXPENSE_KINDS)
      leaves.addYear({ 科目: code, 性质: '基本支出', 经费: kind }, item.基本支出?.[kind], [...path, index, '基本支出', kind]);
  });
}

export const revenueAndExpenditure = {
  收入: {
    note: '收入，本年的和上年结转的',
    places: ['收入/**'],
    shapes: [
      { 资金: FUNDS, 时段: ['上年结转'] },
      { 资金: ['一般公共预算', '财政专户管理资金', '单位资金'], 时段: ['当年'] },
      { 资金: ['政府性基金预算', '国有资本经营预算'], 时段: ['当年'], 科目: '收入分类' },
    ],
    collect: ({ content: { 收入: revenue } }, leaves) => {
      for (const fund of ['一般公共预算', '财政专户管理资金', '单位资金'] as const)
        leaves.addFund({ 资金: fund, 时段: '当年' }, revenue[fund], ['收入', fund]);
      for (const fund of ['政府性基金预算', '国有资本经营预算'] as const)
        revenue[fund]?.forEach(({ 科目: code, 金额: amount }, index) => {
          leaves.add({ 资金: fund, 时段: '当年', 科目: code }, amount, ['收入', fund, index, '金额']);
        });
      leaves.addFunds({ 时段: '上年结转' }, revenue.上年结转, ['收入', '上年结转']);
    },
  },
  支出: {
    note: '支出，按功能分类项级科目；本年预算安排的和上年结转安排的',
    places: ['支出/*/科目', '支出/*/名称', ...EXPENDITURE_NATURES.map((nature) => `支出/*/${nature}/**`)],
    shapes: BY_ITEM,
    collect: ({ content }, leaves) => addItems(content.支出, leaves, ['支出']),
  },
  年终结转: {
    note: '结转下年的金额',
    places: ['年终结转/**'],
    shapes: [BY_FUND],
    collect: ({ content }, leaves) => leaves.addYear({}, content.年终结转, ['年终结转']),
  },
} satisfies Readonly<Record<string, FactTable>>;
