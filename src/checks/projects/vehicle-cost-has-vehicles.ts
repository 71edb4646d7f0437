import { assetFigures } from '../../budget/figures/other.js';
import { type Check, clean, finding, unchecked } from '../check.js';
import { inDefinition } from '../shared/sides.js';

/**
 * 符合：
 *     国有资产.车辆: {其他公务用车: 1}
 * 不符（三公经费/公务用车运行维护费）：
 *     国有资产.车辆: 无
 */
export const vehicleCostHasVehicles: Check = {
  code: 'vehicle-cost-has-vehicles',
  group: '绩效与资产',
  severity: '提醒',
  inference: true,
  rule: '没有公务用车而安排了公务用车运行维护费的，要核实。',
  relations: ['A-1', 'C09'],
  run: (context) => {
    const cost = context.budget.total({ cube: '三公经费', where: { 三公项目: '公务用车运行维护费', 年份: '本年' } });
    if (cost.value.isZero()) return [];
    const { vehicles } = assetFigures(context.budget);
    if (vehicles.unstated) return [unchecked('没有填写车辆，不能与公务用车运行维护费核对。', inDefinition('国有资产'))];
    if (!vehicles.value.isZero()) return [clean('安排了公务用车运行维护费，也有公务用车。')];
    const related = [{ message: '实有车辆 0 辆', place: inDefinition('国有资产') }];
    const hint = '核对实有车辆；有租用或借用车辆等情况的，在“已确认的提醒”里写明。';
    return [
      finding(
        `安排了公务用车运行维护费 ${context.amount(cost.value)}，而实有车辆为 0 辆。`,
        inDefinition('三公经费', '公务用车运行维护费'),
        { related, hint },
      ),
    ];
  },
};
