import type { Nodes, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
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
 * template numbers («（一）», «1.») are the items of a list. Anything else of Markdown is taken as it stands in the text.
 */
export function parseMarkup(rendered: string, book: TokenBook): NarrativeBlock[] {
  const tree = fromMarkdown(rendered, { extensions: [{ disable: { null: [...DISABLED] } }] });
  return joinItems(tree.children.flatMap((node) => toBlocks(node, rendered, book)));
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

/** Constructs of Markdown that official prose has no use for and might trip over. */
const DISABLED = [
  'attention',
  'autolink',
  'blockQuote',
  'characterEscape',
  'characterReference',
  'codeFenced',
  'codeIndented',
  'codeText',
  'definition',
  'hardBreakEscape',
  'htmlFlow',
  'htmlText',
  'labelEnd',
  'labelStartImage',
  'labelStartLink',
  'list',
  'setextUnderline',
  'thematicBreak',
] as const;

function toBlocks(node: RootContent, source: string, book: TokenBook): NarrativeBlock[] {
  if (node.type !== 'heading' && node.type !== 'paragraph')
    throw new Error(`markup node ${node.type} at ${source.slice(0, 20)} is not one of ours`);
  // A block that a template writes within a text stands by itself, and the text goes on after it.
  return book.blocksApart(plainText(node)).flatMap((part): NarrativeBlock[] => {
    if (typeof part !== 'string') return [{ kind: 'block', block: part }];
    if (node.type === 'heading') return [{ kind: 'heading', depth: node.depth, content: book.inlines(part.trim()) }];
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

function plainText(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(plainText).join('') : '';
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
