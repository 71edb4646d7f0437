import { type Block, inlineText, itemContent, type List } from '../../../document/document.js';
import type { TextStyle } from '../../../document/layout.js';
import { startsPage } from '../../../document/page-breaks.js';
import { paragraphLines, tracked } from '../../../typesetting/line-setting.js';
import type { LayoutContext } from './context.js';
import { leastLines, paragraphHeight, tableTitleHeight } from './place-paragraph.js';

/** True where a block must not be the last of its page. */
export function keepsWithNext(context: LayoutContext, block: Block): boolean {
  switch (block.type) {
    case 'heading':
    case 'tableTitle':
      return true;
    case 'paragraph':
      return block.keepWithNext === true || context.style(block.style).keepWithNext;
    default:
      return false;
  }
}

/**
 * Height of the block at `at` with all that must stand under it on the same page: the blocks kept with it whole,
 * and of the first that is not, what may not be less on a page.
 */
export function keptHeight(context: LayoutContext, blocks: readonly Block[], at: number): number {
  let height = 0;
  for (let index = at; index < blocks.length; index++) {
    const block = blocks[index];
    if (block === undefined || (index > at && startsPage(block, blocks[index - 1]))) break;
    if (!keepsWithNext(context, block)) return height + leastHeight(context, block);
    height += wholeHeight(context, block);
  }
  return height;
}

function wholeHeight(context: LayoutContext, block: Block): number {
  const { width } = context.flow;
  if (block.type === 'tableTitle') return tableTitleHeight(context, block);
  if (block.type === 'heading') return paragraphHeight(inlineText(block.content), context.style(block.style), width);
  if (block.type === 'paragraph')
    return paragraphHeight(inlineText(block.content), tracked(context.style(block.style), block.tracking), width);
  return 0;
}

/** The first lines of a paragraph, the header and first row of a table, a whole chart. */
function leastHeight(context: LayoutContext, block: Block): number {
  switch (block.type) {
    case 'paragraph':
      return leastParagraphHeight(context, inlineText(block.content), tracked(context.style(block.style), block.tracking));
    case 'list':
      return leastListHeight(context, block);
    case 'table':
      return block.rows.slice(0, block.headerRows + 1).reduce((sum, row) => sum + row.height, 0);
    case 'chart':
      return block.height;
    default:
      return 0;
  }
}

function leastListHeight(context: LayoutContext, { items: [first], style }: List): number {
  return first === undefined
    ? 0
    : leastParagraphHeight(context, inlineText(itemContent(first)), tracked(context.style(style), first.tracking));
}

function leastParagraphHeight(context: LayoutContext, text: string, style: TextStyle): number {
  return style.spaceBefore + leastLines(paragraphLines(text, style, context.flow.width).length) * style.linePitch;
}
