import type { Inline } from '../../document/document.js';
import { type Html, html, nothing } from '../../html/html.js';
import type { Context } from './context.js';

/** What readers ask for first, on the cover. */
export function headlineToHtml(context: Context): Html {
  const { headline = [] } = context.document;
  const items = headline.map(
    ({ called, content }) => html`<div><dt>${called}</dt><dd>${content.map((one) => inlineToHtml(one, context))}</dd></div>`,
  );
  return items.length === 0 ? nothing : html`<dl class="own headline">${items}</dl>`;
}

/** Leads to where a figure comes from; its places are those in the text. */
function inlineToHtml(inline: Inline, { origins }: Context): Html {
  const entry = inline.type === 'figure' ? origins.entryOf(inline.figure) : undefined;
  return entry === undefined ? html`${inline.text}` : html`<a href="#${entry}">${inline.text}</a>`;
}
