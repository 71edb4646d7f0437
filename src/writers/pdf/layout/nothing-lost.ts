import { type Block, type Document, inlineText } from '../../../document/document.js';
import { blocksOf, textsOfBlock } from '../../../document/walk.js';
import type { Findings } from './context.js';
import type { LaidPage, TextSource } from './page.js';
import { tocEntries } from './place-toc.js';

/**
 * Compares the texts of the document, taken from its tree, with the texts that stand on the pages. The two are
 * gathered on separate ways, so that a fault of the layout cannot hide itself.
 */
export function checkNothingLost(document: Document, pages: readonly LaidPage[], findings: Findings): void {
  const laid = new Map<string, number>();
  for (const text of laidTexts(pages)) laid.set(text, (laid.get(text) ?? 0) + 1);
  for (const text of documentTexts(document)) {
    const count = laid.get(text) ?? 0;
    laid.set(text, count - 1);
    if (count === 0) findings.add('text-lost', `“${text}”没有完整排到页面上。`, '这是程序的缺陷，请报告；文件不得使用。');
  }
  for (const [text, count] of laid) {
    if (count > 0) findings.add('text-doubled', `“${text}”在页面上多出${count}处。`, '这是程序的缺陷，请报告；文件不得使用。');
  }
}

/** Each source's text as its lines on the pages give it, put together. */
function laidTexts(pages: readonly LaidPage[]): string[] {
  const texts = new Map<TextSource, string>();
  for (const page of pages) {
    for (const item of page.items) {
      if (item.kind === 'text' && item.source !== undefined) texts.set(item.source, (texts.get(item.source) ?? '') + item.text);
    }
  }
  return [...texts.values()].filter((text) => text !== '');
}

function documentTexts(document: Document): string[] {
  const toc = tocEntries(document).map((entry) => entry.text);
  return blocksOf(document)
    .flatMap((block) => blockTexts(block, toc))
    .filter((text) => text !== '');
}

function blockTexts(block: Block, toc: readonly string[]): readonly string[] {
  const texts = textsOfBlock(block).map(({ content }) => inlineText(content));
  if (block.type === 'tableTitle') return [block.label ?? '', ...texts, block.left, block.middle ?? '', block.right];
  if (block.type === 'chart')
    return [block.title, ...block.slices.flatMap(({ label, amount, share }) => [label, amount.text, ...(share ? [share.text] : [])])];
  return block.type === 'toc' ? [block.title, ...toc] : texts;
}
