import { inlineText, type Table, type TableCell } from '../../../document/document.js';
import type { Layout, TextStyle } from '../../../document/layout.js';
import { stylesAtSize } from '../../../document/sheet.js';
import type { Line } from '../../../typesetting/break-lines.js';
import { cellLines } from '../../../typesetting/line-setting.js';
import type { StructureNode, TextSource } from './page.js';

/** A cell with the part of the grid it covers and its text, broken to its width. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
  readonly style: TextStyle;
  readonly lines: readonly Line[];
  readonly source: TextSource;
  readonly node: StructureNode;
}

/** A table as a grid in which every place knows the cell that covers it. */
export interface Grid {
  readonly table: Table;
  /** Left edge of each column and the right edge of the last, from the table's left edge. */
  readonly edges: readonly number[];
  readonly owners: ReadonlyArray<ReadonlyArray<GridCell | undefined>>;
  /** Of each row, every cell that covers a place of it once. */
  readonly rows: ReadonlyArray<readonly GridCell[]>;
}

/** Lays cells over the grid; `nodeFor` gives each its element. */
export function buildGrid(table: Table, layout: Layout, nodeFor: (cell: TableCell, row: number) => StructureNode): Grid {
  const edges = columnEdges(table.columnWidths);
  const measures = { table, edges, styles: stylesAtSize(layout.styles, table.textSize), padding: paddingOf(table, layout) };
  const owners = table.rows.map(() => new Array<GridCell | undefined>(table.columnWidths.length).fill(undefined));
  table.rows.forEach((row, index) => {
    for (const cell of row.cells) cover(owners, gridCell(cell, index, measures, nodeFor(cell, index)));
  });
  return { table, edges, owners, rows: owners.map(coveringCells) };
}

/** The places of one cell are neighbours. */
function coveringCells(places: ReadonlyArray<GridCell | undefined>): GridCell[] {
  return places.filter((cell, column): cell is GridCell => cell !== undefined && cell !== places[column - 1]);
}

function columnEdges(widths: readonly number[]): number[] {
  const edges = [0];
  for (const width of widths) edges.push((edges.at(-1) ?? 0) + width);
  return edges;
}

/** Left and right padding of a table's cells. */
export const paddingOf = (table: Table, layout: Layout): number => table.cellPadding ?? layout.table.cellPadding;

/** What a cell's lines depend on besides its text. */
interface Measures {
  readonly table: Table;
  readonly edges: readonly number[];
  readonly styles: Layout['styles'];
  readonly padding: number;
}

function gridCell(cell: TableCell, row: number, { table, edges, styles, padding }: Measures, node: StructureNode): GridCell {
  const { column } = cell;
  const columnSpan = Math.min(cell.columnSpan ?? 1, edges.length - 1 - column);
  const rowSpan = Math.min(cell.rowSpan ?? 1, table.rows.length - row);
  const text = inlineText(cell.content);
  const style = styles[cell.style];
  const width = (edges[column + columnSpan] ?? 0) - (edges[column] ?? 0);
  const lines = text === '' ? [] : cellLines(text, style, width, padding);
  return { row, column, rowSpan, columnSpan, text, style, lines, source: { text }, node };
}

function cover(owners: Array<Array<GridCell | undefined>>, cell: GridCell): void {
  for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
    for (let column = cell.column; column < cell.column + cell.columnSpan; column++) {
      const taken = owners[row]?.[column];
      if (taken !== undefined) throw new Error(`table cells overlap in row ${row}, column ${column}`);
      const line = owners[row];
      if (line !== undefined) line[column] = cell;
    }
  }
}
