import type { Table, TableCell } from '../../../document/document.js';
import type { Line } from '../../../typesetting/break-lines.js';
import type { LayoutContext } from './context.js';
import type { StructureAttributes, StructureNode } from './page.js';
import { TOLERANCE } from './page-flow.js';
import { rectangle } from './paths.js';
import { placeLine } from './place-paragraph.js';
import { type Chunk, chunkBorders, divideIntoChunks } from './table-bands.js';
import { buildGrid, type Grid, type GridCell, paddingOf } from './table-grid.js';
import { type CellPart, CellParts, wholePart } from './table-text.js';

/** Sets a table into the pages, each page's part closed by borders and under the header. */
export function placeTable(context: LayoutContext, table: Table): void {
  const { flow, layout } = context;
  const grid = buildGrid(table, layout, tableNodes(context.root, table));
  checkTable(context, grid);
  const chunks = divideIntoChunks(grid, { first: flow.room, page: flow.pageHeight, fresh: flow.fresh });
  const parts = new CellParts(grid, chunks);
  chunks.forEach((chunk, index) => {
    if (index > 0) flow.overflow();
    if (chunk.length > 0) placeChunk(context, grid, chunk, index, parts);
  });
}

/** The table's element with its rows; gives each cell its own element. */
function tableNodes(root: StructureNode, table: Table): (cell: TableCell, row: number) => StructureNode {
  const node = root.add('Table', { summary: table.alternativeText });
  const head = table.headerRows > 0 ? node.add('THead') : undefined;
  const body = table.rows.length > table.headerRows ? node.add('TBody') : undefined;
  const rows = table.rows.map((_, index) => (index < table.headerRows ? head : body)?.add('TR'));
  return (cell, row) => {
    // A row that begins with its own header, as in forms, holds values, though it is repeated.
    const header = row < table.headerRows && !table.rows[row]?.cells.some(({ scope: own }) => own === 'row');
    const scope = cell.scope === 'row' ? 'Row' : header || cell.scope === 'column' ? 'Column' : undefined;
    const element = rows[row]?.add(scope === undefined ? 'TD' : 'TH', attributesOf(cell, scope));
    if (element === undefined) throw new Error(`no row ${row} in table ${table.id}`);
    return element;
  };
}

/** Most cells have none, and then share the same nothing. */
function attributesOf({ columnSpan = 1, rowSpan = 1 }: TableCell, scope: StructureAttributes['scope']): StructureAttributes | undefined {
  if (scope === undefined && columnSpan === 1 && rowSpan === 1) return undefined;
  return { scope, columnSpan: columnSpan > 1 ? columnSpan : undefined, rowSpan: rowSpan > 1 ? rowSpan : undefined };
}

function placeChunk(context: LayoutContext, grid: Grid, chunk: Chunk, index: number, parts: CellParts): void {
  const { flow, layout } = context;
  const width = grid.edges.at(-1) ?? 0;
  const left = flow.left + (flow.width - width) / 2;
  const tops = [flow.y];
  for (const band of chunk) tops.push((tops.at(-1) ?? 0) + band.height);
  placeHeaderFill(context, grid, chunk, left, tops);
  chunk.forEach((band, at) => {
    const whole = wholePart({ chunk: index, firstBand: at, lastBand: at, height: band.height });
    for (const cell of grid.rows[band.row] ?? []) {
      if (grid.owners[chunk[at - 1]?.row ?? -1]?.[cell.column] === cell) continue;
      placeCell(context, grid, cell, parts.of(cell, index) ?? whole, left, tops, band.repeated);
    }
  });
  flow.put({
    kind: 'rules',
    width: layout.table.border,
    segments: chunkBorders(grid, chunk, left, tops, layout.table.border),
    mark: 'artifact',
  });
  flow.y = tops.at(-1) ?? flow.y;
}

function placeHeaderFill(context: LayoutContext, grid: Grid, chunk: Chunk, left: number, tops: readonly number[]): void {
  const fill = context.layout.table.headerFill;
  const bands = chunk.filter((band) => band.row < grid.table.headerRows).length;
  if (fill === undefined || bands === 0) return;
  const box = { left, top: tops[0] ?? 0, right: left + (grid.edges.at(-1) ?? 0), bottom: tops[bands] ?? 0 };
  context.flow.put({ kind: 'shape', path: rectangle(box), fill, mark: 'artifact' });
}

