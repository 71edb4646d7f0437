import { type Inline, inlineText, type Table, type TableCell, type TableRow } from '../document/document.js';
import { total } from '../plain/objects.js';
import { breakLines, type LineSetting } from '../typesetting/break-lines.js';
import { type Setting, SLACK } from './table-geometry.js';

/** A row higher than this part of a page is divided: Word cannot break an exact row, and would leave half a page white. */
const TALLEST = 1 / 3;

/** Lines of one piece: enough to be read in one go, few enough to fill a page to its foot. */
const LINES = 6;

/** White over and under the lines of a piece, together. */
const PIECE_MARGIN = 1;

/** How a divided row is set. */
export interface DivisionSetting extends Pick<Setting, 'styles' | 'padding' | 'border'> {
  /** Height of the text area of a page. */
  readonly page: number;
}

/**
 * Divides each row that is too high into rows of a few lines, which both files can part between pages: a text goes on from
 * piece to piece without a rule between them; what has no second line, as an amount, stands in the first piece alone.
 * Cells that come down from above reach over all pieces.
 */
export function divideTallRows(table: Table, setting: DivisionSetting): Table {
  const limit = setting.page * TALLEST;
  if (table.rows.every((row, index) => index < table.headerRows || row.height <= limit)) return table;
  const pieces = table.rows.map((row, index) =>
    index < table.headerRows || row.height <= limit ? [row] : divide(row, table.columnWidths, setting),
  );
  const counts = pieces.map((each) => each.length);
  const rows = pieces.flatMap((each, index) =>
    each.map((row) => ({ ...row, cells: row.cells.map((cell) => reachOver(cell, index, counts)) })),
  );
  return { ...table, rows };
}

/** A cell over several rows covers the pieces of all of them. */
function reachOver(cell: TableCell, row: number, counts: readonly number[]): TableCell {
  const { rowSpan = 1 } = cell;
  return rowSpan === 1 ? cell : { ...cell, rowSpan: total(counts, row, row + rowSpan) };
}

function divide(row: TableRow, widths: readonly number[], setting: DivisionSetting): readonly TableRow[] {
  const texts = row.cells.map((cell) => linesOf(cell, widths, setting));
  const count = Math.ceil(Math.max(...texts.map((lines) => lines.length)) / LINES);
  if (count < 2) return [row];
  return Array.from({ length: count }, (_, piece): TableRow => {
    const parts = texts.map((lines) => lines.slice(piece * LINES, (piece + 1) * LINES));
    const cells = row.cells.flatMap((cell, index): TableCell[] => pieceOf(cell, parts[index] ?? [], piece));
    const height = Math.max(...row.cells.map((cell, index) => (parts[index]?.length ?? 0) * setting.styles[cell.style].linePitch));
    return { cells, height: Math.ceil((height + PIECE_MARGIN + setting.border) * 20) / 20, piece: piece === 0 ? 'first' : 'next' };
  });
}

/** A cell that spans rows stands once, where it begins. */
function pieceOf(cell: TableCell, lines: readonly string[], piece: number): TableCell[] {
  if ((cell.rowSpan ?? 1) > 1) return piece === 0 ? [cell] : [];
  if (isWhole(cell)) return [piece === 0 ? cell : { ...withoutScope(cell), content: [] }];
  const content: Inline[] = lines.length === 0 ? [] : [{ type: 'text', text: lines.join('') }];
  return [{ ...(piece === 0 ? cell : withoutScope(cell)), content }];
}

const withoutScope = ({ scope: _, ...cell }: TableCell): TableCell => cell;

/** Figures and what is set in one line are never divided. */
const isWhole = ({ content }: TableCell): boolean => content.some((inline) => inline.type !== 'text');

function linesOf(cell: TableCell, widths: readonly number[], { styles, padding }: DivisionSetting): string[] {
  if (isWhole(cell) || (cell.rowSpan ?? 1) > 1) return [''];
  const { size, characterSpacing, leftIndent } = styles[cell.style];
  const room = total(widths, cell.column, cell.column + (cell.columnSpan ?? 1)) - 2 * padding - leftIndent * size - SLACK;
  const line: LineSetting = { width: room, size, characterSpacing, firstLineIndent: 0 };
  const text = inlineText(cell.content);
  return breakLines(text, line).map(({ start, end }) => text.slice(start, end));
}
