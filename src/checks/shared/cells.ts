import type { AmountFormat } from '../../money/format.js';
import { oncePer } from '../../plain/objects.js';
import { tableAmounts } from '../../profile/amount-format.js';
import type { Profile } from '../../profile/profile.js';
import type { CellPlace, PublishedCell, PublishedTable } from '../../tables/published-table.js';
import { cellAt } from '../../tables/tails.js';
import type { Place } from '../check.js';

/** Title of the leaf column, as printed in the lowest header over it. */
export const columnTitle = (table: PublishedTable, column: number): string => columnTitles(table)[column] ?? '';

const columnTitles = oncePer(({ columns, header }: PublishedTable): readonly string[] => {
  const cells = header.flatMap((row) => row.cells).filter(({ role }) => role === 'header');
  return columns.map((_, index) => cells.findLast(({ column, columnSpan }) => column <= index && index < column + columnSpan)?.text ?? '');
});

/** What the row is called on the side of a column: the nearest text to its left. */
export function rowTitle(table: PublishedTable, { row, column }: CellPlace): string {
  const labels = (table.rows[row]?.cells ?? []).filter((cell) => cell.column < column && cell.role !== 'amount' && cell.text !== '');
  const names = labels.filter((cell) => cell.role === 'text');
  return (names.at(-1) ?? labels.at(-1))?.text ?? '';
}

/** By the label over it; in a form without labels by its title. */
export const tableCalled = ({ label, title }: PublishedTable): string => label || title;

/** «预算公开表1“收入总计”行“2026年”栏». */
export function cellName(table: PublishedTable, place: CellPlace): string {
  const row = rowTitle(table, place);
  return `${tableCalled(table)}${row === '' ? '' : `“${row}”行`}“${columnTitle(table, place.column)}”栏`;
}

export function cellPlace(table: PublishedTable, place: CellPlace): Place {
  return { kind: 'document', text: cellName(table, place), anchor: table.id };
}

/** How the amounts of a table are printed. */
export function tableFormat(table: PublishedTable, profile: Profile): AmountFormat {
  return tableAmounts(profile.spec, profile.tables[table.number - 1]);
}

export interface AmountCell {
  readonly table: PublishedTable;
  readonly place: CellPlace;
  readonly cell: PublishedCell;
}

/** Every cell of the tables that holds a figure. */
export const amountCells = oncePer((tables: readonly PublishedTable[]): readonly AmountCell[] => {
  const found: AmountCell[] = [];
  for (const table of tables)
    table.rows.forEach(({ cells }, row) => {
      for (const cell of cells) if (cell.figure) found.push({ table, place: { row, column: cell.column }, cell });
    });
  return found;
});

export function amountCell(table: PublishedTable, place: CellPlace): PublishedCell | undefined {
  return cellAt(table.rows, place);
}
