import { type Document, inlineText } from '../../document/document.js';
import { entryTitle, placedTexts } from '../../document/walk.js';
import { type Html, html } from '../../html/html.js';

/** The terms that the document itself explains, each linked where it is first used under a heading. */
export interface Glossary {
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
