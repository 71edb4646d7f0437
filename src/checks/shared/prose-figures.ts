import { type Block, type Document, type Inline, inlineText, itemContent } from '../../document/document.js';
import type { FigureInline } from '../../document/figure.js';
import type { Place } from '../check.js';
import { oncePer } from './once-per.js';

/** A figure in a sentence, with the words around it. */
export interface ProseFigure {
  readonly inline: FigureInline;
  /** The unit that follows it: 万元, 元, % or another word. */
  readonly unit: string;
  /** A few characters before it. */
  readonly before: string;
  readonly place: Place;
  /** Number of its paragraph. */
  readonly paragraph: number;
}

/** Every figure of the running text, in order. */
export const proseFigures = oncePer((document: Document): readonly ProseFigure[] => {
  const figures: ProseFigure[] = [];
  let heading = '';
  let anchor: string | undefined;
  let paragraph = 0;
  for (const block of document.sections.flatMap((section) => section.blocks)) {
    if (block.type === 'heading') [heading, anchor] = [inlineText(block.content), block.id];
    const place: Place = { kind: 'document', text: heading, ...(anchor !== undefined && { anchor }) };
    for (const content of proseOf(block)) {
      paragraph += 1;
      figures.push(...figuresIn(content).map((figure) => ({ ...figure, place, paragraph })));
    }
  }
  return figures;
});

/** The paragraphs of a block, those of a list among them. */
function proseOf(block: Block): readonly (readonly Inline[])[] {
  if (block.type === 'list') return block.items.map(itemContent);
  return block.type === 'paragraph' ? [block.content] : [];
}

function figuresIn(content: readonly Inline[]): Omit<ProseFigure, 'place' | 'paragraph'>[] {
  return content.flatMap((inline, index) => {
    if (inline.type !== 'figure') return [];
    const after = content[index + 1]?.text ?? '';
    const unit = inline.text.endsWith('%') ? '%' : (/^(?:万元|元)/.exec(after)?.[0] ?? '');
    return [{ inline, unit, before: inlineText(content.slice(0, index)).slice(-8) }];
  });
}
