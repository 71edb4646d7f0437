import { total } from '../plain/objects.js';
import { longestWord } from '../typesetting/line-setting.js';
import { textWidth } from '../typesetting/text-width.js';
import { type GridCell, type Setting, SLACK } from './table-geometry.js';

/** What a column has at least. */
interface Least {
  /** Amounts and codes get this much more than their canonical width, for faces with wider digits. */
  readonly digitRoom: number;
  /** A header stands in at most so many lines. */
  readonly headerLines: number;
  /** No word of a label is torn, as far as words are known. */
  readonly wholeWords?: true;
}

/** Digits as wide as DejaVu Serif's (0.636 em), which stands in for Times New Roman where no better face is. */
const COMFORTABLE: Least = { digitRoom: 1.28, headerLines: 4 };
/** Where the page is too narrow for that. */
const TIGHT: Least = { digitRoom: 1.12, headerLines: Number.POSITIVE_INFINITY };

/** Where even that is too much: figures as wide as Times New Roman sets them, and a hair. */
const BARE: Least = { ...TIGHT, digitRoom: 1.02 };

/** A figure alone is cut off where it is too wide; with words it goes on in a second line. */
const IS_FIGURE = /^[-\d,.%]+$/;

/** Narrowest column: two characters beside its padding. */
const MINIMUM_CHARACTERS = 2;
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
  const least = leastWidths(need, width, setting);
  if (least === undefined) return undefined;
  const usual = need((cell) => (cell.header ? 0 : fullWidth(cell, setting, LONG_CONTENT)));
  const withHeaders = need((cell) => (cell.header ? fullWidth(cell, setting) : 0));
  const longest = need((cell) => (cell.header ? 0 : fullWidth(cell, setting))).map((one, column) =>
    Math.max(one, withHeaders[column] ?? 0),
  );
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
  const least = leastWidths(columnNeeds(rows, weights.length), width, setting, { ...COMFORTABLE, wholeWords: true });
  if (least === undefined) return undefined;
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
  return (measure: (cell: GridCell) => number): number[] => {
    const needs = new Array<number>(columns).fill(0);
    for (const cells of rows)
      for (const cell of cells) if (cell.columnSpan === 1) needs[cell.column] = Math.max(needs[cell.column] ?? 0, measure(cell));
    return needs;
  };
}

/** Room for a cell without a line break; a header is content with half of its text. */
function fullWidth(cell: GridCell, setting: Setting, characters = Number.POSITIVE_INFINITY): number {
  const { size, leftIndent } = setting.styles[cell.style];
  const whole = textWidth(cell.text, size);
  const text = Math.min(whole, characters * size) + SLACK;
  const wanted = cell.header && cell.text.length > SHORT_HEADER ? text / 2 + size : text;
  return Math.max(leastWidth(cell, setting, TIGHT, whole), wanted + leftIndent * size + 2 * setting.padding);
}

/** What is wanted where the page has the width, else tight; undefined where not even that fits. */
function leastWidths(need: ReturnType<typeof columnNeeds>, width: number, setting: Setting, wanted = COMFORTABLE): number[] | undefined {
  for (const least of [wanted, TIGHT, BARE]) {
    const widths = need((cell) => leastWidth(cell, setting, least));
    if (total(widths) <= width) return widths;
  }
  return undefined;
}

/** `whole` is the width of the cell's text on one line, where it is known. */
function leastWidth(cell: GridCell, { styles, padding }: Setting, least: Least, whole?: number): number {
  const { size, leftIndent } = styles[cell.style];
  const needed = cell.unbreakable
    ? (whole ?? textWidth(cell.text, size)) * Math.min(least.digitRoom, IS_FIGURE.test(cell.text) ? least.digitRoom : TIGHT.digitRoom)
    : leastCharacters(cell, least) * size + SLACK;
  return needed + leftIndent * size + 2 * padding;
}

/** Characters that a column holds beside each other: no header runs down the page. */
function leastCharacters({ text, header }: GridCell, { headerLines, wholeWords }: Least): number {
  // Most headers are too short to ask for more than every column has.
  const isLong = header && text.length > MINIMUM_CHARACTERS * headerLines;
  return Math.max(MINIMUM_CHARACTERS, wholeWords ? longestWord(text) : 0, isLong ? Math.ceil([...text].length / headerLines) : 0);
}

/** Whole twentieths of a point, as Word counts; what rounding leaves goes to the widest column. */
function inTwips(widths: readonly number[], width: number): number[] {
  const rounded = widths.map((one) => Math.floor(one * 20));
  const widest = widths.indexOf(Math.max(...widths));
  rounded[widest] = (rounded[widest] ?? 0) + Math.floor(width * 20) - total(rounded);
  return rounded.map((one) => one / 20);
}
