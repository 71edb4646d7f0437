import type { Check } from '../check.js';
import { compare, sideOf, sumSide } from '../shared/sides.js';

/** The 款 that pay one kind of contribution, and the functional code that the same money stands under. */
const PAIRS = [
  { economic: ['30108'], functional: '2080505' },
  { economic: ['30109'], functional: '2080506' },
  { economic: ['30110', '30111'], functional: '21011' },
  { economic: ['30113'], functional: '2210201' },
] as const;

/**
 * 符合：
 *     支出[3]: {科目: "2101101", 基本支出: {一般公共预算: 42000}}
 *     支出[6]: {科目: "2101102", 基本支出: {一般公共预算: 10000}}
 * 不符（一般公共预算基本支出/1/金额）：
 *     一般公共预算基本支出[0].金额: 410000
 *     一般公共预算基本支出[1].金额: 70000
 */
export const socialInsuranceMatches: Check = {
  code: 'social-insurance-matches',
  group: '勾稽关系',
  severity: '提醒',
  inference: true,
  rule: '养老保险、职业年金、医疗和住房公积金缴费，按经济科目和按功能科目通常相等。',
  relations: ['T6-3'],
  run: ({ budget }) =>
    PAIRS.flatMap(({ economic, functional }) => {
      const paid = economic.map((code) => budget.total({ cube: '基本支出经济分类', where: { 科目: code } }));
      const where = { 科目: functional, 性质: '基本支出', 资金: '一般公共预算', 时段: '当年' };
      const stands = budget.total({ cube: '支出', where });
      if (stands.value.isZero() && paid.every((figure) => figure.value.isZero())) return [];
      const names = economic
        .filter((_, index) => index === 0 || !paid[index]?.value.isZero())
        .map((code) => `${budget.names.departmentEconomic(code)}（${code}）`);
      return compare({
        left: sumSide(names.join('和'), paid, ['一般公共预算基本支出']),
        right: sideOf(`${budget.names.functional(functional)}（${functional}）`, stands, ['支出']),
        hint: '两处通常是同一笔钱；如果有一部分列在其他科目，在“已确认的提醒”里写明理由。',
      });
    }),
};
