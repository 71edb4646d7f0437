import type { Check } from '../check.js';
import { compare, sideOf } from '../shared/sides.js';

/**
 * 符合：
 *     一般公共预算基本支出[0].金额: 399999.99
 *     一般公共预算基本支出[4].金额: 100000.01
 * 不符（支出）：
 *     一般公共预算基本支出[4].金额: 100001
 */
export const basicExpenditureEqualsEconomic: Check = {
  code: 'basic-expenditure-equals-economic',
  group: '勾稽关系',
  severity: '错误',
  perMember: true,
  rule: '一般公共预算当年安排的基本支出，按功能分类和按经济分类的合计应相等。',
  relations: ['T6-1', 'T6-2', 'C04'],
  basis: '预算法实施条例第六条第三款：按经济性质分类，基本支出公开到款；财预〔2016〕143号：一般公共预算基本支出情况表',
  run: ({ budget }) => {
    const functional = budget.total({ cube: '支出', where: { 性质: '基本支出', 资金: '一般公共预算', 时段: '当年' } });
    const economic = budget.total({ cube: '基本支出经济分类', where: {} });
    if (functional.value.isZero() && economic.value.isZero()) return [];
    return [
      compare({
        left: sideOf('一般公共预算当年基本支出（功能分类）', functional, ['支出']),
        right: sideOf('一般公共预算基本支出（经济分类）', economic, ['一般公共预算基本支出']),
        hint: '核对“支出”各科目的基本支出，以及“一般公共预算基本支出”各款，有没有漏填或多填。',
      }),
    ];
  },
};
