import { Decimal } from '../money/decimal.js';

/** A cell that says something; rows and columns count from 0. */
export interface Cell {
  readonly row: number;
  readonly column: number;
  /**
   * `number`: the sheet's own text of it, to the 15 digits that Excel shows. `date`: `YYYY-MM-DD`. `error`: such as #REF!.
   * `uncounted`: a formula that was never counted, whose text this is.
   */
  readonly kind: 'text' | 'number' | 'date' | 'boolean' | 'error' | 'uncounted';
  readonly text: string;
  /** What a number shows where its format adds to it: 95% for 0.95, 60万元 for 60. */
  readonly shown?: string;
}

export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface CellSheet {
  /** Without blanks around it. */
  readonly name: string;
  readonly isHidden: boolean;
  /** By row from 0, then by column: only cells that say something. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, Cell>>;
  readonly merges: readonly Range[];
  /** Notes that are pinned to its cells. */
  readonly comments?: number;
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: readonly { readonly first: number; readonly last: number }[];
}

/** Either the sheets, or why they cannot be read: a sentence and what to do. */
export type ReadSheets = { readonly sheets: readonly CellSheet[] } | { readonly refused: string; readonly hint: string };

/** Puts cells into rows; a text of nothing but blanks says nothing. */
export function rowsOf(cells: Iterable<Cell>): Map<number, Map<number, Cell>> {
  const rows = new Map<number, Map<number, Cell>>();
  for (const cell of cells) {
    if (cell.text.trim() === '') continue;
    const row = rows.get(cell.row) ?? new Map<number, Cell>();
    rows.set(cell.row, row);
    row.set(cell.column, cell);
  }
  return rows;
}

/** The letters of a column that counts from 0. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

/** A cell as people name it, `B7`; both count from 0. */
export const cellName = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;

/** Row and column of a reference such as `B7`. */
export function parseReference(reference: string): { row: number; column: number } | undefined {
  const [, letters = '', digits = ''] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? [];
  if (digits === '') return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(digits) - 1, column: column - 1 }; // ok: a place
}

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
