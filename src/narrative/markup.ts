import type { Nodes, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Inline } from '../document/document.js';
import type { BlockReference, TokenBook } from './tokens.js';

/** What a rendered template consists of: headings by depth (## is 2), paragraphs, and placed blocks. */
export type NarrativeBlock =
  | { readonly kind: 'heading'; readonly depth: number; readonly content: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly kind: 'block'; readonly block: BlockReference };

/**
 * Reads the small markup of templates: `##` and `###` headings, and paragraphs parted by empty lines.
 * Anything else of Markdown is taken as it stands in the text.
 */
export function parseMarkup(rendered: string, book: TokenBook): NarrativeBlock[] {
  const tree = fromMarkdown(rendered, { extensions: [{ disable: { null: [...DISABLED] } }] });
  return tree.children.flatMap((node) => toBlocks(node, rendered, book));
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
  const text = plainText(node);
  if (node.type === 'heading') return [{ kind: 'heading', depth: node.depth, content: book.inlines(text) }];
  if (node.type !== 'paragraph') throw new Error(`markup node ${node.type} at ${source.slice(0, 20)} is not one of ours`);
  const block = book.soleBlock(text);
  if (block) return [{ kind: 'block', block }];
  return splitAtNewlines(book.inlines(text)).map((content) => ({ kind: 'paragraph', content }));
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
