import type { Check } from '../check.js';
import { compare, sideOf } from '../shared/sides.js';

/** The 款 of 一般公共预算基本支出 that are each a 三公 item. */
const ITEMS = [
  { item: '因公出国（境）费', code: '30212' },
  { item: '公务接待费', code: '30217' },
  { item: '公务用车运行维护费', code: '30231' },
  { item: '公务用车购置费', code: '31013' },
] as const;

/**
 * 符合：
 *     三公经费.公务接待费.本年: {一般公共预算: 22000}
 *     核对数.三公经费合计: 52000
 * 不符（三公经费/公务接待费/本年/一般公共预算）：
 *     三公经费.公务接待费.本年: {一般公共预算: 19999.99}
 * 不符（三公经费/公务接待费）：
 *     三公经费.公务接待费: 删除
 *     核对数.三公经费合计: 删除
 *     增减原因.公务接待费: 删除
 */
export const threePublicCoversEconomic: Check = {
  code: 'three-public-covers-economic',
  group: '勾稽关系',
  severity: '错误',
  rule: '“三公”经费各项不应小于基本支出中的同名经济科目；项目支出也可以安排，所以不要求相等。',
  relations: ['T10-2', 'C05'],
  basis: '财预〔2016〕143号：一般公共预算“三公”经费支出情况表',
  run: ({ budget }) =>
    ITEMS.flatMap(({ item, code }) => {
      const stated = budget.total({ cube: '三公经费', where: { 三公项目: item, 年份: '本年', 资金: '一般公共预算' } });
      const economic = budget.total({ cube: '基本支出经济分类', where: { 科目: code } });
      if (economic.value.isZero()) return [];
      return compare({
        left: sideOf(`“三公”经费中的${item}`, stated, ['三公经费', item]),
        operator: '≥',
        right: sideOf(`基本支出中的${budget.names.departmentEconomic(code)}（${code}）`, economic, ['一般公共预算基本支出']),
        hint: `在“三公经费”里按全部财政拨款填写${item}，至少要包括基本支出中的这一款。`,
      });
    }),
};
