import { procurementFigures } from '../../budget/figures/other.js';
import { PROCUREMENT_KINDS } from '../../definition/schema/kinds.js';
import type { Check } from '../check.js';
import { compare, sideOf, sumSide } from '../shared/sides.js';

/**
 * 符合：
 *     政府采购: {货物: 100000, 工程: 50000, 服务: 100000}
 * 不符（政府采购）：
 *     政府采购: {货物: 800000, 服务: 800000}
 *     核对数: 删除
 */
export const procurementSums: Check = {
  code: 'procurement-sums',
  group: '绩效与资产',
  severity: '错误',
  rule: '政府采购预算应等于货物、工程、服务三类之和，并且不超过支出总计。',
  relations: ['P-1', 'C08'],
  basis: '预算法第十四条第三款：公开政府采购情况；政府采购法第二条：货物、工程和服务',
  run: ({ budget }) => {
    const { total, kinds } = procurementFigures(budget);
    if (total.value.isZero()) return [];
    const expenditure = budget.total({ cube: '支出', where: {} });
    const parts = PROCUREMENT_KINDS.flatMap((kind) => kinds[kind] ?? []);
    const procurement = sideOf('政府采购预算总额', total, ['政府采购']);
    return [
      compare({ left: procurement, right: sumSide('货物、工程、服务之和', parts, ['政府采购']) }),
      compare({
        left: procurement,
        operator: '≤',
        right: sideOf('本年支出合计', expenditure, ['支出']),
        hint: '核对采购金额的单位和小数点。',
      }),
    ];
  },
};
