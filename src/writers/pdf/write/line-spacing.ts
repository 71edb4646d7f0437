import { scriptGap } from '../../../typesetting/text-width.js';
import type { TextItem } from '../layout/page.js';

export const isAscii = (codePoint: number): boolean => codePoint < 0x7f;

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

  constructor(
    private readonly item: TextItem,
    private readonly codes: readonly number[],
  ) {
    this.last = lastStretching(item, codes);
    if (item.slack !== 0) this.distribute(item.slack, item.size);
  }

  /** After most characters. */
  get regular(): number {
    return this.item.spacing + this.stretch;
  }

  after(index: number): number {
    const gap = this.gap(index);
    const more = this.stretches(index) ? this.stretch + (gap > 0 ? this.growth : 0) : 0;
    return this.item.spacing + gap * this.item.size + more;
  }

  private distribute(slack: number, size: number): void {
    const gaps = this.codes.flatMap((_, index) => (this.stretches(index) ? [this.gap(index)] : []));
    if (gaps.length === 0) return;
    const between = gaps.filter((gap) => gap > 0).length;
    const growth = between === 0 || slack < 0 ? 0 : Math.min(SCRIPT_GAP_GROWTH * size, slack / between);
    const stretch = (slack - growth * between) / gaps.length;
    if (stretch <= LOOSEST * size) [this.stretch, this.growth] = [stretch, growth];
  }

  private stretches(index: number): boolean {
    return index < this.last && stretches(this.codes[index] ?? 0, this.codes[index + 1] ?? 0);
  }

  private gap(index: number): number {
    const next = this.codes[index + 1];
    return next === undefined ? 0 : scriptGap(this.codes[index] ?? 0, next);
  }
}

/** Index of the last character that is set inside the width. */
function lastStretching(item: TextItem, codes: readonly number[]): number {
  let last = codes.length - 1;
  while (codes[last] === 0x20 || codes[last] === 0x3000) last -= 1;
  return item.hung ? last - 1 : last;
}
