import type { Budget } from '../../budget/budget.js';
import { matcher, type Query } from '../../budget/query.js';
import { EXPENSE_KINDS } from '../../definition/schema/kinds.js';
import type { Check, Comparison } from '../check.js';
import { compare, sideOf } from '../shared/sides.js';

/**
 * 符合：
 *     一般公共预算基本支出[0].金额: 399999.99
 *     一般公共预算基本支出[4].金额: 100000.01
 * 不符（支出）：
 *     一般公共预算基本支出[4].金额: 100001
 * 符合：
 *     支出[0].基本支出: {人员经费: {一般公共预算: 400000}, 公用经费: {一般公共预算: 200000}}
 *     支出[2].基本支出: {人员经费: {一般公共预算: 80000}}
 *     支出[3].基本支出: {人员经费: {一般公共预算: 52000}}
 *     支出[5].基本支出: {人员经费: {一般公共预算: 60000}}
 * 不符（支出）：
 *     支出[0].基本支出: {人员经费: {一般公共预算: 410000}, 公用经费: {一般公共预算: 190000}}
 *     支出[2].基本支出: {人员经费: {一般公共预算: 80000}}
 *     支出[3].基本支出: {人员经费: {一般公共预算: 52000}}
 *     支出[5].基本支出: {人员经费: {一般公共预算: 60000}}
 */
export const basicExpenditureEqualsEconomic: Check = {
  code: 'basic-expenditure-equals-economic',
  group: '勾稽关系',
  severity: '错误',
  perMember: true,
  rule: '一般公共预算当年安排的基本支出，按功能分类和按经济分类的合计应相等；按科目分了人员经费和公用经费的，也分别相等。',
  relations: ['T6-1', 'T6-2', 'C04'],
  basis: '预算法实施条例第六条第三款：按经济性质分类，基本支出公开到款；财预〔2016〕143号：一般公共预算基本支出情况表',
  run: ({ budget }) => {
    const whole = relate(budget, '', {});
    return whole.every(({ verdict }) => verdict === '符合') && isSplit(budget)
      ? [...whole, ...EXPENSE_KINDS.flatMap((kind) => relate(budget, `（${kind}）`, { 经费: kind }))]
      : whole;
  },
};

const FUNCTIONAL = { 性质: '基本支出', 资金: '一般公共预算', 时段: '当年' } as const;

/** A part of the split may be missing: then the kinds have nothing to be held against. */
function isSplit(budget: Budget): boolean {
  const facts = budget.facts('支出').filter(matcher({ cube: '支出', where: FUNCTIONAL }));
  return facts.every(({ dimensions, value }) => dimensions.经费 !== undefined || value.isZero());
}

function relate(budget: Budget, part: string, where: Query['where']): Comparison[] {
  const functional = budget.total({ cube: '支出', where: { ...FUNCTIONAL, ...where } });
  const economic = budget.total({ cube: '基本支出经济分类', where });
  if (functional.value.isZero() && economic.value.isZero()) return [];
  return [
    compare({
      left: sideOf(`一般公共预算当年基本支出（功能分类）${part}`, functional, ['支出']),
      right: sideOf(`一般公共预算基本支出（经济分类）${part}`, economic, ['一般公共预算基本支出']),
      hint: '核对“支出”各科目的基本支出，以及“一般公共预算基本支出”各款，有没有漏填或多填。',
    }),
  ];
}
