import type { Budget } from '../../budget/budget.js';
import { isReduction } from '../../budget/figures/by-category.js';
import type { Query } from '../../budget/query.js';
import { FISCAL_FUNDS } from '../../definition/schema/funds.js';
import { ZERO } from '../../money/decimal.js';
import type { Check, CheckContext, Comparison } from '../check.js';
import { compare, sideOf } from '../shared/sides.js';

/**
 * 符合：
 *     支出[1].项目支出.一般公共预算: 258000
 *     支出[6]: {科目: "2130306", 项目支出: {一般公共预算: -50000}}
 * 符合：
 *     支出[1].项目支出.上年结转: {一般公共预算: 50000, 财政专户管理资金: -4000, 单位资金: 10000}
 *     收入.上年结转: {一般公共预算: 50000, 财政专户管理资金: -4000, 单位资金: 10000}
 *     项目[2].资金.上年结转: {财政专户管理资金: -4000, 单位资金: 10000}
 * 不符（支出）：
 *     收入.一般公共预算: 0
 *     支出[1].项目支出: {一般公共预算: -792000}
 *     项目: 删除
 *     政府采购: 删除
 *     核对数: 删除
 */
export const totalsNotNegative: Check = {
  code: 'totals-not-negative',
  group: '勾稽关系',
  severity: '错误',
  perMember: true,
  rule: '冲减的金额填负数，冲减之后的合计不应为负数。',
  relations: ['T1-2', 'T1-3'],
  basis: '财预〔2016〕143号：内容准确',
  run: ({ budget, amount }) => TOTALS.flatMap((one) => notNegative(one, budget, amount)),
};

/** The totals that sentences print with a share or a change; what they add up may be reduced. */
const TOTALS: readonly { readonly label: string; readonly query: Query }[] = [
  { label: '上年结转合计', query: { cube: '收入', where: { 时段: '上年结转' } } },
  { label: '财政拨款上年结转', query: { cube: '收入', where: { 资金: '财政拨款', 时段: '上年结转' } } },
  ...FISCAL_FUNDS.map((fund) => ({ label: `${fund}收入（含上年结转）`, query: { cube: '收入', where: { 资金: fund } } as const })),
  { label: '基本支出合计', query: { cube: '支出', where: { 性质: '基本支出' } } },
  { label: '项目支出合计', query: { cube: '支出', where: { 性质: '项目支出' } } },
  { label: '一般公共预算当年支出', query: { cube: '支出', where: { 资金: '一般公共预算', 时段: '当年' } } },
  { label: '人员经费合计', query: { cube: '基本支出经济分类', where: { 经费: '人员经费' } } },
  { label: '公用经费合计', query: { cube: '基本支出经济分类', where: { 经费: '公用经费' } } },
  { label: '上年预算合计', query: { cube: '上年预算', where: {} } },
];

function notNegative({ label, query }: (typeof TOTALS)[number], budget: Budget, amount: CheckContext['amount']): Comparison[] {
  const total = budget.total(query);
  if (total.origin.kind !== 'derived' || !total.origin.inputs.some(isReduction)) return [];
  const left = sideOf(label, total, [query.cube]);
  const right = { label: '零', value: ZERO, unit: 'yuan' as const, places: [] };
  const message = `${label}是 ${amount(total.value)}，冲减的比安排的还多。`;
  const hint = '核对负数的金额和符号：冲减不能超过它所冲减的支出。';
  const outcome = compare({ left, operator: '≥', right, hint });
  return [outcome.verdict === '不符' ? { ...outcome, message } : outcome];
}
