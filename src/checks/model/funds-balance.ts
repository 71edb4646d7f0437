import type { Budget } from '../../budget/budget.js';
import { type Query, UNSPLIT } from '../../budget/query.js';
import { FUNDS, UNIT_FUND_SOURCES } from '../../definition/schema/funds.js';
import type { Check, Comparison } from '../check.js';
import { compare, sideOf, sumSide } from '../shared/sides.js';

/**
 * 符合：
 *     收入.单位资金: 45000
 *     年终结转: {单位资金: 5000}
 *     核对数: 删除
 * 不符（收入/单位资金）：
 *     收入.单位资金: 30000
 *     收入.财政专户管理资金: 40000
 * 不符（收入/单位资金/事业收入）：
 *     收入.单位资金: {事业收入: 30000, 其他收入: 10000}
 *     收入.上年结转.单位资金: {其他收入: 6000}
 *     支出[1].项目支出.单位资金: {事业收入: 20000, 其他收入: 20000}
 *     支出[1].项目支出.上年结转.单位资金: {其他收入: 6000}
 *     项目[2].资金.单位资金: {事业收入: 20000, 其他收入: 20000}
 *     项目[2].资金.上年结转.单位资金: {其他收入: 6000}
 */
export const fundsBalance: Check = {
  code: 'funds-balance',
  sameAmountAs: ['basic-expenditure-equals-economic', 'project-expenditure-equals-projects', 'revenue-equals-expenditure'],
  group: '勾稽关系',
  severity: '错误',
  perMember: true,
  rule: '每一种资金的本年收入，应等于用它安排的当年支出加年终结转；单位资金分来源填写的，逐个来源相等。',
  relations: ['T2-1', 'T2-2', 'T4-1', 'T4-2', 'T4-3', 'T5-1', 'T7-1'],
  basis: '财预〔2016〕143号：收入总体情况表、支出总体情况表、财政拨款收支总体情况表',
  run: ({ budget }) => [...FUNDS.flatMap((fund) => balance(budget, fund, { 资金: fund })), ...sourceBalances(budget)],
};

/** 单位资金 that are split by source balance source by source: else a form that lists the sources shows two different sums. */
function sourceBalances(budget: Budget): Comparison[] {
  const where = { 资金: '单位资金', 来源: UNSPLIT } as const;
  const unsplit = (['收入', '支出', '年终结转'] as const).some((cube) => !budget.total({ cube, where }).value.isZero());
  return unsplit ? [] : UNIT_FUND_SOURCES.flatMap((source) => balance(budget, source, { 资金: '单位资金', 来源: source }));
}

function balance(budget: Budget, name: string, of: Query['where']): Comparison[] {
  const where = { ...of, 时段: '当年' };
  const revenue = budget.total({ cube: '收入', where });
  const uses = [budget.total({ cube: '支出', where }), budget.total({ cube: '年终结转', where })];
  if (revenue.value.isZero() && uses.every((use) => use.value.isZero())) return [];
  return [
    compare({
      left: sideOf(`${name}本年收入`, revenue, ['收入']),
      right: sumSide(`${name}安排的当年支出和年终结转`, uses, ['支出']),
      hint: `核对“支出”里各科目的${name}，以及“收入”里的${name}，有没有填错资金来源。`,
    }),
  ];
}
