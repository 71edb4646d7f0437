import type { Block, HeadlineItem, Inline, Section } from '../document/document.js';
import type { FigureRecord } from '../document/figure.js';

/** What a citizen asks first, by the labels that the budget gives to figures (tests/compose/headline.test.ts holds them). */
const ASKED: readonly (readonly [label: string, called: string])[] = [
  ['收入总计', '收入总计'],
  ['支出总计', '支出总计'],
  ['支出（基本支出）', '基本支出'],
  ['支出（项目支出）', '项目支出'],
  ['三公经费（本年）', '“三公”经费'],
];

/** The figures of the sentences that answer it, each with its unit; what no sentence says is not said here either. */
export function headlineOf(sections: readonly Section[], figures: Readonly<Record<string, FigureRecord>>): readonly HeadlineItem[] {
  const said = new Map<string, readonly Inline[]>();
  for (const content of sections.flatMap(({ blocks }) => blocks.flatMap(sentencesOf))) {
    for (const [index, inline] of content.entries()) {
      const label = inline.type === 'figure' ? figures[inline.figure]?.label : undefined;
      const unit = /^(?:万元|元)/.exec(content[index + 1]?.text ?? '')?.[0];
      if (label === undefined || unit === undefined || said.has(label)) continue;
      said.set(label, [inline, { type: 'text', text: unit }]);
    }
  }
  return ASKED.flatMap(([label, called]) => {
    const content = said.get(label);
    return content ? [{ called, content }] : [];
  });
}

function sentencesOf(block: Block): readonly (readonly Inline[])[] {
  if (block.type === 'paragraph') return [block.content];
  return block.type === 'list' ? block.items.map(({ content }) => content) : [];
}
