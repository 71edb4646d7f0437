import {
  type Block,
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
import { chartToHtml } from './chart.js';
import type { Context } from './context.js';
import { cellToHtml, inlineToHtml } from './inline.js';
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
