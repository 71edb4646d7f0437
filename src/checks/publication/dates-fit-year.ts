import type { Check, Path } from '../check.js';
import { finding, findingsOr } from '../shared/findings.js';
import { inDefinition } from '../shared/sides.js';

/**
 * 符合：
 *     批复日期: 2026-01-28
 *     公开日期: 2026-02-13
 * 不符（批复日期）：
 *     批复日期: 2025-02-06
 *     公开日期: 2025-02-20
 * 不符（国有资产/截至日期）：
 *     国有资产.截至日期: 2024-12-31
 */
export const datesFitYear: Check = {
  code: 'dates-fit-year',
  group: '公开要求',
  severity: '提醒',
  strict: '错误',
  rule: '批复和公开日期应在预算年度，国有资产的截至日期应在上年或当年公开之前。',
  relations: ['C09', 'C14', 'Y-1'],
  basis: '财预〔2016〕143号：内容准确',
  run: ({ department, year }) => {
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
    return findingsOr(findings, given.length, '填写的日期与预算年度相合。');
  },
};
