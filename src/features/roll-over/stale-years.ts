const CHINESE_DIGITS = '〇一二三四五六七八九';

/** Years that a text of the year after `old` should hardly still speak of: `old` and the one before. */
export function staleYears(text: string, old: number): string[] {
  const plain = text.replace(/[〇○零一二三四五六七八九]{4}(?=年)/g, inDigits).replace(/[０-９]/g, (digit) => digit.normalize('NFKC'));
  const found = [...plain.matchAll(/(?<!\d)\d{4}(?!\d)/g)].map(([year]) => year);
  return [...new Set(found)].filter((year) => year === `${old}` || year === `${old - 1}`);
}

/** 2026 as 二〇二六. */
export function inChineseDigits(year: number): string {
  return [...`${year}`].map((digit) => CHINESE_DIGITS[Number(digit)]).join('');
}

/** 二〇二六 as 2026. */
function inDigits(year: string): string {
  return [...year.replace(/[○零]/g, '〇')].map((digit) => CHINESE_DIGITS.indexOf(digit)).join('');
}
