import type { DistrictDefinition } from './schema/district.js';

/** The budget year in four digits, or the one `yearsAgo` before it. */
export const yearOf = ({ 年度 }: Pick<DistrictDefinition, '年度'>, yearsAgo = 0): string => 年度.minus(yearsAgo).toFixed(0);

/** 2025-11-05 as 2025年11月5日. */
export function chineseDate(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return `${year}年${month.replace(/^0/, '')}月${day.replace(/^0/, '')}日`;
}
