import { type Check, finding, findingsOr } from '../check.js';
import { publishedForms } from '../shared/forms.js';
import { inMember } from '../shared/sides.js';

/**
 * 符合：
 *     项目[0].绩效目标表.项目期: 2026年1月至2026年12月
 * 不符（项目/0/绩效目标表/项目期）：
 *     项目[0].绩效目标表.项目期: 2023年—2025年
 * 不符（项目/0/绩效目标表/项目期）：
 *     项目[0].绩效目标表.项目期: 2025年
 */
export const formPeriodCoversYear: Check = {
  code: 'form-period-covers-year',
  group: '绩效与资产',
  severity: '提醒',
  inference: true,
  strict: '错误',
  rule: '绩效目标表的项目期写了年份的，应包括预算年度。',
  relations: ['Y-1'],
  run: (context) => {
    const forms = publishedForms(context);
    const findings = forms.flatMap(({ name, member, path, form: { 项目期: period = '' } }) => {
      const years = (period.match(/(?<!\d)20\d{2}(?!\d)/g) ?? []).sort();
      const [first, last] = [years[0], years.at(-1)];
      if (first === undefined || last === undefined || (first <= `${context.year}` && last >= `${context.year}`)) return [];
      return finding(`项目“${name}”的项目期“${period}”不包括 ${context.year} 年。`, inMember(member, ...path, '绩效目标表', '项目期'), {
        hint: '核对是不是沿用了往年的项目期。',
      });
    });
    return findingsOr(findings, forms.length, `绩效目标表的项目期都包括 ${context.year} 年。`);
  },
};
