import type { Budget } from '../../budget/budget.js';
import { FUNDS } from '../../definition/schema/funds.js';
import type { Check, Comparison } from '../check.js';
import { compare, sideOf } from '../shared/sides.js';

/**
 * 符合：
 *     项目[0].资金.一般公共预算: 200000
 *     项目[1].资金.一般公共预算: 8000
 * 不符（支出/1/项目支出/一般公共预算）：
 *     项目[0].资金.一般公共预算: 208000.01
 */
export const projectExpenditureEqualsProjects: Check = {
  code: 'project-expenditure-equals-projects',
  group: '勾稽关系',
  severity: '错误',
  perMember: true,
  rule: '本年安排的项目支出，按功能分类的合计与全部项目的合计应相等，每一种资金都是。',
  relations: ['T12-1', 'X-1'],
  basis: '预算法实施条例第六条第三款：公开基本支出和项目支出',
  run: ({ budget }) => projectComparisons(budget, '当年'),
};

/** The project expenditure of one period by fund, in the functional classification and over the projects. */
export function projectComparisons(budget: Budget, period: '当年' | '上年结转'): Comparison[] {
  return FUNDS.flatMap((fund) => {
    const functional = budget.total({ cube: '支出', where: { 性质: '项目支出', 资金: fund, 时段: period } });
    const projects = budget.total({ cube: '项目支出', where: { 资金: fund, 时段: period } });
    if (functional.value.isZero() && projects.value.isZero()) return [];
    const source = period === '当年' ? `${fund}当年安排` : `${fund}上年结转安排`;
    return compare({
      left: sideOf(`${source}的项目支出（功能分类）`, functional, ['支出']),
      right: sideOf(`${source}的各项目合计`, projects, ['项目']),
      hint: `核对“支出”各科目的项目支出，以及“项目”各项资金里的${fund}，有没有漏列或多列的项目。`,
    });
  });
}
