import type { FileChild, IContext } from 'docx';
import { type Block, type Cover, itemContent, type List, type TableOfContents } from '../../document/document.js';
import { type BlockMarkup, OwnBlock, OwnParagraph } from './body-markup.js';
import { chartToDocx } from './chart.js';
import type { Anchor, Context, Purpose } from './context.js';
import {
  type Breaks,
  field,
  fieldEnd,
  fieldStart,
  headingToDocx,
  paragraphToDocx,
  properties,
  runToDocx,
  tab,
  tableTitleToDocx,
} from './paragraphs.js';
import { HELPER_STYLES, styleId } from './style-names.js';
import { tableParts, tableToDocx } from './table.js';
import { type Markup, on, type ParagraphParts, paragraphXml, val, type XmlChild, xml } from './xml.js';

/** A paragraph not yet written, because the last one of a section takes the section's properties; or anything else. */
export type Piece = OpenParagraph | { readonly block: BlockMarkup };
interface OpenParagraph {
  readonly paragraph: ParagraphParts;
}

const paragraph = (parts: ParagraphParts): OpenParagraph => ({ paragraph: parts });
const block = (markup: BlockMarkup): Piece => ({ block: markup });

/** A paragraph of no height: between two tables, which Word would join, and after a table that ends a section. */
export const spacer = (breaks: Breaks = {}): OpenParagraph =>
  paragraph({ properties: properties(HELPER_STYLES.spacer.id, breaks), content: [] });

function coverToDocx({ lines }: Cover, context: Context): Piece[] {
  return lines.map((line, index) => paragraph(paragraphToDocx(line, context, {}, index === 0 ? HELPER_STYLES.coverFirst.id : undefined)));
}

/**
 * Items are styled paragraphs with their labels typed, as official documents have them: Word's own numbering would
 * renumber them on an edit, and its indents would move the lines.
 */
function listToDocx({ style, items }: List, context: Context, breaks: Breaks): Piece[] {
  return items.map((item, index) => {
    const source = { ...item, type: 'paragraph', style, content: itemContent(item) } as const;
    return paragraph(paragraphToDocx(source, context, index === 0 ? breaks : {}, style === 'body' ? HELPER_STYLES.listItem.id : undefined));
  });
}

/** A table cannot begin a page by itself: the spacer before it does. */
const apart = (piece: Piece, breaks: Breaks): Piece[] => (breaks.pageBreakBefore ? [spacer(breaks), piece] : [piece]);

/** One block of the neutral document as paragraphs and other blocks of Word. */
export function blockToDocx(source: Block, context: Context, breaks: Breaks): Piece[] {
  switch (source.type) {
    case 'heading':
      return [paragraph(headingToDocx(source, context, breaks))];
    case 'paragraph':
      return [paragraph(paragraphToDocx(source, context, breaks))];
    case 'list':
      return listToDocx(source, context, breaks);
    case 'tableTitle':
      return tableTitleToDocx(source, context, breaks).map(paragraph);
    case 'table':
      return tableParts(source).flatMap((part, index) => [
        ...(index > 0 ? [spacer()] : breaks.pageBreakBefore ? [spacer(breaks)] : []),
        block(() => tableToDocx(part, context.document)),
      ]);
    case 'chart':
      return apart(block(chartToDocx(source, context.document, context.nextDrawing())), breaks);
    case 'cover':
      return coverToDocx(source, context);
    case 'toc':
      return [block(() => [tocToDocx(source, context)])];
    case 'pageBreak':
      return [];
    default:
      return unknownBlock(source);
  }
}

function unknownBlock(source: never): never {
  throw new Error(`Unknown block ${JSON.stringify(source)}`);
}

function* piecesMarkup(pieces: readonly Piece[], context: IContext): Iterable<Markup> {
  for (const piece of pieces)
    if ('block' in piece) yield* piece.block(context);
    else yield paragraphXml(piece.paragraph);
}

/**
 * A section as children of the body: its pieces, and its last paragraph, which carries the section's properties. For a file
 * that is only written all pieces are one child; who lays out its pages has to see each.
 */
export function piecesToChildren(pieces: readonly Piece[], last: ParagraphParts, { toTree, pageNumbers }: Purpose): FileChild[] {
  const groups = pageNumbers ? pieces.map((piece) => [piece]) : [pieces];
  return [...groups.map((group) => new OwnBlock((context) => piecesMarkup(group, context), toTree)), new OwnParagraph(last, toTree)];
}

/** `\o` takes headings by style, `\f t` the marked entries, `\h` makes links. Never `\u`: it would take titles twice. */
function tocCode({ collectedLevels }: Context): string {
  const first = collectedLevels[0];
  const range = first === undefined ? '' : `\\o "${first}-${collectedLevels.at(-1)}" `;
  return `TOC ${range}\\h \\z \\f t`;
}

/** The number comes from the page map of the PDF; a heading that it does not know is our bug. */
function pageLabel({ block }: Anchor, { pageLabels }: Context): string {
  const label = pageLabels.get(block.id);
  if (label === undefined) throw new Error(`No page label for ${block.id}`);
  return label;
}

function entryLink(anchor: Anchor, context: Context): Markup {
  const number = field(`PAGEREF ${anchor.bookmark} \\h`, pageLabel(anchor, context));
  const attributes = { 'w:anchor': anchor.bookmark, 'w:history': 1 };
  return xml('w:hyperlink', attributes, runToDocx(anchor.block.tocText ?? ''), tab(), ...number);
}

function entriesToDocx(context: Context): Markup[] {
  const anchors = [...context.anchors.values()];
  return anchors.map((anchor, index) => {
    const start = index === 0 ? fieldStart(tocCode(context)) : [];
    const end = index === anchors.length - 1 ? [fieldEnd()] : [];
    const style = styleId(`toc${anchor.block.level}`);
    return paragraphXml({ properties: properties(style), content: [...start, entryLink(anchor, context), ...end] });
  });
}

/** Word's own frame around a table of contents, with its entries as they are; nothing is left to be updated. */
function tocToDocx(toc: TableOfContents, context: Context): Markup {
  const title = paragraphXml({ properties: properties(styleId('tocTitle')), content: [runToDocx(toc.title)] });
  const gallery: XmlChild[] = [val('w:docPartGallery', 'Table of Contents'), on('w:docPartUnique')];
  return xml(
    'w:sdt',
    undefined,
    xml('w:sdtPr', undefined, val('w:alias', '目录'), val('w:id', 20260001), xml('w:docPartObj', undefined, ...gallery)),
    xml('w:sdtContent', undefined, title, ...entriesToDocx(context)),
  );
}
