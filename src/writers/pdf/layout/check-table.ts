import type { LayoutContext } from './context.js';
import { TOLERANCE } from './page-flow.js';
import { cellsOf, type Grid, type GridCell } from './table-grid.js';

/** A header that leaves less of the page than this to its table is an error. */
const HEADER_SHARE = 0.6;

/** Both sides of a break within a number. */
const FIGURE = /[0-9.,][0-9.,%]/;

const points = (length: number): string => String(Math.round(length * 10) / 10);

/** What cannot be set as it should: reported by the table's name, before anything is lost or overprinted. */
export function checkTable(context: LayoutContext, grid: Grid): void {
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
  for (const cell of cellsOf(grid)) checkCell(context, grid, cell);
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
