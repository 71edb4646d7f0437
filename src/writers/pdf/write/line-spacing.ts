import { scriptGap } from '../../../typesetting/text-width.js';
import type { TextItem } from '../layout/page.js';

/** White after each character of a line, in points. */
export interface LineSpacing {
  /** What justification adds to each gap that stretches. */
  readonly stretch: number;
  readonly after: readonly number[];
}

export const isAscii = (codePoint: number): boolean => codePoint < 0x7f;

/** Gaps inside numbers and Latin words do not stretch. */
const stretches = (before: number, after: number): boolean => !isAscii(before) || !isAscii(after) || before === 0x20;

/** A gap between Chinese and digits may grow by so many ems, from a quarter to a half, before any other gap does. */
const SCRIPT_GAP_GROWTH = 0.25;

/** Beyond so many ems a gap, holes are worse than a short line: it stays ragged. */
const LOOSEST = 0.25;

/**
 * Distributes what a justified line lacks over its gaps; those at its end, and before a hung mark, get nothing. A long
 * figure that may not be torn leaves much to distribute: white goes first where there is some already.
 */
export function lineSpacing(item: TextItem, codes: readonly number[]): LineSpacing {
  const last = lastStretching(item, codes);
  const flags = codes.map((code, index) => index < last && stretches(code, codes[index + 1] ?? 0));
  const gaps = codes.map((code, index) => gapAfter(code, codes[index + 1]));
  const { stretch, growth } = shares(item, flags, gaps);
  const after = codes.map((_, index) => {
    const gap = gaps[index] ?? 0;
    return item.spacing + gap * item.size + (flags[index] ? stretch + (gap > 0 ? growth : 0) : 0);
  });
  return { stretch, after };
}

/** What each stretching gap gets, and what each gap between scripts gets beyond it. */
function shares({ slack, size }: TextItem, flags: readonly boolean[], gaps: readonly number[]): { stretch: number; growth: number } {
  const count = slack === 0 ? 0 : flags.filter(Boolean).length;
  if (count === 0) return { stretch: 0, growth: 0 };
  const between = flags.filter((flag, index) => flag && (gaps[index] ?? 0) > 0).length;
  const growth = between === 0 || slack < 0 ? 0 : Math.min(SCRIPT_GAP_GROWTH * size, slack / between);
  const stretch = (slack - growth * between) / count;
  return stretch > LOOSEST * size ? { stretch: 0, growth: 0 } : { stretch, growth };
}

const gapAfter = (code: number, next: number | undefined): number => (next === undefined ? 0 : scriptGap(code, next));

/** Index of the last character that is set inside the width. */
function lastStretching(item: TextItem, codes: readonly number[]): number {
  let last = codes.length - 1;
  while (codes[last] === 0x20 || codes[last] === 0x3000) last -= 1;
  return item.hung ? last - 1 : last;
}
