import { barRectangles, sliceColour } from '../../document/chart.js';
import {
  type Block,
  type Chart,
  type Cover,
  type Heading,
  inlineText,
  itemContent,
  type List,
  type Paragraph,
  type TableTitle,
} from '../../document/document.js';
import { entryTitle } from '../../document/walk.js';
import { type Html, html, nothing } from '../../html/html.js';
import { Decimal, sum } from '../../money/decimal.js';
import { type Context, cellToHtml, inlineToHtml } from './inline.js';
import { tableToHtml } from './table.js';

/** Cover and contents stand outside of the running text, where the page has its own places for them. */
export function blockToHtml(block: Block, context: Context): Html {
  switch (block.type) {
    case 'heading':
      return headingToHtml(block, context);
    case 'paragraph':
      return paragraphToHtml(block, context);
    case 'list':
      return listToHtml(block, context);
    case 'tableTitle':
      return tableTitleToHtml(block, context);
    case 'table':
      return tableToHtml(block, context);
    case 'chart':
      return chartToHtml(block, context);
    case 'cover':
    case 'toc':
    case 'pageBreak':
      return nothing;
    default:
      return block satisfies never;
  }
}

/** The cover's title is the page's; its levels follow from there. */
function headingToHtml(heading: Heading, context: Context): Html {
  const { id, level, content } = heading;
  if (level < 3) context.glossary.enter(entryTitle(heading));
  const inside = cellToHtml(content, context);
  switch (level) {
    case 1:
      return html`<h2 id="${id}">${inside}</h2>
`;
    case 2:
      return html`<h3 id="${id}">${inside}</h3>
`;
    default:
      return html`<h4 id="${id}">${inside}</h4>
`;
  }
}

function paragraphToHtml({ content, style }: Paragraph, context: Context): Html {
  if (content.length === 0) return nothing;
  const id = context.glossary.anchor(inlineText(content));
  const look = style === 'body' ? nothing : html` class="${style}"`;
  const inside = style === 'body' ? inlineToHtml(content, context) : cellToHtml(content, context);
  return html`<p${look}${id === undefined ? nothing : html` id="${id}"`}>${inside}</p>
`;
}

/** Numbers are typed text, so the list prints none of its own. */
function listToHtml({ items }: List, context: Context): Html {
  const lines = items.map((item) => {
    const content = itemContent(item);
    const id = context.glossary.anchor(inlineText(content));
    return html`<li${id === undefined ? nothing : html` id="${id}"`}>${inlineToHtml(content, context)}</li>
`;
  });
  return html`<ol class="items" role="list">${lines}</ol>
`;
}

function tableTitleToHtml(entry: TableTitle, context: Context): Html {
  const { id, label, title, left, middle, right } = entry;
  context.glossary.enter(entryTitle(entry));
  return html`${label === undefined ? nothing : html`<p class="tableLabel">${label}</p>`}<h3 id="${id}" class="tableTitle">${cellToHtml(title, context)}</h3>
<p class="tableInfo"><span>${left}</span>${middle === undefined ? nothing : html`<span>${middle}</span>`}<span>${right}</span></p>
`;
}

/** The first line in the style of titles names the page. */
export function coverToHtml({ lines }: Cover): Html {
  const title = Math.max(
    0,
    lines.findIndex(({ style }) => style === 'coverTitle'),
  );
  return html`${lines.map(({ style, content }, index) => (index === title ? html`<h1>${inlineText(content)}</h1>` : html`<p class="${style}">${inlineText(content)}</p>`))}`;
}

/** A drawing for the eye, and beside it its figures as a table, which is its legend too. */
function chartToHtml(chart: Chart, context: Context): Html {
  const { id, title, alternativeText, slices } = chart;
  const colours = slices.map((_, index) => `#${sliceColour(index, slices.length)}`);
  const rows = slices.map(
    ({ label, amount, share }, index) =>
      html`<tr><th scope="row">${swatch(colours[index] ?? '')}${label}</th><td class="n">${cellToHtml([amount], context)}</td>${share ? html`<td class="n">${cellToHtml([share], context)}</td>` : ''}</tr>`,
  );
  return html`<figure class="chart" id="${id}"><figcaption>${title}</figcaption>
<svg viewBox="0 0 42 42" role="img" aria-label="${alternativeText}">${chart.shape === 'pie' ? ring(chart, colours) : bars(chart, colours)}</svg>
<table><caption>${title}的数据</caption><thead class="own"><tr><th scope="col">类别</th><th scope="col" class="n">金额</th>${slices.some(({ share }) => share) ? html`<th scope="col" class="n">占比</th>` : ''}</tr></thead><tbody>${rows}</tbody></table></figure>`;
}

function ring({ slices }: Chart, colours: readonly string[]): readonly Html[] {
  const shares = slices.map(({ share }) => new Decimal(share?.value ?? 0).times(100));
  return shares.map((share, index) => arc(share, sum(shares.slice(0, index)), colours[index] ?? ''));
}

/** Columns stand, bars lie, on the line of zero. */
function bars({ slices, shape }: Chart, colours: readonly string[]): readonly Html[] {
  return barRectangles(slices.map(({ amount }) => new Decimal(amount.value).toNumber())).map(({ at, breadth, from, length }, index) => {
    const [x, y, width, height] = shape === 'column' ? [at, 1 - from - length, breadth, length] : [from, at, length, breadth];
    const size = (value: number): string => new Decimal(value).times(40).toDecimalPlaces(3).toFixed();
    return html`<rect x="${new Decimal(size(x)).plus(1).toFixed()}" y="${new Decimal(size(y)).plus(1).toFixed()}" width="${size(width)}" height="${size(height)}" fill="${colours[index] ?? ''}"/>`;
  });
}

/** A part of a circle whose length is taken as 100, from the top on. */
function arc(share: Decimal, before: Decimal, colour: string): Html {
  const [length, offset] = [share.toDecimalPlaces(3), before.toDecimalPlaces(3)];
  return html`<circle cx="21" cy="21" r="15.5" fill="none" stroke="${colour}" stroke-width="8" pathLength="100" stroke-dasharray="${length.toFixed()} ${new Decimal(100).minus(length).toFixed()}" stroke-dashoffset="${new Decimal(25).minus(offset).toFixed()}"/>`;
}

const swatch = (colour: string): Html =>
  html`<svg class="swatch" viewBox="0 0 10 10" aria-hidden="true"><rect width="10" height="10" rx="2" fill="${colour}"/></svg>`;
