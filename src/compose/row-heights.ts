import type { TextStyle } from '../document/layout.js';
import { total } from '../plain/objects.js';
import { breakLines } from '../typesetting/break-lines.js';
import { HAIR, type PageRoom, pagesTaken } from './settle-pages.js';
import { type GridCell, type Setting, SLACK } from './table-geometry.js';

/** Least space over and under the text of a cell. */
const MINIMUM_MARGIN = 0.5;

/**
 * Exact row heights, borders included. Rows are as roomy as `maximumRowHeight` allows; where a little less room
 * keeps the whole table on its first page, or saves its last, they give way.
 */
export function rowHeights(
  rows: readonly (readonly GridCell[])[],
  widths: readonly number[],
  headerRows: number,
  room: PageRoom,
  setting: Setting,
): number[] {
  const bare = bareHeights(rows, widths, setting);
  const line = Math.min(...bare);
  const roomy = Math.max(2 * MINIMUM_MARGIN, setting.maximumRowHeight - line - setting.border);
  const fitting = (room.first - room.foot - HAIR - total(bare)) / rows.length - setting.border;
  const heightsWith = (margin: number): number[] => bare.map((height) => Math.floor((height + margin + setting.border) * 20) / 20);
  if (fitting >= 2 * MINIMUM_MARGIN) return heightsWith(Math.min(roomy, fitting));
  return heightsWith(savingMargin(roomy, (margin) => pagesTaken(heightsWith(margin), headerRows, room).pages));
}

/** Rows of a table over several pages are at least so roomy: columns of figures are read along their rows. */
const READABLE_MARGIN = 2;
const MARGIN_STEP = 0.25;

/** The roomiest margin with which the table takes as few pages as it can: one that spills a few rows is set tighter. */
function savingMargin(roomy: number, pagesWith: (margin: number) => number): number {
  const fewest = pagesWith(READABLE_MARGIN);
  let margin = roomy;
  while (margin > READABLE_MARGIN && pagesWith(margin) > fewest) margin -= MARGIN_STEP;
  return Math.max(margin, READABLE_MARGIN);
}

/** Heights of the text alone: the tallest cell of each row, spans stretching the last row they cover. */
function bareHeights(
  rows: readonly (readonly GridCell[])[],
  widths: readonly number[],
  { styles, padding, maximumRowHeight }: Setting,
): number[] {
  const heights = rows.map(() => 0);
  const spanned: { row: number; span: number; need: number }[] = [];
  rows.forEach((cells, row) => {
    for (const cell of cells) {
      const need = textHeight(cell, widths, styles[cell.style], padding);
      if (cell.rowSpan === 1) heights[row] = Math.max(heights[row] ?? 0, need);
      else spanned.push({ row, span: cell.rowSpan, need });
    }
  });
  const least = Math.min(...heights.filter((height) => height > 0), maximumRowHeight);
  const filled = heights.map((height) => Math.max(height, least));
  for (const { row, span, need } of spanned) {
    const last = Math.min(row + span, filled.length) - 1;
    filled[last] = (filled[last] ?? 0) + Math.max(0, need - total(filled, row, last + 1));
  }
  return filled;
}

function textHeight(cell: GridCell, widths: readonly number[], style: TextStyle, padding: number): number {
  if (cell.unbreakable || cell.text === '') return style.linePitch;
  const room = total(widths, cell.column, cell.column + cell.columnSpan) - 2 * padding - style.leftIndent * style.size - SLACK;
  const setting = { width: room, size: style.size, characterSpacing: style.characterSpacing, firstLineIndent: 0 };
  return breakLines(cell.text, setting).length * style.linePitch;
}
