import { FUNDS } from '../../definition/schema/funds.js';
import type { Check } from '../check.js';
import { compare, sideOf, sumSide } from '../shared/sides.js';

/**
 * 符合：
 *     收入.上年结转.单位资金: 8000
 *     年终结转: {上年结转: {单位资金: 2000}}
 *     核对数: 删除
 * 不符（收入/上年结转/一般公共预算）：
 *     收入.上年结转: {一般公共预算: 46000, 单位资金: 10000}
 */
export const carryoverBalances: Check = {
  code: 'carryover-balances',
  group: '勾稽关系',
  severity: '错误',
  perMember: true,
  rule: '每一种资金的上年结转，应等于用上年结转安排的支出加其中继续结转下年的部分。',
  relations: ['T1-4', 'T7-1'],
  basis: '财预〔2016〕143号：收支总体情况表',
  run: ({ budget }) =>
    FUNDS.flatMap((fund) => {
      const where = { 资金: fund, 时段: '上年结转' };
      const revenue = budget.total({ cube: '收入', where });
      const uses = [budget.total({ cube: '支出', where }), budget.total({ cube: '年终结转', where })];
      if (revenue.value.isZero() && uses.every((use) => use.value.isZero())) return [];
      return compare({
        left: sideOf(`${fund}上年结转收入`, revenue, ['收入', '上年结转']),
        right: sumSide(`${fund}上年结转安排的支出和继续结转下年的金额`, uses, ['支出']),
        hint: '核对“收入”的上年结转，以及“支出”各科目里的上年结转。',
      });
    }),
};
