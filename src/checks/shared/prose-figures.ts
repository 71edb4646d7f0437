import { type Document, type Inline, inlineText } from '../../document/document.js';
import type { FigureInline } from '../../document/figure.js';
import { entryTitle, type PlacedFigure, placedTexts } from '../../document/walk.js';
import { defined, oncePer } from '../../plain/objects.js';
import type { Place } from '../check.js';

/** A figure in a sentence, with the words around it. */
export interface ProseFigure {
  readonly inline: FigureInline;
  /** The unit that follows it: 万元, 元, % or another word. */
  readonly unit: string;
  /** A few characters before it. */
  readonly before: string;
  /** Everything before it in its clause: names are never cut. */
  readonly clause: string;
  readonly place: Place;
  /** Number of its paragraph. */
  readonly paragraph: number;
}

/** Every figure of the running text, in order. */
export const proseFigures = oncePer((document: Document): readonly ProseFigure[] => {
  const prose = placedTexts(document).filter(({ block }) => block.type === 'paragraph' || block.type === 'list');
  return prose.flatMap(({ content, figures, headings }, index) => {
    const heading = headings.at(-1);
    const place: Place = { kind: 'document', text: heading ? entryTitle(heading) : '', content, ...defined({ anchor: heading?.id }) };
    return figures.map((figure) => ({ ...inWords(figure, content), place, paragraph: index + 1 }));
  });
});

function inWords({ figure, index }: PlacedFigure, content: readonly Inline[]): Omit<ProseFigure, 'place' | 'paragraph'> {
  const after = content[index + 1]?.text ?? '';
  const unit = figure.text.endsWith('%') ? '%' : (/^(?:万元|元)/.exec(after)?.[0] ?? '');
  const before = inlineText(content.slice(0, index));
  return { inline: figure, unit, before: before.slice(-8), clause: /[^，。；：、]*$/.exec(before)?.[0] ?? '' };
}
