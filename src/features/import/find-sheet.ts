import type { Cell, CellSheet } from '../../spreadsheet/cells.js';
import { type Block, blockMark, type FormSheet } from '../excel/form-layout.js';

/** A sheet of the form in a workbook. */
export type FoundSheet =
  | { readonly is: 'found'; readonly sheet: CellSheet }
  | { readonly is: 'absent' }
  /** A sheet of that name without the marks by which its grids are known. */
  | { readonly is: 'unmarked'; readonly sheet: CellSheet }
  | { readonly is: 'several'; readonly sheets: readonly CellSheet[] };

const has = (sheet: CellSheet, block: Block): boolean =>
  [...sheet.rows.values()].some((row) => row.get(0)?.text.trim() === blockMark(block));

/** Finds a sheet by the marks over its grids, whatever it is called now; copies of one that say the same are one. */
export function findSheet(sheets: readonly CellSheet[], { name, blocks }: FormSheet): FoundSheet {
  const marked = sheets.filter((sheet) => blocks.some((block) => has(sheet, block)));
  const [first = sheets.find((sheet) => sheet.name === name && sheet.rows.size > 0)] = marked;
  if (!first) return { is: 'absent' };
  if (marked.length === 0) return { is: 'unmarked', sheet: first };
  const own = marked.find((sheet) => sheet.name === name) ?? first;
  return marked.every((sheet) => saysTheSame(sheet, own)) ? { is: 'found', sheet: own } : { is: 'several', sheets: marked };
}

function saysTheSame(one: CellSheet, other: CellSheet): boolean {
  const [mine, theirs] = [one, other].map(({ rows }) => JSON.stringify([...rows].map(([row, cells]) => [row, [...cells].map(textAt)])));
  return mine === theirs;
}

const textAt = ([column, { text }]: [number, Cell]) => [column, text];