/** Half the white of a piece of a divided row, whose text begins at its top. */
const PIECE_TOP = 0.75;

/** The lines of a cell that this page shows, in the middle of what the page shows of the cell. */
function placeCell(
  context: LayoutContext,
  grid: Grid,
  cell: GridCell,
  part: CellPart,
  left: number,
  tops: readonly number[],
  header: boolean,
): void {
  const cellPadding = paddingOf(grid.table, context.layout);
  const first = (grid.edges[cell.column] ?? 0) + cellPadding;
  const last = (grid.edges[cell.column + cell.columnSpan] ?? 0) - cellPadding;
  const repeated = part.repeated || header;
  const mark = repeated ? 'artifact' : cell.node;
  const place = { left: left + first, width: last - first, mark, source: repeated ? undefined : cell.source } as const;
  const toLine = Math.min(part.toLine, cell.lines.length);
  const above = part.height - (toLine - part.fromLine) * cell.style.linePitch;
  const isPiece = cell.rowSpan === 1 && grid.table.rows[cell.row]?.piece !== undefined;
  let top = (tops[part.firstBand] ?? 0) + (isPiece ? Math.min(above, PIECE_TOP) : above / 2);
  for (let line = part.fromLine; line < toLine; line += 1) {
    context.flow.put(placeLine(cell.text, cell.lines[line] as Line, cell.style, place, top));
    top += cell.style.linePitch;
  }
}

/** A header that leaves less of the page than this to its table is an error. */
const HEADER_SHARE = 0.6;

/** Both sides of a break within a number. */
const FIGURE = /[0-9.,][0-9.,%]/;

const points = (length: number): string => String(Math.round(length * 10) / 10);

/** What cannot be set as it should: reported by the table's name, before anything is lost or overprinted. */
function checkTable(context: LayoutContext, grid: Grid): void {
  const { flow, findings } = context;
  const { table } = grid;
  const width = grid.edges.at(-1) ?? 0;
  if (width > flow.width + TOLERANCE) {
    findings.add(
      'table-too-wide',
      `表格“${table.id}”宽${points(width)}磅，版心只有${points(flow.width)}磅。`,
      '减少列数或列宽，或者改用横向页面。',
    );
  }
  const header = table.rows.slice(0, table.headerRows).reduce((sum, row) => sum + row.height, 0);
  if (header > flow.pageHeight * HEADER_SHARE) {
    findings.add('table-header-too-tall', `表格“${table.id}”的表头高${points(header)}磅，超过版心高度的六成。`, '缩短表头文字或者加宽列。');
  }
  const tall = table.rows.findIndex((row, index) => index >= table.headerRows && header + row.height > flow.pageHeight + TOLERANCE);
  if (tall >= 0) {
    const height = points(table.rows[tall]?.height ?? 0);
    findings.add(
      'row-too-tall',
      `表格“${table.id}”第${tall + 1}行高${height}磅，超过一页，Word 会丢失超出的文字。`,
      '缩短这一行的文字，或加宽它的列。',
    );
  }
  grid.rows.forEach((cells, row) => {
    for (const cell of cells) if (cell.row === row) checkCell(context, grid, cell);
  });
}

function checkCell(context: LayoutContext, grid: Grid, cell: GridCell): void {
  let height = 0;
  for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) height += grid.table.rows[row]?.height ?? 0;
  const torn = cell.lines.find((line) => line.torn && FIGURE.test(cell.text.slice(line.end - 1, line.end + 1)));
  if (torn !== undefined) {
    context.findings.add(
      'figure-torn',
      `表格“${grid.table.id}”第${cell.row + 1}行的“${cell.text}”在数字中间换行。`,
      '加宽这一列，或者改用横向页面。',
      'warning',
    );
  }
  const needed = cell.lines.length * cell.style.linePitch;
  if (needed > height + TOLERANCE) {
    context.findings.add(
      'cell-too-low',
      `表格“${grid.table.id}”第${cell.row + 1}行的“${cell.text}”需要高${points(needed)}磅，行高只有${points(height)}磅。`,
      '行高应当容下每个单元格的全部文字。',
    );
  }
}
