import { expenditureFigures } from '../../budget/figures/expenditure.js';
import { revenueFigures } from '../../budget/figures/revenue.js';
import type { Check } from '../check.js';
import { compare, sideOf } from '../shared/sides.js';

/**
 * 符合：
 *     收入.一般公共预算: 1000500
 *     支出[0].基本支出.一般公共预算: 600500
 *     一般公共预算基本支出[0].金额: 400500
 *     核对数: 删除
 * 不符（收入）：
 *     收入.一般公共预算: 1000000.01
 */
export const revenueEqualsExpenditure: Check = {
  code: 'revenue-equals-expenditure',
  sameAmountAs: ['basic-expenditure-equals-economic', 'project-expenditure-equals-projects'],
  group: '勾稽关系',
  severity: '错误',
  perMember: true,
  rule: '收入总计应等于支出总计。',
  relations: ['T1-1', 'T1-2', 'T1-3'],
  basis: '财预〔2016〕143号：收支总体情况表收支平衡',
  run: ({ budget }) => [
    compare({
      left: sideOf('收入总计', revenueFigures(budget).grandTotal, ['收入']),
      right: sideOf('支出总计', expenditureFigures(budget).grandTotal, ['支出']),
      hint: '核对有没有漏填的科目，上年结转是否已列入收入，结转下年的金额是否已列入年终结转。',
    }),
  ],
};
