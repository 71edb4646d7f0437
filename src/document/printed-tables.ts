import { defined, oncePer } from '../plain/objects.js';
import { type Block, type Document, inlineText, type Table, type TableCell, type TableRow, type TableTitle } from './document.js';
import type { Sheet } from './sheet.js';

/** A table with what is printed about it. */
export interface PrintedTable {
  readonly table: Table;
  /** A published table's; a form brings its own. */
  readonly title?: TableTitle;
  /** The line over a form. */
  readonly formTitle?: string;
  readonly notes: readonly string[];
  readonly sheet: Sheet;
}

/** Every table of the document, in order. */
export const printedTables = oncePer((document: Document): readonly PrintedTable[] =>
  document.sections.flatMap(({ blocks, orientation, paper }) =>
    blocks.flatMap((block, index) => {
      if (block.type !== 'table') return [];
      return [
        { table: block, ...titleOf(blocks[index - 1]), notes: notesAfter(blocks, index), sheet: { orientation, ...defined({ paper }) } },
      ];
    }),
  ),
);

function titleOf(before: Block | undefined): Pick<PrintedTable, 'title' | 'formTitle'> {
  if (before?.type === 'tableTitle') return { title: before };
  return before?.type === 'paragraph' && before.style === 'formTitle' ? { formTitle: inlineText(before.content) } : {};
}

/** The texts right under a table. */
function notesAfter(blocks: readonly Block[], table: number): string[] {
  const notes: string[] = [];
  for (let next = table + 1; next < blocks.length; next += 1) {
    const block = blocks[next];
    if (block?.type !== 'paragraph' || block.style !== 'tableNote') break;
    notes.push(inlineText(block.content));
  }
  return notes.filter((note) => note !== '');
}

/** The rows under the header; the pieces of a divided row are one row, as its reader takes them. */
export const wholeRows = oncePer(({ rows, headerRows }: Table): readonly TableRow[] => {
  if (!rows.some(({ piece }) => piece === 'next')) return rows.slice(headerRows);
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
    if (first) whole.push({ ...first, cells, height: [first, ...rest].reduce((sum, { height }) => sum + height, 0) });
  }
  return whole;
});

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
