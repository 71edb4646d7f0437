import type { Budget } from '../../budget/budget.js';
import type { Figure } from '../../budget/figure.js';
import { expenditureFigures } from '../../budget/figures/expenditure.js';
import { revenueFigures } from '../../budget/figures/revenue.js';
import { CONTROL_TOTALS } from '../../definition/schema/department.js';
import type { Check, Path } from '../check.js';
import { unchecked } from '../shared/findings.js';
import { compare, inMember, sideOf, statedSide } from '../shared/sides.js';

type Total = (typeof CONTROL_TOTALS)[number];

/**
 * 符合：
 *     核对数.三公经费合计: 50000
 * 不符（核对数/政府采购合计）：
 *     核对数.政府采购合计: 25000000
 * 不符（核对数/收入总计）：
 *     核对数.收入总计: 132600
 */
export const controlTotals: Check = {
  code: 'control-totals',
  group: '勾稽关系',
  severity: '错误',
  // 批复 is of the whole department, its member units included.
  perMember: 'units',
  rule: '由各项加出的合计，应等于“核对数”里批复文件上的合计。',
  relations: ['T1-1', 'P-1'],
  basis: '预算法：部门预算公开的是本级财政部门批复的预算',
  run: ({ budget, department, definition }) => {
    const stated = department.核对数 ?? {};
    const given = CONTROL_TOTALS.filter((total) => stated[total] !== undefined);
    if (given.length === 0) return [unchecked('没有填写“核对数”，不能与批复文件上的合计核对。')];
    return given.flatMap((total) => {
      const value = stated[total];
      if (value === undefined) return [];
      const { figure, path } = computed(budget, total);
      const hint = '对照批复文件：核对数填错就改正核对数，否则逐项核对各明细。';
      return compare({
        left: statedSide(`核对数中的${total}`, value, inMember(definition, '核对数', total)),
        right: sideOf(`由各项加出的${total}`, figure, path),
        hint,
      });
    });
  },
};

function computed(budget: Budget, total: Total): { figure: Figure; path: Path } {
  const sums: Record<Total, () => { figure: Figure; path: Path }> = {
    收入总计: () => ({ figure: revenueFigures(budget).grandTotal, path: ['收入'] }),
    支出总计: () => ({ figure: expenditureFigures(budget).grandTotal, path: ['支出'] }),
    基本支出: () => ({ figure: expenditureFigures(budget).basic, path: ['支出'] }),
    项目支出: () => ({ figure: expenditureFigures(budget).project, path: ['支出'] }),
    一般公共预算支出: () => ({ figure: budget.total({ cube: '支出', where: { 资金: '一般公共预算', 时段: '当年' } }), path: ['支出'] }),
    人员经费: () => ({ figure: budget.total({ cube: '基本支出经济分类', where: { 经费: '人员经费' } }), path: ['一般公共预算基本支出'] }),
    公用经费: () => ({ figure: budget.total({ cube: '基本支出经济分类', where: { 经费: '公用经费' } }), path: ['一般公共预算基本支出'] }),
    三公经费合计: () => ({ figure: budget.total({ cube: '三公经费', where: { 年份: '本年' } }), path: ['三公经费'] }),
    机关运行经费合计: () => ({ figure: budget.total({ cube: '机关运行经费', where: { 年份: '本年' } }), path: ['机关运行经费'] }),
    政府采购合计: () => ({ figure: budget.total({ cube: '政府采购', where: {} }), path: ['政府采购'] }),
  };
  return sums[total]();
}
