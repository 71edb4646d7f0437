import { type Document, inlineText } from '../../document/document.js';
import type { FigureInline } from '../../document/figure.js';
import type { Place } from '../check.js';

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
export function proseFigures(document: Document): ProseFigure[] {
  const figures: ProseFigure[] = [];
  let heading = '';
  let anchor: string | undefined;
  let paragraph = 0;
  for (const block of document.sections.flatMap((section) => section.blocks)) {
    if (block.type === 'heading') [heading, anchor] = [inlineText(block.content), block.id];
    if (block.type !== 'paragraph') continue;
    paragraph += 1;
    block.content.forEach((inline, index) => {
      if (inline.type !== 'figure') return;
      const after = block.content[index + 1]?.text ?? '';
      const unit = inline.text.endsWith('%') ? '%' : (/^(?:万元|元)/.exec(after)?.[0] ?? '');
      const text = inlineText(block.content.slice(0, index));
      const place: Place = { kind: 'document', text: heading, ...(anchor !== undefined && { anchor }) };
      figures.push({ inline, unit, before: text.slice(-8), place, paragraph });
    });
  }
  return figures;
}
