import { type Check, finding, findingsOr } from '../check.js';
import { inMember, threePublicOf } from '../shared/sides.js';

/**
 * 符合：
 *     国有资产.计划购置: {车辆: 1}
 *     三公经费.公务用车购置费: {本年: {一般公共预算: 180000}, 上年: 无}
 *     增减原因.公务用车购置费: 新增更新老旧车辆一辆
 *     核对数.三公经费合计: 删除
 *     已确认的提醒: [{检查: not-printed, 理由: 这套表不印}]
 * 不符（国有资产/计划购置/车辆）：
 *     国有资产.计划购置: {车辆: 2}
 * 不符（国有资产/计划购置/车辆）：
 *     国有资产.计划购置: {车辆: 1}
 *     三公经费.公务用车购置费: {本年: 无, 上年: 180000}
 *     增减原因.公务用车购置费: 压减公务用车更新
 * 不符（国有资产/计划购置/车辆）：
 *     国有资产.计划购置: {车辆: 1}
 *     三公经费.公务用车购置费: {本年: {一般公共预算: 0}, 上年: 0}
 */
export const plannedVehiclesHaveCost: Check = {
  code: 'planned-vehicles-have-cost',
  group: '绩效与资产',
  severity: '提醒',
  inference: true,
  strict: '错误',
  rule: '计划购置车辆而没有公务用车购置费的，要核实。',
  relations: ['A-1'],
  run: ({ members, budget }) => {
    const planning = members.filter(({ content }) => content.国有资产?.计划购置?.车辆?.gt(0));
    const findings = planning.flatMap((member) => {
      const { 三公经费: section } = member.content;
      if (section === undefined || threePublicOf(budget, member.file, '公务用车购置费', '本年').gt(0)) return [];
      const count = member.content.国有资产?.计划购置?.车辆?.toFixed() ?? '';
      return finding(`计划购置车辆 ${count} 辆，却没有公务用车购置费。`, inMember(member, '国有资产', '计划购置', '车辆'), {
        hint: '核对“三公经费”里的公务用车购置费；不是公务用车，或用其他资金购置的，在“已确认的提醒”里写明。',
      });
    });
    return findingsOr(findings, planning.length, '计划购置车辆，也安排了公务用车购置费。');
  },
};
