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

/** Distributes what a justified line lacks over its gaps; those at its end, and before a hung mark, get nothing. */
export function lineSpacing(item: TextItem, codes: readonly number[]): LineSpacing {
  const last = lastStretching(item, codes);
  const flags = codes.map((code, index) => index < last && stretches(code, codes[index + 1] ?? 0));
  const count = item.slack === 0 ? 0 : flags.filter(Boolean).length;
  const stretch = count === 0 ? 0 : item.slack / count;
  const after = codes.map((code, index) => {
    const next = codes[index + 1];
    return item.spacing + (flags[index] ? stretch : 0) + (next === undefined ? 0 : scriptGap(code, next) * item.size);
  });
  return { stretch, after };
}

/** Index of the last character that is set inside the width. */
function lastStretching(item: TextItem, codes: readonly number[]): number {
  let last = codes.length - 1;
  while (codes[last] === 0x20 || codes[last] === 0x3000) last -= 1;
  return item.hung ? last - 1 : last;
}
