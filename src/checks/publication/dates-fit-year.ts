import type { Member } from '../../definition/definition.js';
import type { DepartmentDefinition } from '../../definition/schema/department.js';
import { type Check, type Finding, finding, findingsOr, type Path } from '../check.js';
import { inDefinition, inMember } from '../shared/sides.js';

/**
 * 符合：
 *     批复日期: 2026-01-28
 *     公开日期: 2026-02-13
 * 不符（批复日期）：
 *     批复日期: 2025-02-06
 *     公开日期: 2025-02-20
 * 不符（国有资产/截至日期）：
 *     国有资产.截至日期: 2024-12-31
 * 不符（国有资产/截至日期）：
 *     国有资产.截至日期: 2026-02-21
 * 不符（项目/0/绩效目标表/起止日期/结束）：
 *     项目[0].绩效目标表.起止日期: {开始: 2026-03-01, 结束: 2026-01-31}
 */
export const datesFitYear: Check = {
  code: 'dates-fit-year',
  group: '公开要求',
  severity: '提醒',
  strict: '错误',
  rule: '批复和公开日期应在预算年度，国有资产的截至日期应在上年或当年公开之前。',
  relations: ['C09', 'C14', 'Y-1'],
  basis: '财预〔2016〕143号：内容准确',
  run: ({ department, members, year }) => {
    const dates: { label: string; path: Path; value: string | undefined; years: readonly number[] }[] = [
      { label: '批复日期', path: ['批复日期'], value: department.批复日期, years: [year, year - 1] },
      { label: '公开日期', path: ['公开日期'], value: department.公开日期, years: [year] },
      { label: '国有资产的截至日期', path: ['国有资产', '截至日期'], value: department.国有资产?.截至日期, years: [year, year - 1] },
    ];
    const given = dates.filter((one) => one.value !== undefined);
    const findings = given.flatMap(({ label, path, value = '', years }) => {
      const fits =
        path[0] === '批复日期'
          ? value >= `${year - 1}-12-01` && value < `${year + 1}-01-01`
          : years.some((one) => value.startsWith(`${one}-`));
      return fits
        ? []
        : finding(`${label} ${value} 不在 ${year} 年预算的时间之内。`, inDefinition(...path), { hint: '核对是不是沿用了上年的日期。' });
    });
    return findingsOr(
      [...findings, ...afterPublication(department), ...endsBeforeStart(members)],
      given.length,
      '填写的日期与预算年度相合。',
    );
  },
};

/** Nobody can tell on one day what an office will own on a later one. */
function afterPublication({ 公开日期: published, 国有资产: assets }: DepartmentDefinition): Finding[] {
  const asOf = assets?.截至日期;
  if (published === undefined || asOf === undefined || asOf <= published) return [];
  const related = [{ message: `公开日期 ${published}`, place: inDefinition('公开日期') }];
  const message = `国有资产的截至日期 ${asOf} 在公开日期 ${published} 之后。`;
  return [finding(message, inDefinition('国有资产', '截至日期'), { related, hint: '核对这两个日期。' })];
}

function endsBeforeStart(members: readonly Member[]): Finding[] {
  return members.flatMap((member) =>
    (member.content.项目 ?? []).flatMap(({ 名称: name, 绩效目标表: form }, index) => {
      const period = form?.起止日期;
      if (!period || period.结束 >= period.开始) return [];
      const place = inMember(member, '项目', index, '绩效目标表', '起止日期', '结束');
      return [finding(`项目“${name}”的结束日期 ${period.结束} 在开始日期 ${period.开始} 之前。`, place, { hint: '核对这两个日期。' })];
    }),
  );
}
