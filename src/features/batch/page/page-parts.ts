import { type Html, html, nothing } from '../../../html/html.js';
import { type BatchEntry, nameOf } from './entry.js';

/** The heading of a column: of texts, or of amounts. */
export type Heading = string | { readonly amounts: string };

export function table(headings: readonly Heading[], rows: readonly Html[], kind = ''): Html {
  const heads = headings.map((heading) =>
    typeof heading === 'string' ? html`<th scope="col">${heading}</th>` : html`<th scope="col" class="amount">${heading.amounts}</th>`,
  );
  return html`<table class="${kind}"><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table>`;
}

export const tag = (word: string): Html => html`<span class="tag ${word}">${word}</span>`;

/** `label`: what it is, where a phone shows the row as a card. */
export const amount = (text: string | number, label = ''): Html =>
  html`<td class="amount"${label === '' || text === '' ? nothing : html` data-label="${label}"`}>${text}</td>`;

export const none: Html = html`<p>没有。</p>`;

/** Entries by their place on the page: a department that could not be read has no code to be named by. */
export function anchorOf(entry: BatchEntry, entries: readonly BatchEntry[]): string {
  return `d${entries.indexOf(entry) + 1}`;
}

/** Names that lead to the departments' lines. */
export function links(some: readonly BatchEntry[], entries: readonly BatchEntry[]): Html {
  const each = some.map((entry, index) => html`${index > 0 ? '、' : ''}<a href="#${anchorOf(entry, entries)}">${nameOf(entry)}</a>`);
  return html`${each}`;
}
