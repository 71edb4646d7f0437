import type { PieChart } from '../../document/document.js';
import { sliceColour } from '../../document/slice-colours.js';
import { type Html, html } from '../../html/html.js';
import { Decimal, sum } from '../../money/decimal.js';
import type { Context } from './context.js';
import { cellToHtml } from './inline.js';

/** A ring for the eye, and beside it its figures as a table, which is its legend too. */
export function chartToHtml({ id, title, alternativeText, slices }: PieChart, context: Context): Html {
  const colours = slices.map((_, index) => `#${sliceColour(index, slices.length)}`);
  const shares = slices.map(({ share }) => new Decimal(share.value).times(100));
  const arcs = shares.map((share, index) => arc(share, sum(shares.slice(0, index)), colours[index] ?? ''));
  const rows = slices.map(
    ({ label, amount, share }, index) =>
      html`<tr><th scope="row">${swatch(colours[index] ?? '')}${label}</th><td class="n">${cellToHtml([amount], context)}</td><td class="n">${cellToHtml([share], context)}</td></tr>`,
  );
  return html`<figure class="chart" id="${id}"><figcaption>${title}</figcaption>
<svg viewBox="0 0 42 42" role="img" aria-label="${alternativeText}">${arcs}</svg>
<table><caption>${title}的数据</caption><thead class="own"><tr><th scope="col">类别</th><th scope="col" class="n">金额</th><th scope="col" class="n">占比</th></tr></thead><tbody>${rows}</tbody></table></figure>`;
}

/** A part of a circle whose length is taken as 100, from the top on. */
function arc(share: Decimal, before: Decimal, colour: string): Html {
  const [length, offset] = [share.toDecimalPlaces(3), before.toDecimalPlaces(3)];
  return html`<circle cx="21" cy="21" r="15.5" fill="none" stroke="${colour}" stroke-width="8" pathLength="100" stroke-dasharray="${length.toFixed()} ${new Decimal(100).minus(length).toFixed()}" stroke-dashoffset="${new Decimal(25).minus(offset).toFixed()}"/>`;
}

const swatch = (colour: string): Html =>
  html`<svg class="swatch" viewBox="0 0 10 10" aria-hidden="true"><rect width="10" height="10" rx="2" fill="${colour}"/></svg>`;
