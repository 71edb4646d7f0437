import type { Table } from './document.js';

/**
 * The rows that are set again over a page that begins with a row: the heads that it stands under, else the table's first
 * rows. What comes after rows with heads of their own is a new matter: Word has it as another table, without heads.
 */
export function repeatedOver({ rows, headerRows }: Pick<Table, 'rows' | 'headerRows'>, row: number): readonly number[] {
  const under = rows[row]?.under;
  if (under !== undefined) return [under];
  const startsHeads = rows[row + 1]?.under === row;
  const isAfter = rows.slice(headerRows, row).some((one) => one.under !== undefined);
  return startsHeads || isAfter ? [] : Array.from({ length: headerRows }, (_, index) => index);
}
