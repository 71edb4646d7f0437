import type { Document, Inline } from '../../document/document.js';
import { type Html, html } from '../../html/html.js';
import type { Glossary } from './glossary.js';
import type { OriginBook } from './origin-book.js';

/** Running text: figures lead to where they come from, the terms of the glossary to their explanation. */
export function inlineToHtml(content: readonly Inline[], context: Context): Html[] {
  return content.map((inline): Html => {
    switch (inline.type) {
      case 'text':
        return html`${context.glossary.explain(inline.text)}`;
      case 'figure':
        return figureToHtml(inline, context);
      default:
        return inline satisfies never;
    }
  });
}

/** In cells no term is explained: the same few would stand in every row. */
export function cellToHtml(content: readonly Inline[], context: Context): Html[] {
  return content.map((inline) => (inline.type === 'figure' ? figureToHtml(inline, context) : html`${inline.text}`));
}

function figureToHtml({ figure, text }: Extract<Inline, { type: 'figure' }>, { origins }: Context): Html {
  const link = origins.link(figure);
  if (!link || text === '') return html`${text}`;
  const { entry, place } = link;
  return place === undefined ? html`<a href="#${entry}">${text}</a>` : html`<a id="${place}" href="#${entry}">${text}</a>`;
}

/** What a page is written with; made fresh for each. */
export interface Context {
  readonly document: Document;
  readonly origins: OriginBook;
  readonly glossary: Glossary;
}
