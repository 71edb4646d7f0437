import { type Check, finding, findingsOr } from '../check.js';
import { publishedForms } from '../shared/forms.js';
import { inMember } from '../shared/sides.js';

/**
 * 符合：
 *     项目[0].绩效目标表.填报日期: 2026-02-20
 * 不符（项目/0/绩效目标表/填报日期）：
 *     项目[0].绩效目标表.填报日期: 2026-03-20
 * 不符（项目/0/绩效目标表/填报日期）：
 *     项目[0].绩效目标表.填报日期: 2022-11-20
 */
export const formFilledInTime: Check = {
  code: 'form-filled-in-time',
  group: '绩效与资产',
  severity: '提醒',
  inference: true,
  strict: '错误',
  rule: '绩效目标表的填报日期应在公开之前，在编制预算的一年多以内。',
  relations: ['Y-1'],
  run: (context) => {
    const { 公开日期: published } = context.department;
    const dated = publishedForms(context).flatMap((one) => (one.form.填报日期 === undefined ? [] : [{ ...one, date: one.form.填报日期 }]));
    const first = `${context.year - 2}-06-01`;
    const last = published ?? `${context.year}-12-31`;
    const findings = dated
      .filter(({ date }) => date > last || date < first)
      .map(({ name, member, path, date }) => {
        const why = date < first ? `不是编制 ${context.year} 年预算的时间` : published ? `在公开日期 ${published} 之后` : '在预算年度之后';
        const hint = '核对填报日期和公开日期，是不是写错了年份。';
        return finding(`项目“${name}”的填报日期 ${date} ${why}。`, inMember(member, ...path, '绩效目标表', '填报日期'), { hint });
      });
    return findingsOr(findings, dated.length, '绩效目标表的填报日期都在公开之前。');
  },
};
