import { type Block, type Document, inlineText, type Table, type TableCell, type TableRow } from '../document/document.js';
import { defined } from '../plain/objects.js';
import type { DataFigure, PublishedFigures } from './published-figures.js';

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
  return document.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block, index) =>
      block.type === 'table' ? [dataTable(block, blocks.slice(0, index), blocks.slice(index + 1), figures)] : [],
    ),
  );
}

function dataTable(table: Table, before: readonly Block[], after: readonly Block[], figures: PublishedFigures): DataTable {
  const notes = notesOf(after);
  return {
    ...titleOf(table, before),
    columns: columnsOf(table),
    rows: wholeRows(table).map((row) => row.cells.map((cell) => dataCell(cell, figures))),
    ...(notes.length > 0 && { notes }),
  };
}

/** The rows under the header; the pieces of a divided row are one row, as its reader takes them. */
function wholeRows({ rows, headerRows }: Table): TableRow[] {
  const isNext = (index: number): boolean => rows[index]?.piece === 'next';
  const count = (from: number, to: number): number => rows.slice(from, to).filter((_, index) => !isNext(from + index)).length;
  const whole: TableRow[] = [];
  for (let start = headerRows, end = start + 1; start < rows.length; start = end, end = start + 1) {
    while (isNext(end)) end += 1;
    const [first, ...rest] = rows.slice(start, end);
    const cells = (first?.cells ?? []).map((cell): TableCell => {
      const more = rest.flatMap((row) => row.cells.find(({ column }) => column === cell.column)?.content ?? []);
      const { rowSpan = 1 } = cell;
      return { ...cell, content: [...cell.content, ...more], ...(rowSpan > 1 && { rowSpan: count(start, start + rowSpan) }) };
    });
    if (first) whole.push({ ...first, cells });
  }
  return whole;
}

/** A published table has a title of its own; a form brings its title. */
function titleOf(table: Table, before: readonly Block[]): Pick<DataTable, 'label' | 'title' | 'unit'> {
  const title = before.at(-1);
  if (title?.type !== 'tableTitle') return { title: table.title };
  const { label, right } = title;
  return { ...defined({ label }), title: inlineText(title.title), ...(right !== '' && { unit: right }) };
}

function notesOf(after: readonly Block[]): string[] {
  const end = after.findIndex((block) => block.type !== 'paragraph' || block.style !== 'tableNote');
  const notes = end < 0 ? after : after.slice(0, end);
  return notes.flatMap((block) => (block.type === 'paragraph' ? inlineText(block.content) : [])).filter((note) => note !== '');
}

function columnsOf({ rows, headerRows, columnWidths }: Table): string[][] {
  if (headerRows === 0) return [];
  return columnWidths.map((_, column) => rows.slice(0, headerRows).flatMap((row) => headerOver(row, column)));
}

function headerOver(row: TableRow, column: number): string[] {
  const over = row.cells.filter((cell) => cell.column <= column && column < cell.column + (cell.columnSpan ?? 1));
  return over.map((cell) => inlineText(cell.content)).filter((text) => text !== '');
}

function dataCell({ column, columnSpan = 1, rowSpan = 1, content }: TableCell, figures: PublishedFigures): DataCell {
  const at = content.findIndex((inline) => inline.type === 'figure');
  const inline = content[at];
  return {
    column,
    ...(columnSpan > 1 && { columnSpan }),
    ...(rowSpan > 1 && { rowSpan }),
    text: inlineText(content),
    ...(inline?.type === 'figure' && { figure: figures(inline, content[at + 1]) }),
  };
}
