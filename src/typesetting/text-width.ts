/**
 * Canonical advance widths in em, independent of the face, so that lines break alike in Word and PDF:
 * full-width characters 1, ASCII as in Times New Roman, which Word sets for digits and letters.
 */
const ASCII_WIDTHS: readonly number[] = [
  // from U+0020 to U+007E, thousandths of an em
  250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278,
  278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722,
  722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500,
  500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
];

/** Advance of one code point in em. */
export function characterWidth(codePoint: number): number {
  const ascii = ASCII_WIDTHS[codePoint - 0x20];
  return ascii === undefined ? 1 : ascii / 1000;
}

/** Space that Word puts between Chinese characters and Latin letters or digits, in em. */
const SCRIPT_GAP = 0.25;

/** Scripts between which there is a gap; punctuation of either side stands without. */
type Script = 'none' | 'latin' | 'chinese';

function scriptOf(codePoint: number): Script {
  if (codePoint < 0x7f) return isLetterOrDigit(codePoint) ? 'latin' : 'none';
  const ideograph = (codePoint >= 0x3400 && codePoint <= 0x9fff) || codePoint === 0x3007 || codePoint >= 0x20000;
  return ideograph ? 'chinese' : 'none';
}

function isLetterOrDigit(ascii: number): boolean {
  return (ascii >= 0x30 && ascii <= 0x39) || (ascii >= 0x41 && ascii <= 0x5a) || (ascii >= 0x61 && ascii <= 0x7a);
}

/** Space between two code points of one line, in em. */
export function scriptGap(before: number, after: number): number {
  if (before < 0x7f === after < 0x7f) return 0;
  const [left, right] = [scriptOf(before), scriptOf(after)];
  return left !== 'none' && right !== 'none' && left !== right ? SCRIPT_GAP : 0;
}

/** How many places of a text its character takes. */
export const unitsOf = (codePoint: number): number => (codePoint > 0xffff ? 2 : 1);
/** The second place of a character that takes two. */
export const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;

/** Width of a text set on one line at `size` points with `spacing` points added to each character. */
export function textWidth(text: string, size: number, spacing = 0): number {
  let width = 0;
  let before = 0;
  for (let at = 0; at < text.length; at += unitsOf(before)) {
    const codePoint = text.codePointAt(at) ?? 0;
    width += (characterWidth(codePoint) + scriptGap(before, codePoint)) * size + spacing;
    before = codePoint;
  }
  return width;
}
