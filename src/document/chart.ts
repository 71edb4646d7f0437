/** A bar in a square of 1 by 1: where it begins across, how broad it is, where it begins along, how long it is. */
export interface BarRectangle {
  readonly at: number;
  readonly breadth: number;
  readonly from: number;
  readonly length: number;
}

/** Of its share of the breadth, what a bar takes. */
const BREADTH = 0.6;

/** The bars of a chart, in order, from the line of zero; what is negative goes the other way. Only a drawing: the figures are printed beside it. */
export function barRectangles(values: readonly number[]): readonly BarRectangle[] {
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const scale = most === least ? 0 : 1 / (most - least);
  return values.map((value, index) => ({
    at: (index + (1 - BREADTH) / 2) / values.length,
    breadth: BREADTH / values.length,
    from: (Math.min(0, value) - least) * scale,
    length: Math.abs(value) * scale,
  }));
}

/** Calm colours whose greys alternate, so that neighbours differ in a black-and-white print too. */
const COLOURS = ['1F4E79', 'D9A441', '8E2F2F', '9DB7CC', '4B6B3C', 'E4C9A0', '5A4A78', 'B9CDB0', '2F7F86', 'D98C7A'];

/** The colour of a slice, RRGGBB. The last lies beside the first: never in its colour. */
export function sliceColour(index: number, count: number): string {
  const clash = index > 0 && index === count - 1 && index % COLOURS.length === 0;
  return COLOURS[(index + (clash ? 3 : 0)) % COLOURS.length] as string;
}
