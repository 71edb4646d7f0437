import { Decimal } from '../money/decimal.js';

/** As Excel shows a number: 15 digits; sheets hold 0.1 + 0.2 as 0.30000000000000004. */
export function shownNumber(text: string): string | undefined {
  if (!/^-?(\d+\.?\d*|\.\d+)(e[-+]?\d{1,3})?$/i.test(text.trim())) return undefined;
  const number = new Decimal(text.trim());
  const shown = number.toSignificantDigits(15);
  return shown.isZero() ? '0' : shown.toFixed();
}

const MILLISECONDS_OF_A_DAY = 86_400_000;

/** The day of a number that is shown as a date: days since 30 December 1899, or since 1904 where the workbook says so. */
export function dayOf(number: string, since1904: boolean): string | undefined {
  const days = new Decimal(number).floor().toNumber(); // ok: a day
  // Excel takes 1900 for a leap year: days before March of it are told apart by nobody.
  if (days < 61 || days > 2_958_465) return undefined;
  const first = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  return new Date(first + days * MILLISECONDS_OF_A_DAY).toISOString().slice(0, 10);
}

/** A number format that shows a date: it names years, months or days outside of quotes and brackets. */
export function showsDate(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').toLowerCase();
  return /[yd]|m{3}/.test(bare) && !/[0#?]/.test(bare);
}

/** Excel's own formats that say more than digits: dates, and percentages. */
export function formatOf(id: number): string {
  if (id === 9 || id === 10) return '0%';
  const isDate = (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return isDate ? 'yyyy-m-d' : '';
}

/** Words in brackets, blanks as wide as a character, literal text, places of digits, anything else. */
const FORMAT_TOKENS = /\[[^\]]*\]|[_*].|"([^"]*)"|[\\!](.)|(General|[#0?][#0?.,]*)|(.)/gsu;

/**
 * What a cell shows where its format adds to the number: 0.95 as 95%, 60 as 60万元. Nothing where it shows the number itself,
 * or scales it: a format that divides by ten thousand shows another number than the cell holds.
 */
export function shownWith(number: string, format: string): string | undefined {
  const [first = ''] = format.split(';');
  const around: [before: string, after: string] = ['', ''];
  const digits: string[] = [];
  for (const [, quoted, escaped, places, other] of first.matchAll(FORMAT_TOKENS)) {
    if (places !== undefined) digits.push(places);
    else around[digits.length === 0 ? 0 : 1] += quoted ?? escaped ?? other ?? '';
  }
  const [before, after] = around.map((text) => text.replace(/[¥￥$@()+\-\s]/g, '')) as typeof around;
  if (digits.length !== 1 || digits[0]?.endsWith(',') || before + after === '') return undefined;
  return `${before}${after.startsWith('%') ? new Decimal(number).times(100).toFixed() : number}${after}`;
}
