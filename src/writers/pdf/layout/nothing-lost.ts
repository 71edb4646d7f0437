import { type Block, type Chart, type Document, inlineText } from '../../../document/document.js';
import { blocksOf, placedTexts } from '../../../document/walk.js';
import type { Findings } from './context.js';
import type { LaidPage, TextSource } from './page.js';
import { tocEntries } from './place-toc.js';

/**
 * Compares the texts of the document, taken from its tree, with the texts that stand on the pages. The two are
 * gathered on separate ways, so that a fault of the layout cannot hide itself.
 */
export function checkNothingLost(document: Document, pages: readonly LaidPage[], findings: Findings): void {
  const laid = laidTexts(pages);
  for (const text of documentTexts(document)) {
    const count = laid.get(text) ?? 0;
    laid.set(text, count - 1);
    if (count === 0) findings.add('text-lost', `“${text}”没有完整排到页面上。`, '这是程序的缺陷，请报告；文件不得使用。');
  }
  for (const [text, count] of laid) {
    if (count > 0) findings.add('text-doubled', `“${text}”在页面上多出${count}处。`, '这是程序的缺陷，请报告；文件不得使用。');
  }
}

/** How often each text stands on the pages; of those on several lines, what the lines give, put together. */
function laidTexts(pages: readonly LaidPage[]): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (text: string): unknown => counts.set(text, (counts.get(text) ?? 0) + 1);
  const broken = new Map<TextSource, string>();
  for (const page of pages) {
    for (const item of page.items) {
      if (item.kind !== 'text' || item.source === undefined || item.text === '') continue;
      if (item.text === item.source.text) add(item.text);
      else broken.set(item.source, (broken.get(item.source) ?? '') + item.text);
    }
  }
  for (const text of broken.values()) add(text);
  return counts;
}

function documentTexts(document: Document): string[] {
  const texts: string[] = [];
  for (const { block, content } of placedTexts(document)) if (block.type !== 'chart') texts.push(inlineText(content));
  for (const block of blocksOf(document)) texts.push(...furtherTexts(block, document));
  return texts.filter((text) => text !== '');
}

/** What a block prints besides its own texts. */
function furtherTexts(block: Block, document: Document): readonly string[] {
  if (block.type === 'tableTitle') return [block.label ?? '', block.left, block.middle ?? '', block.right];
  if (block.type === 'toc') return [block.title, ...tocEntries(document).map(({ text }) => text)];
  return block.type === 'chart' ? chartTexts(block) : [];
}

const chartTexts = ({ title, slices }: Chart): string[] => [
  title,
  ...slices.flatMap(({ label, amount, share }) => [label, amount.text, ...(share ? [share.text] : [])]),
];
