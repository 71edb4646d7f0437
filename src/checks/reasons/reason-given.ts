import { type Check, type CheckContext, finding, findingsOr } from '../check.js';
import { changeWords, isNegligible, type StatedChange, statedChanges } from '../shared/changes.js';
import { keyInDefinition } from '../shared/sides.js';

/**
 * 符合：
 *     三公经费.公务接待费.上年: 20000
 *     增减原因.公务接待费: 删除
 * 不符（机关运行经费）：
 *     增减原因.机关运行经费: 删除
 * 不符（三公经费/公务用车购置费）：
 *     三公经费.公务用车购置费: {本年: 无, 上年: 180000}
 * 不符（收入）：
 *     增减原因.收入: 删除
 */
export const reasonGiven: Check = {
  code: 'reason-given',
  group: '增减原因',
  severity: '提醒',
  strict: '错误',
  rule: '收入、支出、“三公”经费各项和机关运行经费，比上年增减的都要写明原因；今年没有而上年有的，也是减少；其中一部分单独与上年比较的，只要不是全部增减都在这一部分，就写明它自己的原因。方案不印的原因不用写。',
  relations: ['C05', 'C06', 'C07'],
  basis: '财预〔2021〕29号：说明收支增减变化及原因；财预〔2016〕143号：“三公”经费增减变化原因',
  run: (context) => {
    const changes = statedChanges(context).filter((one) => one.needsReason);
    const findings = changes.filter((one) => isAbove(one, context) && one.change.reason === undefined).map((one) => missing(one, context));
    return findingsOr(findings, changes.length, '应当说明原因的增减都写了原因。');
  },
};

/** Above the profile's thresholds; a new or dropped item has no rate and counts by its amount. */
function isAbove(one: StatedChange, context: CheckContext): boolean {
  const { change } = one;
  const { reasonAbove } = context.rules;
  if (change.direction === 'none' || change.direction === 'equal' || isNegligible(one, context)) return false;
  const rate = change.previous.value.lte(0) ? undefined : change.amount.value.div(change.previous.value).times(100);
  return change.amount.value.gt(reasonAbove.yuan) && (rate === undefined || rate.gt(reasonAbove.rate));
}

function missing(one: StatedChange, context: CheckContext) {
  const figures = `本年 ${context.amount(one.change.current.value)}，上年 ${context.amount(one.change.previous.value)}`;
  const hint = `在“增减原因”里填写“${one.key}”，写“主要原因是”之后的话。`;
  return finding(`${one.label}${changeWords(one, context)}（${figures}），没有写明原因。`, keyInDefinition(...one.path), { hint });
}
