import type { Inline, ListItem } from '../document/document.js';
import { continuesList, takeLabel } from './list-labels.js';
import type { BlockReference, TokenBook } from './tokens.js';

/** What a rendered template consists of: headings by depth (## is 2), paragraphs, lists, and placed blocks. */
export type NarrativeBlock =
  | { readonly kind: 'heading'; readonly depth: number; readonly content: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly kind: 'list'; readonly items: readonly ListItem[] }
  | { readonly kind: 'block'; readonly block: BlockReference };

/**
 * Reads the small markup of templates: `##` and `###` headings, and paragraphs parted by empty lines; paragraphs that the
 * template numbers («（一）», «1.») are the items of a list. Nothing else is markup: a library for Markdown had eighteen of its
 * twenty constructs switched off.
 */
export function parseMarkup(rendered: string, book: TokenBook): NarrativeBlock[] {
  return joinItems(piecesOf(rendered).flatMap((piece) => toBlocks(piece, book)));
}

/** Items that follow one another in one way of numbering are one list. */
function joinItems(blocks: readonly NarrativeBlock[]): NarrativeBlock[] {
  const joined: NarrativeBlock[] = [];
  for (const block of blocks) {
    const before = joined.at(-1);
    const goesOn = before?.kind === 'list' && block.kind === 'list' && continuesList(before.items, block.items);
    if (goesOn) joined.splice(-1, 1, { kind: 'list', items: [...before.items, ...block.items] });
    else joined.push(block);
  }
  return joined;
}

/** Lines that belong together: a heading alone, or all up to the next empty line. */
interface Piece {
  readonly depth?: number;
  readonly text: string;
}

/** As Markdown has it: a space after the signs, and perhaps signs behind. */
const HEADING = /^(#{1,6})(?![^ \t])(.*)$/;

function piecesOf(rendered: string): Piece[] {
  const pieces: Piece[] = [];
  let lines: string[] = [];
  const endParagraph = () => {
    if (lines.length > 0) pieces.push({ text: lines.join('\n') });
    lines = [];
  };
  for (const line of rendered.split(/\r\n?|\n/)) {
    const text = line.replace(/^[ \t]+|[ \t]+$/g, '');
    const [, signs, heading = ''] = HEADING.exec(text) ?? [];
    if (signs === undefined && text !== '') lines.push(text);
    else endParagraph();
    if (signs !== undefined) pieces.push({ depth: signs.length, text: heading.replace(/[ \t]+#+$/, '').trim() });
  }
  endParagraph();
  return pieces;
}

function toBlocks({ depth, text }: Piece, book: TokenBook): NarrativeBlock[] {
  // A block that a template writes within a text stands by itself, and the text goes on after it.
  return book.blocksApart(text).flatMap((part): NarrativeBlock[] => {
    if (typeof part !== 'string') return [{ kind: 'block', block: part }];
    if (depth !== undefined) return [{ kind: 'heading', depth, content: book.inlines(part.trim()) }];
    return part.split('\n').flatMap((line) => paragraphs(line.trimStart(), book));
  });
}

/** A line of the template; its label is looked for in the template's own words, before any text of a user is put in. */
function paragraphs(line: string, book: TokenBook): NarrativeBlock[] {
  const label = takeLabel(line);
  const [first, ...more] = splitAtNewlines(book.inlines(line.slice(label.length)));
  const item: NarrativeBlock[] = label === '' ? [] : [{ kind: 'list', items: [{ label, content: first ?? [] }] }];
  const rest = label === '' && first !== undefined ? [first, ...more] : more;
  return [...item, ...rest.map((content): NarrativeBlock => ({ kind: 'paragraph', content }))];
}

/** A line break, in a template or in a text of the definition, starts a new paragraph. */
function splitAtNewlines(content: readonly Inline[]): Inline[][] {
  const paragraphs: Inline[][] = [[]];
  for (const inline of content) {
    if (inline.type === 'figure') {
      paragraphs.at(-1)?.push(inline);
      continue;
    }
    inline.text.split('\n').forEach((text, index) => {
      if (index > 0) paragraphs.push([]);
      if (text !== '') paragraphs.at(-1)?.push({ type: 'text', text });
    });
  }
  return paragraphs.map(trimEnds).filter((paragraph) => paragraph.length > 0);
}

/** Spaces at a paragraph's ends are the template's indentation, not its text. */
function trimEnds(content: readonly Inline[]): Inline[] {
  const trimmed = content.map((inline, index): Inline => {
    if (inline.type === 'figure') return inline;
    const start = index === 0 ? inline.text.trimStart() : inline.text;
    return { type: 'text', text: index === content.length - 1 ? start.trimEnd() : start };
  });
  return trimmed.filter((inline) => inline.text !== '');
}
