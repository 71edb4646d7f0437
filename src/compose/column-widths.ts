import { textWidth } from '../typesetting/text-width.js';
import { type GridCell, type Setting, SLACK, total } from './table-geometry.js';

/** Narrowest column: two characters beside its padding. */
const MINIMUM_CHARACTERS = 2;
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
  const need = columnNeeds(rows, weights.length);
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
  const least = columnNeeds(rows, weights.length)((cell) => leastWidth(cell, setting));
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

/** What each column needs for the widest of its cells by some measure; cells over several columns do not count. */
function columnNeeds(rows: readonly (readonly GridCell[])[], columns: number) {
  const cells = rows.flat().filter((cell) => cell.columnSpan === 1);
  const byColumn = Array.from({ length: columns }, (_, column) => cells.filter((cell) => cell.column === column));
  return (measure: (cell: GridCell) => number): number[] => byColumn.map((own) => Math.max(0, ...own.map(measure)));
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
