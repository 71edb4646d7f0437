import type { Margins, PageGeometry, StyleName, TextStyle } from '../document/layout.js';
import { breakLines } from '../typesetting/break-lines.js';
import { textWidth } from '../typesetting/text-width.js';

/** A cell before its geometry is settled. */
export interface GridCell {
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly style: StyleName;
  readonly text: string;
  /** Codes and amounts never break. */
  readonly unbreakable: boolean;
  readonly header: boolean;
}

export interface Geometry {
  readonly columnWidths: readonly number[];
  readonly rowHeights: readonly number[];
}

export interface Setting {
  readonly styles: Readonly<Record<StyleName, TextStyle>>;
  readonly padding: number;
  readonly border: number;
  /** Comfortable height of a one-line row. */
  readonly maximumRowHeight: number;
}

/** Narrowest column: two characters beside its padding. */
const MINIMUM_CHARACTERS = 2;
/** Least space over and under the text of a cell. */
const MINIMUM_MARGIN = 0.5;
/** Word may set a line a little wider than we measure: lines are counted in cells this much narrower. */
const SLACK = 0.5;
/** Amounts and codes get this much more than their canonical width, for faces with wider digits. */
const DIGIT_ROOM = 1.12;
/** Content longer than this many characters waits until the headers have their room. */
const LONG_CONTENT = 18;
/** Headers up to this many characters are wanted on one line; longer ones on two. */
const SHORT_HEADER = 6;

/**
 * Widths in points that fill `width`: every column gets what may not break, then what its usual content wants, then
 * its header, then its longest content, then its part of the rest by weight. Undefined where even the narrowest columns do not fit.
 */
export function columnWidths(
  rows: readonly (readonly GridCell[])[],
  weights: readonly number[],
  width: number,
  setting: Setting,
): number[] | undefined {
  const cells = rows.flat().filter((cell) => cell.columnSpan === 1);
  const need = (measure: (cell: GridCell) => number) => weights.map((_, column) => widest(cells, column, measure));
  const least = need((cell) => leastWidth(cell, setting));
  if (total(least) > width) return undefined;
  const usual = need((cell) => (cell.header ? 0 : fullWidth(cell, setting, LONG_CONTENT)));
  const withHeaders = need((cell) => (cell.header ? fullWidth(cell, setting) : 0));
  const longest = need((cell) => fullWidth(cell, setting));
  const filled = [usual, withHeaders, longest].reduce<readonly number[]>((widths, wanted) => growTowards(widths, wanted, width), least);
  const left = width - total(filled);
  return inTwips(
    filled.map((one, index) => one + ((weights[index] ?? 0) / total(weights)) * left),
    width,
  );
}

/** Widens columns towards what is wanted, all by the same part of what they lack, as far as `width` allows. */
function growTowards(widths: readonly number[], wanted: readonly number[], width: number): number[] {
  const missing = widths.map((one, index) => Math.max(0, (wanted[index] ?? 0) - one));
  const rate = Math.min(1, (width - total(widths)) / Math.max(1, total(missing)));
  return widths.map((one, index) => one + (missing[index] ?? 0) * rate);
}

/** Widths strictly by weight, as a form draws them, but for columns whose content may not break. */
export function weightedWidths(
  rows: readonly (readonly GridCell[])[],
  weights: readonly number[],
  width: number,
  setting: Setting,
): number[] | undefined {
  const cells = rows.flat().filter((cell) => cell.columnSpan === 1);
  const least = weights.map((_, column) => widest(cells, column, (cell) => leastWidth(cell, setting)));
  if (total(least) > width) return undefined;
  const plain = weights.map((weight) => (weight / total(weights)) * width);
  const short = total(plain.map((one, index) => Math.max(0, (least[index] ?? 0) - one)));
  const spare = plain.map((one, index) => Math.max(0, one - (least[index] ?? 0)));
  const rate = short / Math.max(1, total(spare));
  return inTwips(
    plain.map((one, index) => Math.max(one, least[index] ?? 0) - (spare[index] ?? 0) * rate),
    width,
  );
}

function widest(cells: readonly GridCell[], column: number, measure: (cell: GridCell) => number): number {
  return Math.max(0, ...cells.filter((cell) => cell.column === column).map(measure));
}

/** Room for a cell without a line break; a header is content with half of its text. */
function fullWidth(cell: GridCell, setting: Setting, characters = Number.POSITIVE_INFINITY): number {
  const { size, leftIndent } = setting.styles[cell.style];
  const text = Math.min(textWidth(cell.text, size), characters * size) + SLACK;
  const wanted = cell.header && cell.text.length > SHORT_HEADER ? text / 2 + size : text;
  return Math.max(leastWidth(cell, setting), wanted + leftIndent * size + 2 * setting.padding);
}

function leastWidth(cell: GridCell, { styles, padding }: Setting): number {
  const { size, leftIndent } = styles[cell.style];
  const needed = cell.unbreakable ? textWidth(cell.text, size) * DIGIT_ROOM : MINIMUM_CHARACTERS * size;
  return needed + leftIndent * size + 2 * padding;
}

/** Whole twentieths of a point, as Word counts; what rounding leaves goes to the widest column. */
function inTwips(widths: readonly number[], width: number): number[] {
  const rounded = widths.map((one) => Math.floor(one * 20));
  const widest = widths.indexOf(Math.max(...widths));
  rounded[widest] = (rounded[widest] ?? 0) + Math.floor(width * 20) - total(rounded);
  return rounded.map((one) => one / 20);
}

/**
 * Exact row heights, borders included. Rows are as roomy as `maximumRowHeight` allows; where a little less room
 * keeps the whole table on the page (`available` points), they give way, down to the text itself.
 */
export function rowHeights(
  rows: readonly (readonly GridCell[])[],
  widths: readonly number[],
  available: number,
  setting: Setting,
): number[] {
  const bare = bareHeights(rows, widths, setting);
  const line = Math.min(...bare);
  const roomy = Math.max(2 * MINIMUM_MARGIN, setting.maximumRowHeight - line - setting.border);
  const fitting = (available - total(bare)) / rows.length - setting.border;
  const margin = fitting >= 2 * MINIMUM_MARGIN ? Math.min(roomy, fitting) : roomy;
  return bare.map((height) => Math.floor((height + margin + setting.border) * 20) / 20);
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
    filled[last] = (filled[last] ?? 0) + Math.max(0, need - total(filled.slice(row, last + 1)));
  }
  return filled;
}

function textHeight(cell: GridCell, widths: readonly number[], style: TextStyle, padding: number): number {
  const room = total(widths.slice(cell.column, cell.column + cell.columnSpan)) - 2 * padding - style.leftIndent * style.size - SLACK;
  const setting = { width: room, size: style.size, characterSpacing: style.characterSpacing, firstLineIndent: 0 };
  return (cell.unbreakable ? 1 : breakLines(cell.text, setting).length) * style.linePitch;
}

/** Left free at the foot of a page that a table fills: the end of a Word section takes a small paragraph. */
export const FOOT_RESERVE = 6;

/** Points of text width and height of a page. */
export function textArea(page: PageGeometry, orientation: 'portrait' | 'landscape'): { width: number; height: number } {
  const upright = orientation === 'portrait';
  const margins: Margins = upright ? page.margins : page.landscapeMargins;
  const [width, height] = upright ? [page.width, page.height] : [page.height, page.width];
  return { width: width - margins.left - margins.right, height: height - margins.top - margins.bottom };
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
