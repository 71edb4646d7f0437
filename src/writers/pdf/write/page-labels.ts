import type { LaidPage } from '../layout/page.js';

/** The number tree by which a viewer shows the printed numbers; pages that print none count in Roman. */
export function pageLabelTree(pages: readonly LaidPage[]): { readonly Nums: readonly unknown[] } {
  const nums: unknown[] = [];
  pages.forEach((page, index) => {
    const before = pages[index - 1];
    const runsOn = before !== undefined && before.numbered === page.numbered && before.number + 1 === page.number;
    if (!runsOn) nums.push(index, { S: page.numbered ? 'D' : 'r', St: page.number });
  });
  return { Nums: nums };
}
