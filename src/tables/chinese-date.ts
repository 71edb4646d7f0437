/** 2025-11-05 as 2025年11月5日. */
export function chineseDate(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return `${year}年${month.replace(/^0/, '')}月${day.replace(/^0/, '')}日`;
}
