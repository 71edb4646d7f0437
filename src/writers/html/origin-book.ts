import { type Document, inlineText, type Table } from '../../document/document.js';
import { exactValue, type FigureRecord } from '../../document/figure.js';
import type { StyleName } from '../../document/layout.js';
import { type PublicOrigin, publicOrigins } from '../../document/public-origin.js';
import { entryTitle, type PlacedText, placedTexts } from '../../document/walk.js';
import { type Html, html, nothing } from '../../html/html.js';
import { Decimal } from '../../money/decimal.js';
import { oncePer } from '../../plain/objects.js';

/** The figures of a page: each printed one leads to its entry, and its entry back to where it is printed. */
export interface OriginBook {
  /** Ids of a figure's entry and, where its entry leads back to this very place, of the place. Asked for in reading order. */
  readonly link: (figure: string) => { readonly entry: string; readonly place?: string } | undefined;
  /** The id of a figure's entry, asked for without a place. */
  readonly entryOf: (figure: string) => string | undefined;
  /** In the order in which they are first printed, by the one id of what is the same figure. */
  readonly entries: ReadonlyMap<string, OriginEntry>;
}

/** What is told of one figure. */
export interface OriginEntry {
  readonly id: string;
  readonly name: string;
  readonly exact: string;
  readonly origin: PublicOrigin;
  /** One for each table or chapter: the first place in it. */
  readonly places: readonly OriginPlace[];
}

export interface OriginPlace {
  readonly id: string;
  readonly where: string;
}

export function originBook(document: Document): OriginBook {
  const { same, of } = publicOrigins(document);
  const entries = new Map([...printings(document, same)].flatMap(([id, found], index) => newEntry(`y${index + 1}`, found, of(id), id)));
  const wanted = new Set([...entries.values()].flatMap(({ places }) => places.map(({ id }) => id)));
  let read = 0;
  const entryOf = (figure: string) => entries.get(same(figure))?.id;
  return {
    entries,
    entryOf,
    link: (figure) => {
      const place = placeId(read++);
      const entry = entryOf(figure);
      return entry === undefined ? undefined : { entry, ...(wanted.has(place) && { place }) };
    },
  };
}

/** Figures are counted in reading order, here and by the writer. */
const placeId = (read: number): string => `p${read + 1}`;

interface Printing extends OriginPlace {
  readonly text: PlacedText;
}

function printings(document: Document, same: (id: string) => string): Map<string, Printing[]> {
  const found = new Map<string, Printing[]>();
  const read = placedTexts(document).flatMap((text) => text.figures.map(({ figure }) => ({ figure: same(figure.figure), text })));
  for (const [index, { figure, text }] of read.entries()) {
    const one = { id: placeId(index), where: whereOf(text), text };
    const known = found.get(figure);
    if (known) known.push(one);
    else found.set(figure, [one]);
  }
  return found;
}

function newEntry(id: string, found: readonly Printing[], origin: PublicOrigin | undefined, key: string): [string, OriginEntry][] {
  if (!origin) return [];
  const { record } = origin;
  const first = new Map<string, OriginPlace>();
  for (const { id: place, where } of found) if (!first.has(where)) first.set(where, { id: place, where });
  return [[key, { id, origin, name: nameOf(found, record), exact: exactText(record), places: [...first.values()] }]];
}

/** The table or chapter, as its heading says. */
function whereOf({ block, under }: PlacedText): string {
  if (block.type === 'table' && under?.type !== 'tableTitle') return block.title;
  if (under?.type === 'tableTitle' && under.label !== undefined) return under.label;
  return under ? entryTitle(under) : '';
}

/** What the reader sees beside the figure, in the row with the longest code: that says best what it is. Else what the budget calls it. */
function nameOf(found: readonly Printing[], { label }: FigureRecord): string {
  let best: CellName | undefined;
  for (const { text } of found) {
    const name = cellName(text);
    if (name && (best === undefined || name.detail > best.detail)) best = name;
  }
  return best?.name ?? label;
}

interface CellName {
  readonly name: string;
  /** Digits of the row's code. */
  readonly detail: number;
}

/** Forms say in their own rows what a figure is, each in its own way. */
function cellName({ block, cell, style }: PlacedText): CellName | undefined {
  if (block.type !== 'table' || !cell || block.headerRows === 0 || !isAmountStyle(style)) return undefined;
  const before = namesBefore(block, cell.row, cell.column);
  const row = before.find(hasWords);
  if (row === undefined || TOTAL.test(row)) return undefined;
  const column = columnNames(block)[cell.column];
  const detail = Math.max(0, ...before.map((text) => /^\d*$/.exec(text.trim())?.[0].length ?? 0));
  return { name: column === undefined ? row : `${row} · ${column}`, detail };
}

