import { barRectangles, sliceColour } from '../../document/chart.js';
import type { Chart } from '../../document/document.js';
import { type Html, html } from '../../html/html.js';
import { Decimal, sum } from '../../money/decimal.js';
import type { Context } from './context.js';
import { cellToHtml } from './inline.js';

/** A drawing for the eye, and beside it its figures as a table, which is its legend too. */
export function chartToHtml(chart: Chart, context: Context): Html {
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
