import { isLowSurrogate, scriptGap, unitsOf } from '../../../typesetting/text-width.js';
import type { TextItem } from '../layout/page.js';

export const isAscii = (codePoint: number): boolean => codePoint < 0x7f;
export const isBlank = (codePoint: number): boolean => codePoint === 0x20 || codePoint === 0x3000;

/** Gaps inside numbers and Latin words do not stretch. */
const stretches = (before: number, after: number): boolean => !isAscii(before) || !isAscii(after) || before === 0x20;

/** A gap between Chinese and digits may grow by so many ems, from a quarter to a half, before any other gap does. */
const SCRIPT_GAP_GROWTH = 0.25;

/** Beyond so many ems a gap, holes are worse than a short line, as before an amount that is not torn: it stays ragged. */
const LOOSEST = 0.15;

/**
 * White after each character of a line, in points. What a justified line lacks is distributed over its gaps; those at its
 * end, and before a hung mark, get nothing. A long figure that may not be torn leaves much to distribute: white goes first
 * where there is some already.
 */
export class LineSpacing {
  private readonly last: number;
  /** What justification adds to each gap that stretches, and to each between scripts beyond it. */
  private stretch = 0;
  private growth = 0;

  constructor(private readonly item: TextItem) {
    this.last = lastStretching(item);
    if (item.slack !== 0) this.distribute(item.slack, item.size);
  }

  /** After most characters. */
  get regular(): number {
    return this.item.spacing + this.stretch;
  }

  /** After the character that begins at an offset of the text. */
  after(at: number): number {
    const { text, spacing, size } = this.item;
    const before = text.codePointAt(at) ?? 0;
    const next = text.codePointAt(at + unitsOf(before));
    const gap = next === undefined ? 0 : scriptGap(before, next);
    const more = at < this.last && stretches(before, next ?? 0) ? this.stretch + (gap > 0 ? this.growth : 0) : 0;
    return spacing + gap * size + more;
  }

  private distribute(slack: number, size: number): void {
    const { gaps, between } = this.countGaps();
    if (gaps === 0) return;
    const growth = between === 0 || slack < 0 ? 0 : Math.min(SCRIPT_GAP_GROWTH * size, slack / between);
    const stretch = (slack - growth * between) / gaps;
    if (stretch <= LOOSEST * size) [this.stretch, this.growth] = [stretch, growth];
  }

  /** Those that stretch, and those among them where scripts meet. */
  private countGaps(): { readonly gaps: number; readonly between: number } {
    const { text } = this.item;
    let [gaps, between, before] = [0, 0, text.codePointAt(0) ?? 0];
    for (let at = unitsOf(before); at <= this.last; at += unitsOf(before)) {
      const next = text.codePointAt(at) ?? 0;
      if (stretches(before, next)) gaps += 1;
      if (scriptGap(before, next) > 0) between += 1;
      before = next;
    }
    return { gaps, between };
  }
}

/** Offset of the last character that is set inside the width. */
function lastStretching({ text, hung }: TextItem): number {
  let end = text.length;
  while (isBlank(text.charCodeAt(end - 1))) end -= 1;
  return startOfLast(text, hung ? startOfLast(text, end) : end);
}

/** Where the character begins that ends at an offset. */
const startOfLast = (text: string, end: number): number => end - (end > 1 && isLowSurrogate(text.charCodeAt(end - 1)) ? 2 : 1);