/** A row that says no more than that it is a total; of what, the budget knows. */
const TOTAL = /^(?:部门|单位)?[合总]\s*计$/;

/** The texts that name a cell's row: those before its amounts, on its side of a table that has two. */
function namesBefore({ rows }: Table, row: number, wanted: number): string[] {
  const cells = rows[row]?.cells ?? [];
  let last = cells.findLastIndex(({ column, style }) => column < wanted && !isAmountStyle(style));
  const names: string[] = [];
  for (let cell = cells[last]; cell && !isAmountStyle(cell.style); cell = cells[--last]) names.unshift(inlineText(cell.content));
  return names;
}

const isAmountStyle = (style: StyleName | undefined): boolean => style?.startsWith('tableAmount') === true;

const hasWords = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** The lowest words over each column. */
const columnNames = oncePer(({ rows, headerRows, columnWidths }: Table): readonly (string | undefined)[] => {
  const cells = rows.slice(0, headerRows).flatMap((row) => row.cells);
  return columnWidths.map((_, wanted) => {
    const over = cells.filter(({ column, columnSpan = 1 }) => column <= wanted && wanted < column + columnSpan);
    return over.map(({ content }) => inlineText(content)).findLast(hasWords);
  });
});

/** Of a long list of parts or places the first ones are enough to understand it. */
const LISTED = 12;

/** 由来 for the public: what each figure is exactly, how it is made of others that are printed too, and where it stands. */
export function originsToHtml({ entries }: OriginBook): Html {
  if (entries.size === 0) return nothing;
  return html`<section class="own origins" aria-labelledby="origins"><h2 id="origins">数字的由来</h2>
<p>正文中的每个数都可以点开：它的精确值、怎样算出、还印在哪里。金额按精确值计算，印出时才四舍五入。</p>
<ol role="list">${[...entries.values()].map((entry) => entryToHtml(entry, entries))}</ol></section>`;
}

type Entries = OriginBook['entries'];

function entryToHtml({ id, name, exact, origin, places }: OriginEntry, entries: Entries): Html {
  const { record } = origin;
  const basis = record.origin.kind === 'derived' ? record.origin.basis : undefined;
  return html`<li id="${id}"><b>${name}</b> <span>${exact}</span><p>${formulaText(origin, entries)}</p>${partsOfSum(origin, entries)}${
    basis === undefined ? nothing : html`<p>${basis}。</p>`
  }<p>见${placesToHtml(places)}</p></li>
`;
}

function partsOfSum({ record, parts = [] }: PublicOrigin, entries: Entries): Html {
  if (record.origin.kind !== 'derived' || record.origin.formula !== 'sum' || parts.length === 0) return nothing;
  const listed = parts.slice(0, LISTED).map((part) => html`<li>${refer(entries.get(part))}</li>`);
  const more = parts.length - listed.length;
  return html`<ul>${listed}${more > 0 ? html`<li>另有 ${more} 项</li>` : nothing}</ul>`;
}

function placesToHtml(places: readonly OriginPlace[]): Html[] {
  const links = places.slice(0, LISTED).map(({ id, where }, index) => html`${index === 0 ? '' : '、'}<a href="#${id}">${where}</a>`);
  return places.length > LISTED ? [...links, html` 等 ${places.length} 处`] : links;
}

const refer = (entry: OriginEntry | undefined): Html =>
  entry ? html`<a href="#${entry.id}">${entry.name}</a> <span>${entry.exact}</span>` : nothing;

/** How a figure is made, in words for the public. */
function formulaText({ record, parts, count }: PublicOrigin, entries: Entries): Html {
  if (record.origin.kind === 'stated') return html`直接列入预算的数。`;
  const { formula } = record.origin;
  if (formula === 'sum') return sumText(count, parts !== undefined);
  const [first, second] = (parts ?? []).map((part) => refer(entries.get(part)));
  switch (formula) {
    case 'difference':
      return first && second ? html`${first} 减 ${second}` : html`两个数相减。`;
    case 'share':
      return first && second ? html`${first} 除以 ${second}` : html`部分除以全部。`;
    case 'changeRate':
      return first && second ? html`增减额 ${first} 除以上年 ${second}` : html`增减额除以上年的数。`;
    default:
      return html`符合条件的有 ${count} 项。`;
  }
}

function sumText(count: number, whole: boolean): Html {
  if (count === 0) return html`各项都是零。`;
  return whole ? html`${count} 项之和：` : html`${count} 项明细之和，明细没有全部单独列示。`;
}

/** Exact; of a ratio that has no end as much as a reader needs. */
const exactText = ({ value, unit }: FigureRecord): string => exactValue(new Decimal(value), unit, '元', 4);
