import type { Document, Inline, Section } from '../../document/document.js';
import { blocksOfType, listedEntries } from '../../document/walk.js';
import { type Html, html, nothing } from '../../html/html.js';
import { publicPage } from '../../html/public-page.js';
import { blockToHtml, coverToHtml } from './blocks.js';
import { type Context, glossaryOf } from './inline.js';
import { originBook, originsToHtml } from './origin-book.js';
import { SCRIPT } from './script.js';
import { STYLE } from './style.js';
import { tableWidths } from './table.js';

/** Another file of the same disclosure, in the same folder. */
export interface Download {
  readonly called: string;
  readonly name: string;
}

export interface HtmlOptions {
  readonly downloads?: readonly Download[];
}

/**
 * The web edition: one file that loads nothing and is whole without its script, which only adds comfort (the search, the
 * card over a figure, the current place in the contents). Its policy lets nothing else run.
 */
export function documentToHtml(document: Document, { downloads = [] }: HtmlOptions = {}): string {
  const context: Context = { document, origins: originBook(document), glossary: glossaryOf(document) };
  const { title, author, keywords } = document.metadata;
  const style = `${STYLE}${tableWidths(blocksOfType(document, 'table'))}`;
  const body = html`<a class="own skip" href="#main">跳到正文</a>
${front(context, downloads)}
<div class="frame">
${contents(document)}
<main id="main" tabindex="-1">
${document.sections.map((section) => sheet(section, context))}
</main>
</div>
${back(document, context)}`;
  return publicPage({ title, author, keywords, style, script: SCRIPT, watermark: document.watermark, body });
}

/** Which figure each entry of the page's 由来 tells of, for those who know where figures are typed. */
export const entryFigures = (document: Document): ReadonlyMap<string, string> =>
  new Map([...originBook(document).entries].map(([figure, { id }]) => [id, figure]));

function front(context: Context, downloads: readonly Download[]): Html {
  const files = downloads.map(({ called, name }) => html`<li><a href="${encodeURIComponent(name)}" download>${called}</a></li>`);
  const list = files.length === 0 ? nothing : html`<div class="own files"><p>下载</p><ul>${files}</ul></div>`;
  return html`<header class="cover">${blocksOfType(context.document, 'cover').map(coverToHtml)}${headlineToHtml(context)}${list}</header>`;
}

/** On a phone the contents fold into a bar at the top; the script tells there where the reader is. */
function contents(document: Document): Html {
  const [title = '目录'] = blocksOfType(document, 'toc').map((toc) => toc.title);
  const entries = listedEntries(document).map(
    (
      entry,
    ) => html`<li class="${entry.type === 'heading' && entry.level === 1 ? 'part' : 'entry'}"><a href="#${entry.id}">${entry.tocText}</a></li>
`,
  );
  return html`<nav aria-labelledby="toc"><details open><summary class="own">目录和查找 <span id="here"></span></summary>
<div class="own find" role="search" hidden><label for="query">查找数、科目编码、文字</label><input id="query" type="search" autocomplete="off" spellcheck="false"><p id="found" role="status"></p><ol id="hits"></ol></div>
<h2 id="toc">${title}</h2><ol class="toc" role="list">${entries}</ol></details></nav>`;
}

function sheet({ blocks, orientation, paper }: Section, context: Context): Html {
  const inside = blocks.map((block) => blockToHtml(block, context));
  if (inside.every(({ html: text }) => text === '')) return nothing;
  return html`<div class="sheet${orientation === 'landscape' ? ' wide' : ''}${paper === undefined ? '' : ` ${orientation}${paper}`}">
${inside}</div>
`;
}

function back({ metadata }: Document, { origins }: Context): Html {
  return html`${originsToHtml(origins)}
<footer class="own"><p>${metadata.title}</p><p>本页与同名的 Word、PDF 文件内容相同，可以离线阅读、打印。</p></footer>`;
}

/** What readers ask for first, on the cover. */
function headlineToHtml(context: Context): Html {
  const { headline = [] } = context.document;
  const items = headline.map(
    ({ called, content }) => html`<div><dt>${called}</dt><dd>${content.map((one) => inlineToHtml(one, context))}</dd></div>`,
  );
  return items.length === 0 ? nothing : html`<dl class="own headline">${items}</dl>`;
}

/** Leads to where a figure comes from; its places are those in the text. */
function inlineToHtml(inline: Inline, { origins }: Context): Html {
  const entry = inline.type === 'figure' ? origins.entryOf(inline.figure) : undefined;
  return entry === undefined ? html`${inline.text}` : html`<a href="#${entry}">${inline.text}</a>`;
}
