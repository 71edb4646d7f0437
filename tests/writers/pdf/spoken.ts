import { type Block, inlineText, itemContent } from '../../../src/document/document.js';

/** What a reader hears of a block; the contents and their numbers are known only from the pages. */
export function spoken(block: Block): string {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return inlineText(block.content);
    case 'list':
      return block.items.map((item) => inlineText(itemContent(item))).join('');
    case 'tableTitle':
      return `${block.label ?? ''}${inlineText(block.title)}${block.left}${block.right}`;
    case 'table':
      return block.rows.flatMap((row) => row.cells.map((cell) => inlineText(cell.content))).join('');
    case 'chart':
      return block.title + block.slices.map((slice) => slice.label + slice.amount.text + (slice.share?.text ?? '')).join('');
    case 'cover':
      return block.lines.map((line) => inlineText(line.content)).join('');
    case 'toc':
    case 'pageBreak':
      return '';
    default:
      return block satisfies never;
  }
}
