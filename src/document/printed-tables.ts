import {
  type Block,
  type Document,
  inlineText,
  type Section,
  type Table,
  type TableCell,
  type TableRow,
  type TableTitle,
} from './document.js';

/** A table with what is printed about it. */
export interface PrintedTable {
  readonly table: Table;
  /** A published table's; a form brings its own. */
  readonly title?: TableTitle;
  /** The line over a form. */
  readonly formTitle?: string;
  readonly notes: readonly string[];
  readonly orientation: Section['orientation'];
}

/** Every table of the document, in order. */
export function printedTables(document: Document): PrintedTable[] {
  return document.sections.flatMap(({ blocks, orientation }) =>
    blocks.flatMap((block, index) => {
      if (block.type !== 'table') return [];
      const notes = notesOf(blocks.slice(index + 1));
      return [{ table: block, ...titleOf(blocks[index - 1]), notes, orientation }];
    }),
  );
}

function titleOf(before: Block | undefined): Pick<PrintedTable, 'title' | 'formTitle'> {
  if (before?.type === 'tableTitle') return { title: before };
  return before?.type === 'paragraph' && before.style === 'formTitle' ? { formTitle: inlineText(before.content) } : {};
}

function notesOf(after: readonly Block[]): string[] {
  const end = after.findIndex((block) => block.type !== 'paragraph' || block.style !== 'tableNote');
  const notes = end < 0 ? after : after.slice(0, end);
  return notes.flatMap((block) => (block.type === 'paragraph' ? inlineText(block.content) : [])).filter((note) => note !== '');
}

/** The rows under the header; the pieces of a divided row are one row, as its reader takes them. */
export function wholeRows({ rows, headerRows }: Table): TableRow[] {
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
}
