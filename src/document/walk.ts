import { oncePer } from '../plain/objects.js';
import { type Block, type Document, type Heading, type Inline, inlineText, itemContent, type TableTitle } from './document.js';
import type { FigureInline } from './figure.js';
import type { StyleName } from './layout.js';

/** Every block, in order. */
export const blocksOf = ({ sections }: Document): readonly Block[] => sections.flatMap(({ blocks }) => blocks);

export function blocksOfType<T extends Block['type']>(document: Document, type: T): Extract<Block, { type: T }>[] {
  return blocksOf(document).filter((block): block is Extract<Block, { type: T }> => block.type === type);
}

/** What the table of contents may list. */
export type Entry = Heading | TableTitle;

const isEntry = (block: Block): block is Entry => block.type === 'heading' || block.type === 'tableTitle';

/** The entries that it does list. */
export function listedEntries(document: Document): (Entry & { readonly tocText: string })[] {
  return blocksOf(document).flatMap((block) =>
    isEntry(block) && block.tocText !== undefined ? [{ ...block, tocText: block.tocText }] : [],
  );
}

export const entryTitle = (entry: Entry): string => inlineText(entry.type === 'heading' ? entry.content : entry.title);

/** One text as it is printed: a heading, a paragraph, an item, a line of the cover, a cell, a slice's figures. */
export interface BlockText {
  readonly content: readonly Inline[];
  readonly style?: StyleName | undefined;
  /** In a table: row and column of the grid, from 0, the header's rows among them. */
  readonly cell?: { readonly row: number; readonly column: number } | undefined;
  /** In a chart: the slice. */
  readonly slice?: string | undefined;
}

/** The texts of a block, in the order in which they are read. */
export function textsOfBlock(block: Block): BlockText[] {
  const texts: BlockText[] = [];
  readBlock(block, (content, style, cell, slice) => texts.push({ content, style, cell, slice }));
  return texts;
}

/** Told one by one, since there are thousands. */
type Reader = (content: readonly Inline[], style?: StyleName, cell?: BlockText['cell'], slice?: string) => void;

function readBlock(block: Block, read: Reader): void {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return read(block.content, block.style);
    case 'list':
      return block.items.forEach((item) => read(itemContent(item), block.style));
    case 'tableTitle':
      return read(block.title);
    case 'table':
      return block.rows.forEach(({ cells }, row) => {
        for (const { content, style, column } of cells) read(content, style, { row, column });
      });
    case 'chart':
      return block.slices.forEach(({ label, amount, share }) => read(share ? [amount, share] : [amount], undefined, undefined, label));
    case 'cover':
      return block.lines.forEach(({ content, style }) => read(content, style));
    case 'toc':
    case 'pageBreak':
      return undefined;
    default:
      return block satisfies never;
  }
}

/** A text with the block that it is part of, and what stands over it. */
export interface PlacedText extends BlockText {
  /** Those printed in it, in order. */
  readonly figures: readonly PlacedFigure[];
  readonly block: Block;
  /** The headings, from the part down; the block itself, where it is one. */
  readonly headings: readonly Heading[];
  /** Its part's title; '' before the first. */
  readonly part: string;
  /** The nearest heading or table title. */
  readonly under?: Entry | undefined;
}

/** Every text of the document with its place. Checks, pages and data ask for it again and again: a document is walked once. */
export const placedTexts = oncePer((document: Document): readonly PlacedText[] => {
  const texts: PlacedText[] = [];
  let headings: readonly Heading[] = [];
  let part = '';
  let under: Entry | undefined;
  for (const block of blocksOf(document)) {
    if (block.type === 'heading') {
      headings = [...headings.filter(({ level }) => level < block.level), block];
      part = headings.filter(({ level }) => level === 1).map(entryTitle)[0] ?? '';
    }
    if (isEntry(block)) under = block;
    // Written out: a spread of two objects takes ten times as long.
    readBlock(block, (content, style, cell, slice) => {
      texts.push({ content, style, cell, slice, figures: figuresIn(content), block, headings, part, under });
    });
  }
  return texts;
});

/** A printed figure, and which inline of its text it is. */
export interface PlacedFigure {
  readonly figure: FigureInline;
  readonly index: number;
}

/** The figures of a text, in order. */
export function figuresIn(content: readonly Inline[]): readonly PlacedFigure[] {
  if (!content.some(({ type }) => type === 'figure')) return NO_FIGURES;
  return content.flatMap((inline, index) => (inline.type === 'figure' ? [{ figure: inline, index }] : []));
}

const NO_FIGURES: readonly PlacedFigure[] = [];
