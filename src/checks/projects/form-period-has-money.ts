import { type Check, finding, findingsOr } from '../check.js';
import { lastsOneYear, publishedForms } from '../shared/forms.js';
import { inMember } from '../shared/sides.js';

/**
 * 符合：
 *     项目[0].绩效目标表.项目期: 3年
 *     项目[0].绩效目标表.实施期资金来源: {市县（区）财政资金: 600000}
 * 不符（项目/0/绩效目标表/项目期）：
 *     项目[0].绩效目标表.项目期: 3年
 * 不符（项目/0/绩效目标表/项目期）：
 *     项目[0].绩效目标表.项目期: 2025年至2027年
 * 不符（项目/0/绩效目标表/项目期）：
 *     项目[0].绩效目标表.项目期: 36个月
 */
export const formPeriodHasMoney: Check = {
  code: 'form-period-has-money',
  group: '绩效与资产',
  severity: '提醒',
  rule: '不止一年的项目，绩效目标表印实施期资金的，要填写实施期资金来源。',
  relations: ['X-2'],
  basis: '财预〔2021〕29号：公开项目绩效目标',
  run: (context) => {
    if (!JSON.stringify(context.profile.form).includes('实施期资金')) return [];
    const long = publishedForms(context).filter((one) => !lastsOneYear(one) && isLong(one.form.项目期 ?? ''));
    const findings = long
      .filter(({ form }) => form.实施期资金来源 === undefined)
      .map(({ name, form, member, path }) => {
        const message = `项目“${name}”的项目期是“${form.项目期}”，却没有实施期资金来源，印出的实施期资金与一年的相同。`;
        return finding(message, inMember(member, ...path, '绩效目标表', '项目期'), {
          hint: '填写“实施期资金来源”：整个实施期各级的资金。',
        });
      });
    return findingsOr(findings, long.length, '不止一年的项目都填写了实施期资金来源。');
  },
};

/** «3年», «三年», «36个月», «2025年至2027年», «2025-2027年»; what is put in other words is not judged. */
function isLong(period: string): boolean {
  const [, from, to] = /(20\d{2})\D{0,6}?[-—–~～至到]\D{0,3}(20\d{2})/.exec(period) ?? [];
  if (from !== undefined) return from !== to;
  const [, months = '0'] = /^(\d{1,3})\s*个?月/.exec(period.trim()) ?? [];
  return Number(months) > 12 || /^(?:[2-9]|[1-9]\d|[二两三四五六七八九十])\s*年/.test(period.trim()); // ok: months, not money
}
