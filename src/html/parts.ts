import { type Html, html, nothing } from './html.js';

/** One cell of a table: its content, with the class of its looks. */
export interface Cell {
  readonly content: string | number | Html | readonly Html[];
  readonly as?: string;
}

export const cell = (content: Cell['content'], as?: string): Cell => ({ content, ...(as !== undefined && { as }) });

/** A table whose columns have headings; the cell of the column `header` names its row. On a phone each row is a card. */
export function table(columns: readonly string[], rows: readonly (readonly Cell[])[], header = 0): Html {
  const heads = columns.map((column, index) => html`<th scope="col" class="${isAmounts(rows, index) ? 'amount' : ''}">${column}</th>`);
  return html`<table class="cards"><thead><tr>${heads}</tr></thead><tbody>${rows.map((row) => tableRow(row, columns, header))}</tbody></table>`;
}

/** The heading of a column of amounts stands over them. */
const isAmounts = (rows: readonly (readonly Cell[])[], index: number): boolean =>
  rows.length > 0 && rows.every((row) => row[index]?.as === 'amount');

export function tableRow(cells: readonly Cell[], columns: readonly string[], header: number, as = ''): Html {
  const parts = cells.map(({ content, as: look = '' }, index) =>
    index === header
      ? html`<th scope="row" class="${look}">${content}</th>`
      : html`<td class="${look}" data-label="${columns[index] ?? ''}">${content}</td>`,
  );
  return html`<tr class="${as}">${parts}</tr>`;
}

/**
 * What holds is folded away on the screen and printed in full. The folded part stands beside its `details`, not within:
 * no browser prints what a closed `details` holds, and the page runs no script that could open it.
 */
export function folded(summary: string, body: Html): Html {
  return html`<details class="fold"><summary>${summary}</summary></details><div class="folded">${body}</div>`;
}

/** A state by its word. */
export const tag = (state: string): Html => html`<span class="tag ${state}">${state}</span>`;

/** Links to the sections of a long page. */
export function contents(sections: readonly { readonly id: string; readonly title: string }[]): Html {
  if (sections.length === 0) return nothing;
  return html`<nav aria-label="目录"><ol>${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ol></nav>`;
}

export const lines = (texts: readonly (string | Html)[]): readonly Html[] =>
  texts.map((text, index) => html`${index === 0 ? nothing : html`<br>`}${text}`);
