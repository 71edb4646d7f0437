import type { FigureRecord } from '../../document/figure.js';
import { exactValue } from '../../document/figure.js';
import type { PublicOrigin } from '../../document/public-origin.js';
import { type Html, html, nothing } from '../../html/html.js';
import { Decimal } from '../../money/decimal.js';
import type { OriginBook, OriginEntry, OriginPlace } from './origin-book.js';

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

function entryToHtml({ id, name, origin, places }: OriginEntry, entries: Entries): Html {
  const { record } = origin;
  const basis = record.origin.kind === 'derived' ? record.origin.basis : undefined;
  return html`<li id="${id}"><b>${name}</b> <span>${exactText(record)}</span><p>${formulaText(origin, entries)}</p>${partsOfSum(origin, entries)}${
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
  entry ? html`<a href="#${entry.id}">${entry.name}</a> <span>${exactText(entry.origin.record)}</span>` : nothing;

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
