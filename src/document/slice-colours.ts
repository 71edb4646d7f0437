/** Calm colours whose greys alternate, so that neighbours differ in a black-and-white print too. */
const COLOURS = ['1F4E79', 'D9A441', '8E2F2F', '9DB7CC', '4B6B3C', 'E4C9A0', '5A4A78', 'B9CDB0', '2F7F86', 'D98C7A'];

/** The colour of a slice, RRGGBB. The last lies beside the first: never in its colour. */
export function sliceColour(index: number, count: number): string {
  const clash = index > 0 && index === count - 1 && index % COLOURS.length === 0;
  return COLOURS[(index + (clash ? 3 : 0)) % COLOURS.length] as string;
}
