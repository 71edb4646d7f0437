import type { Member } from '../../definition/definition.js';
import { exactAmount } from '../../document/figure.js';
import { type Check, type CheckContext, type Finding, finding, findingsOr } from '../check.js';
import { inMember, threePublicOf } from '../shared/sides.js';

/**
 * 符合：
 *     三公经费.公务用车购置费: {本年: {一般公共预算: 180000}, 上年: 无}
 *     增减原因.公务用车购置费: 新增更新老旧车辆一辆
 *     核对数.三公经费合计: 删除
 *     国有资产.计划购置: {车辆: 1}
 *     已确认的提醒: [{检查: not-printed, 理由: 这套表不印}]
 * 不符（三公经费/公务用车购置费/本年）：
 *     三公经费.公务用车购置费: {本年: {一般公共预算: 180000}, 上年: 无}
 *     增减原因.公务用车购置费: 新增更新老旧车辆一辆
 *     核对数.三公经费合计: 删除
 *     国有资产.计划购置: {车辆: 0}
 */
export const vehiclePurchasePlanned: Check = {
  code: 'vehicle-purchase-planned',
  group: '绩效与资产',
  severity: '错误',
  rule: '安排了公务用车购置费，就不能又说没有安排购置车辆（填写了计划购置，或方案印出计划购置的）。',
  relations: ['A-1'],
  basis: '财预〔2016〕143号：内容准确',
  run: (context) => {
    const buying = context.members.filter(({ file }) => threePublicOf(context.budget, file, '公务用车购置费', '本年').gt(0));
    return findingsOr(
      buying.flatMap((member) => unplanned(member, context)),
      buying.length,
      '安排了公务用车购置费，也有计划购置的车辆。',
    );
  },
};

function unplanned(member: Member, { budget, profile }: CheckContext): Finding[] {
  const planned = member.content.国有资产?.计划购置;
  if (planned?.车辆?.gt(0)) return [];
  const isPrinted = [...profile.templates.values()].some((text) => text.includes('计划购置'));
  if (planned?.车辆 === undefined && !isPrinted) return [];
  const cost = exactAmount(threePublicOf(budget, member.file, '公务用车购置费', '本年'), member.content.金额单位);
  const none = planned === undefined ? '没有写计划购置几辆车' : '计划购置车辆 0 辆';
  return [
    finding(`安排了公务用车购置费 ${cost}，而${none}。`, inMember(member, '三公经费', '公务用车购置费', '本年'), {
      related: [{ message: '计划购置', place: inMember(member, '国有资产') }],
      hint: '在“国有资产”的“计划购置”里写明购置几辆，如 {车辆: 1}；没有购置的，删去公务用车购置费。',
    }),
  ];
}
