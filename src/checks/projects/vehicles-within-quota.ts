import { assetFigures } from '../../budget/figures/other.js';
import { sum } from '../../money/decimal.js';
import type { Check } from '../check.js';
import { compare, sideOf } from '../shared/sides.js';

/**
 * 符合：
 *     国有资产.车辆编制: 3
 * 不符（国有资产/车辆）：
 *     国有资产.车辆: {机要通信用车: 1, 其他公务用车: 2}
 */
export const vehiclesWithinQuota: Check = {
  code: 'vehicles-within-quota',
  group: '绩效与资产',
  severity: '提醒',
  rule: '实有车辆应等于各类车辆之和，通常不超过编制数。',
  relations: ['A-1', 'C09'],
  basis: '财预〔2021〕29号：说明国有资产占用情况',
  run: ({ budget, members }) => {
    const { vehicles, vehicleQuota } = assetFigures(budget);
    const held = sideOf('实有车辆', vehicles, ['国有资产', '车辆']);
    const kinds = sum(members.flatMap(({ content }) => Object.values(content.国有资产?.车辆 ?? {}).filter((one) => one !== undefined)));
    return [
      compare({ left: held, right: { ...held, label: '各类车辆之和', value: kinds } }),
      compare({
        left: held,
        operator: '≤',
        right: sideOf('车辆编制', vehicleQuota, ['国有资产', '车辆编制']),
        hint: '核对车辆数和编制数；确有超编的，在“已确认的提醒”里写明。',
      }),
    ];
  },
};
