import { type Document, type Inline, inlineText, type Table, type TableCell, type TableRow } from '../document/document.js';
import type { FigureInline, FigureUnit } from '../document/figure.js';
import { type PrintedTable, printedTables, wholeRows } from '../document/printed-tables.js';
import { publicOrigins } from '../document/public-origin.js';
import { defined, oncePer } from '../plain/objects.js';

/** One cell: its text, and the figure that it prints. Spans are left out where they are 1. */
export interface DataCell {
  /** Column of its left edge, from 0. */
  readonly column: number;
  readonly columnSpan?: number;
  readonly rowSpan?: number;
  readonly text: string;
  readonly figure?: DataFigure;
}

/** A printed table. */
export interface DataTable {
  readonly label?: string;
  readonly title: string;
  /** The line under the title, such as 单位：万元. */
  readonly unit?: string;
  /** The header over each column, from top to bottom; empty for forms, whose labels stand among the cells. */
  readonly columns: readonly (readonly string[])[];
  readonly rows: readonly (readonly DataCell[])[];
  readonly notes?: readonly string[];
}

/** Every table, in order, with the title over it and the notes under it. */
export function publishedTables(document: Document, figures: PublishedFigures): DataTable[] {
  return printedTables(document).map((printed) => dataTable(printed, figures));
}

function dataTable(printed: PrintedTable, figures: PublishedFigures): DataTable {
  const { table, notes } = printed;
  return {
    ...titleOf(printed),
    columns: columnsOf(table),
    rows: wholeRows(table).map((row) => row.cells.map((cell) => dataCell(cell, figures))),
    ...(notes.length > 0 && { notes }),
  };
}

/** A published table has a title of its own; a form brings its title. */
function titleOf({ table, title }: PrintedTable): Pick<DataTable, 'label' | 'title' | 'unit'> {
  if (!title) return { title: table.title };
  const { label, right } = title;
  return { ...defined({ label }), title: inlineText(title.title), ...(right !== '' && { unit: right }) };
}

/** The header over each column, from top to bottom; of a table that has any. */
export const columnsOf = oncePer(({ rows, headerRows, columnWidths }: Table): string[][] => {
  const header = rows.slice(0, headerRows);
  return headerRows === 0 ? [] : columnWidths.map((_, column) => header.flatMap((row) => headerOver(row, column)));
});

function headerOver(row: TableRow, column: number): string[] {
  const over = row.cells.filter((cell) => cell.column <= column && column < cell.column + (cell.columnSpan ?? 1));
  return over.map((cell) => inlineText(cell.content)).filter((text) => text !== '');
}

function dataCell({ column, columnSpan = 1, rowSpan = 1, content }: TableCell, figures: PublishedFigures): DataCell {
  const at = content.findIndex((inline) => inline.type === 'figure');
  const inline = content[at];
  const text = inlineText(content);
  const figure = inline?.type === 'figure' ? figures(inline, content[at + 1]) : undefined;
  // Nearly all are of these two kinds.
  if (columnSpan === 1 && rowSpan === 1) return figure ? { column, text, figure } : { column, text };
  return { column, ...(columnSpan > 1 && { columnSpan }), ...(rowSpan > 1 && { rowSpan }), text, ...defined({ figure }) };
}

/** A printed figure: as printed, and exactly. */
export interface DataFigure {
  readonly printed: string;
  /** The unit that follows it in the text, where one does. */
  readonly printedUnit?: string;
  /** A decimal number, amounts in 元. */
  readonly exact: string;
  readonly unit: FigureUnit;
  readonly label: string;
  /** How it comes from others; absent: it is stated. */
  readonly formula?: string;
  /** What it comes from, where all of that is printed too. */
  readonly inputs?: readonly { readonly label: string; readonly exact: string }[];
}

/** Turns a printed figure into its data, for one document. */
export type PublishedFigures = (inline: FigureInline, after?: Inline) => DataFigure;

/** A figure that is nowhere printed is not named either, not as what another comes from. */
export function publishedFigures(document: Document): PublishedFigures {
  const origins = publicOrigins(document);
  return (inline, after) => {
    const { text, value, unit, figure } = inline;
    const record = document.figures[figure];
    const printedUnit = unit === 'yuan' ? /^(?:万元|元)/.exec(after?.text ?? '')?.[0] : undefined;
    const base = { printed: text, ...defined({ printedUnit }), exact: value, unit, label: record?.label ?? '' };
    if (record?.origin.kind !== 'derived') return base;
    const { formula } = record.origin;
    const parts = origins.of(figure)?.parts?.flatMap((id) => document.figures[id] ?? []);
    return { ...base, formula, ...(parts && { inputs: parts.map(({ label, value: exact }) => ({ label, exact })) }) };
  };
}
