import { type Document, type Inline, inlineText } from '../../document/document.js';
import { entryTitle, placedTexts } from '../../document/walk.js';
import { type Html, html } from '../../html/html.js';
import type { OriginBook } from './origin-book.js';

/** Running text: figures lead to where they come from, the terms of the glossary to their explanation. */
export function inlineToHtml(content: readonly Inline[], context: Context): Html[] {
  return content.map((inline): Html => {
    switch (inline.type) {
      case 'text':
        return html`${context.glossary.explain(inline.text)}`;
      case 'figure':
        return figureToHtml(inline, context);
      default:
        return inline satisfies never;
    }
  });
}

/** In cells no term is explained: the same few would stand in every row. */
export function cellToHtml(content: readonly Inline[], context: Context): Html[] {
  return content.map((inline) => (inline.type === 'figure' ? figureToHtml(inline, context) : html`${inline.text}`));
}

function figureToHtml({ figure, text }: Extract<Inline, { type: 'figure' }>, { origins }: Context): Html {
  const link = origins.link(figure);
  if (!link || text === '') return html`${text}`;
  const { entry, place } = link;
  return place === undefined ? html`<a href="#${entry}">${text}</a>` : html`<a id="${place}" href="#${entry}">${text}</a>`;
}

/** What a page is written with; made fresh for each. */
export interface Context {
  readonly document: Document;
  readonly origins: OriginBook;
  readonly glossary: Glossary;
}

/** The terms that the document itself explains, each linked where it is first used under a heading. */
interface Glossary {
  /** The id of the paragraph or item that explains a term, if this text does. */
  readonly anchor: (text: string) => string | undefined;
  /** A text with its terms linked. */
  readonly explain: (text: string) => Html[];
  /** From here on every term is new to the reader again; within the glossary none is linked. */
  readonly enter: (heading: string) => void;
}

/** What a part or chapter with explanations of terms is called, in every form. */
const TITLE = '名词解释';
const ITEM = /^(?:[一二三四五六七八九十百]+、|（[^）]+）|\d+[.．、])?\s*(.{2,30}?)：./u;

export function glossaryOf(document: Document): Glossary {
  const anchors = new Map<string, string>();
  const terms = new Map<string, string>();
  for (const text of explanations(document)) {
    const term = ITEM.exec(text)?.[1]?.trim();
    if (term === undefined || terms.has(term)) continue;
    const id = `g${terms.size + 1}`;
    terms.set(term, id);
    anchors.set(text, id);
  }
  const pattern = patternOf([...terms.keys()]);
  let used = new Set<string>();
  let within = false;
  const linked = (piece: string): Html => {
    const id = terms.get(piece);
    if (id === undefined || used.has(piece)) return html`${piece}`;
    used.add(piece);
    return html`<a href="#${id}">${piece}</a>`;
  };
  return {
    anchor: (text) => anchors.get(text),
    explain: (text) => (within || !pattern?.test(text) ? [html`${text}`] : text.split(pattern).map(linked)),
    enter: (heading) => {
      used = new Set();
      within = heading.includes(TITLE);
    },
  };
}

function explanations(document: Document): string[] {
  return placedTexts(document)
    .filter(
      ({ block, under }) =>
        (block.type === 'list' || block.type === 'paragraph') && under !== undefined && entryTitle(under).includes(TITLE),
    )
    .map(({ content }) => inlineText(content));
}

/** Longer terms first: 一般公共预算拨款收入 before 一般公共预算. Terms are typed by offices and mean nothing to the pattern. */
function patternOf(terms: readonly string[]): RegExp | undefined {
  if (terms.length === 0) return undefined;
  const escaped = [...terms].sort((one, other) => other.length - one.length).map((term) => term.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`(${escaped.join('|')})`);
}
