/**
 * Canonical advance widths in em, independent of the face, so that lines break alike in Word and PDF:
 * full-width characters 1, ASCII as in Times New Roman, which Word sets for digits and letters.
 */
const ASCII_WIDTHS: readonly number[] = [
  // from U+0020 to U+007E, thousandths of an em
  250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278,
  564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944,
  722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389,
  278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
];

/** Advance of one code point in em. */
export function characterWidth(codePoint: number): number {
  const ascii = ASCII_WIDTHS[codePoint - 0x20];
  return ascii === undefined ? 1 : ascii / 1000;
}

/** Width of a text set at `size` points with `spacing` points added to each character. */
export function textWidth(text: string, size: number, spacing = 0): number {
  let width = 0;
  for (const character of text) width += characterWidth(character.codePointAt(0) ?? 0) * size + spacing;
  return width;
}
