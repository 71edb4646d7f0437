import type { Block } from './document.js';

/** Does a block start a new page within its section? A cover fills its page; a page break is one before what follows it. */
export function startsPage(block: Block, previous: Block | undefined): boolean {
  return previous?.type === 'pageBreak' || previous?.type === 'cover' || (block.type === 'tableTitle' && block.pageBreakBefore);
}
