import { type Html, html, nothing } from './html.js';

/**
 * Looks that the report, the index and the comparison share: one column, black on white, prints on A4, loads nothing.
 * A state is a word in a frame; colour only comes on top. Below 640 px a row becomes a card, each cell under its heading.
 */
export const LOOK = `
:root { color-scheme: light; --ink: #1c2024; --soft: #565b62; --line: #d9dce1; --band: #f4f5f7; --good: #1a6b3c; --tail: #7a5000; --bad: #a8221b; --open: #3f5070; --link: #1d4f91; }
* { box-sizing: border-box; }
body { margin: 0; background: #eceef1; color: var(--ink); font: 15px/1.65 "Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC", "Songti SC", SimSun, 宋体, serif; }
main { max-width: 1040px; margin: 24px auto; padding: 40px 52px 52px; background: #fff; box-shadow: 0 1px 4px rgb(0 0 0 / .15); }
h1, h2, h3, th, summary, nav, .tag, .label, .number, dt { font-family: "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", SimHei, 黑体, sans-serif; }
h1 { margin: 0 0 4px; font-size: 26px; line-height: 1.35; text-wrap: balance; }
h2 { margin: 40px 0 10px; padding-bottom: 6px; border-bottom: 2px solid var(--ink); font-size: 18px; line-height: 1.4; break-after: avoid; }
h3 { margin: 24px 0 6px; font-size: 15px; break-after: avoid; }
p { margin: 8px 0; }
a { color: var(--link); }
.soft, .note { color: var(--soft); }
nav ol, nav ul { display: flex; flex-wrap: wrap; gap: 2px 18px; margin: 14px 0 0; padding: 0; list-style: none; font-size: 14px; }
.verdict { margin: 20px 0 16px; padding: 14px 20px; border-left: 6px solid var(--good); background: var(--band); }
.verdict.bad { border-color: var(--bad); }
.verdict strong { font-size: 20px; line-height: 1.4; }
.numbers { display: flex; flex-wrap: wrap; gap: 10px 0; margin: 0 0 8px; padding: 0; list-style: none; }
.numbers li { flex: 1 0 12%; min-width: 84px; padding: 4px 12px; border-left: 1px solid var(--line); }
.number { display: block; font-size: 24px; font-weight: 600; font-variant-numeric: tabular-nums; }
.label { font-size: 12px; color: var(--soft); }
table { width: 100%; border-collapse: collapse; font-size: 13.5px; line-height: 1.5; }
thead { display: table-header-group; }
th { padding: 6px 8px; font-weight: 600; text-align: left; vertical-align: top; }
thead th { border-bottom: 1px solid var(--ink); background: var(--band); white-space: nowrap; }
tbody th { border-bottom: 1px solid var(--line); font-weight: inherit; font-family: inherit; overflow-wrap: anywhere; }
td { padding: 6px 8px; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
tr { break-inside: avoid; }
.amount, td.n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.place, code { font: .86em/1.5 ui-monospace, Consolas, "Noto Sans Mono CJK SC", monospace; color: var(--soft); overflow-wrap: anywhere; }
.tag { display: inline-block; min-width: 4.8em; padding: 1px 6px; border: 1px solid currentColor; border-radius: 3px; font-size: 12px; text-align: center; white-space: nowrap; }
.符合 { color: var(--good); } .尾差, .已确认 { color: var(--tail); } .不符 { color: var(--bad); font-weight: 600; } .提醒, .未能核对, .未填 { color: var(--open); border-style: dashed; }
.lacking { color: var(--bad); font-weight: 600; }
.fold summary { margin: 10px 0 4px; padding: 6px 10px; background: var(--band); cursor: pointer; font-size: 14px; }
@media screen { .fold:not([open]) + .folded { display: none; } }
@media (max-width: 640px) {
  main { margin: 0; padding: 20px 16px 32px; box-shadow: none; }
  h1 { font-size: 21px; }
  table.cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table.cards, table.cards tbody, table.cards tr, table.cards td, table.cards tbody th { display: block; width: auto; border: 0; padding: 2px 0; text-align: left; white-space: normal; }
  table.cards tr { padding: 10px 0; border-bottom: 1px solid var(--line); }
  table.cards td:empty { display: none; }
  table.cards td[data-label]::before { content: attr(data-label) "　"; color: var(--soft); font-size: 12px; }
}
@media print {
  body { background: #fff; font-size: 12px; }
  main { max-width: none; margin: 0; padding: 0; box-shadow: none; }
  table { font-size: 10.5px; }
  h2 { margin-top: 24px; }
  nav { display: none; }
  a { color: inherit; text-decoration: none; }
  .fold summary { list-style: none; background: none; padding: 0; font-weight: 600; }
}
@page { size: A4; margin: 18mm 16mm; }
`;

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

function tableRow(cells: readonly Cell[], columns: readonly string[], header: number, as = ''): Html {
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
