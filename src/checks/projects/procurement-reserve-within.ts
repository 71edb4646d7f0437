import { procurementFigures } from '../../budget/figures/other.js';
import type { Check } from '../check.js';
import { compare, sideOf } from '../shared/sides.js';

/**
 * 符合：
 *     政府采购预留: {中小企业: 100000, 小微企业: 60000}
 *     已确认的提醒: [{检查: not-printed, 理由: 这套表不印}]
 * 不符（政府采购预留/中小企业）：
 *     政府采购预留: {中小企业: 260000, 小微企业: 60000}
 * 不符（政府采购预留/小微企业）：
 *     政府采购预留: {中小企业: 100000, 小微企业: 160000}
 */
export const procurementReserveWithin: Check = {
  code: 'procurement-reserve-within',
  group: '绩效与资产',
  severity: '错误',
  rule: '面向中小企业预留的金额不超过政府采购预算；其中面向小微企业的不超过面向中小企业的。',
  relations: ['C08', 'P-1'],
  basis: '财库〔2020〕46号：政府采购促进中小企业发展管理办法',
  run: ({ budget }) => {
    const { total, reserves } = procurementFigures(budget);
    const { 中小企业: smallAndMedium, 小微企业: small } = reserves;
    if (!smallAndMedium || !small || (smallAndMedium.value.isZero() && small.value.isZero())) return [];
    const reserved = sideOf('面向中小企业预留', smallAndMedium, ['政府采购预留']);
    return [
      compare({
        left: reserved,
        operator: '≤',
        right: sideOf('政府采购预算总额', total, ['政府采购']),
        hint: '核对预留金额的单位和小数点。',
      }),
      compare({
        left: sideOf('面向小微企业预留', small, ['政府采购预留', '小微企业']),
        operator: '≤',
        right: reserved,
        hint: '小微企业的金额含在中小企业之内，核对两个数是否写反。',
      }),
    ];
  },
};
