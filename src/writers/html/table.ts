import { inlineText, type Table, type TableCell, type TableRow } from '../../document/document.js';
import type { StyleName } from '../../document/layout.js';
import { wholeRows } from '../../document/printed-tables.js';
import { type Html, html, nothing } from '../../html/html.js';
import { total } from '../../plain/objects.js';
import { type Context, cellToHtml } from './inline.js';

/** A real table in a region that keyboards can scroll; its name is a caption for those who do not see the title over it. */
export function tableToHtml(table: Table, context: Context): Html {
  const [head, body] = [table.rows.slice(0, table.headerRows), wholeRows(table)];
  const whole = total(table.columnWidths);
  const isForm = !table.rows[0]?.cells[0]?.style.startsWith('table');
  return html`<div class="scroll" role="group" tabindex="0" aria-label="${table.title}"><table class="${isForm ? 'form ' : ''}m${inRem(whole)}" id="${table.id}"><caption>${table.alternativeText}</caption>
<colgroup>${table.columnWidths.map((width) => html`<col class="w${percent(width, whole)}">`)}</colgroup>
${head.length === 0 ? nothing : html`<thead>${head.map((row) => rowToHtml(row, context))}</thead>`}<tbody>${joined(body.map((row) => rowToHtml(row, context)))}</tbody></table></div>`;
}

/** Widths are those of the printed pages, in classes: the page's policy allows no style attributes. */
export function tableWidths(tables: readonly Table[]): string {
  const columns = new Set<number>();
  const wholes = new Set<number>();
  for (const { columnWidths } of tables) {
    const whole = total(columnWidths);
    wholes.add(inRem(whole));
    for (const width of columnWidths) columns.add(percent(width, whole));
  }
  return [
    ...[...columns].map((width) => `.w${width}{width:${width}%}`),
    ...[...wholes].map((width) => `.m${width}{min-width:${width}rem}`),
  ].join('\n');
}

const percent = (width: number, whole: number): number => Math.round((width / whole) * 100);
/** As wide as on paper, at the size of the text on the screen. */
const inRem = (whole: number): number => Math.round(whole / 11.5);

/** One text, not a tree of pieces that the collector would carry about until the page is whole. */
const joined = (rows: readonly Html[]): Html => ({ html: rows.map((row) => row.html).join('') });

function rowToHtml({ cells }: TableRow, context: Context): Html {
  const lastAmount = cells.findLastIndex(({ style }) => /Amount/.test(style));
  const isTotal = /Strong/.test(cells[lastAmount]?.style ?? '');
  return html`<tr${isTotal ? TOTAL : nothing}>${cells.map((cell, index) => tableCellToHtml(cell, index < lastAmount, context))}</tr>
`;
}

/** What stands in words before an amount names its row; a cell without a word is the head of nothing. */
function tableCellToHtml(cell: TableCell, beforeAmount: boolean, context: Context): Html {
  const { style, content, scope, columnSpan = 1, rowSpan = 1 } = cell;
  const text = inlineText(content);
  const look = style === 'tableText' && /^\d{3,}$/.test(text) ? CODE : classes(style);
  const attributes = columnSpan * rowSpan === 1 ? look : html`${spans(columnSpan, rowSpan)}${look}`;
  const inside = cellToHtml(content, context);
  if (text.trim() === '') return html`<td${attributes}></td>`;
  if (scope === 'column') return html`<th scope="col"${attributes}>${inside}</th>`;
  const names = scope === 'row' || (beforeAmount && style.startsWith('tableText') && /\p{Script=Han}/u.test(text));
  return names ? html`<th scope="row"${attributes}>${inside}</th>` : html`<td${attributes}>${inside}</td>`;
}

const TOTAL = html` class="t"`;
const CODE = html` class="k"`;

/** One letter for each look that a style has. */
const LOOKS: readonly (readonly [RegExp, string])[] = [
  [/Amount/, 'n'],
  [/Centred/, 'c'],
  [/Strong/, 'b'],
  [/Indent1/, 'i1'],
  [/Indent2/, 'i2'],
  [/^formHeader/, 'h'],
];

const known = new Map<StyleName, Html>();

/** Every cell asks: there are few answers. */
function classes(style: StyleName): Html {
  const found = known.get(style) ?? classesOf(style);
  known.set(style, found);
  return found;
}

function classesOf(style: StyleName): Html {
  const found = LOOKS.filter(([pattern]) => pattern.test(style)).map(([, name]) => name);
  return found.length === 0 ? nothing : html` class="${found.join(' ')}"`;
}

function spans(columns: number, rows: number): Html {
  return html`${columns > 1 ? html` colspan="${columns}"` : nothing}${rows > 1 ? html` rowspan="${rows}"` : nothing}`;
}
