import { type FileChild, type ISectionOptions, PageOrientation, SectionType } from 'docx';
import type { Block, Section } from '../../document/document.js';
import { startsPage } from '../../document/page-breaks.js';
import { blockToDocx, type Piece, piecesToChildren, spacer } from './blocks.js';
import type { BodyMarkup } from './body-markup.js';
import type { Context, Purpose } from './context.js';
import { emptyFooters, numberedFooters } from './footers.js';
import { bottomMargin, footerDistance, marginsOf } from './geometry.js';
import { twips } from './units.js';
import { watermarkHeaders } from './watermark.js';
import { XmlBlock } from './xml.js';

/** Header text area: only a watermark is ever in it. */
const HEADER_DISTANCE = 42.5;

/** Twips for the spacers before and after a table that fills its page. */
const SPACER_ROOM = 4;

const endsWithParagraph = (pieces: readonly Piece[]): boolean => {
  const last = pieces.at(-1);
  return last !== undefined && 'paragraph' in last;
};

/** A chart stands in a table, too. */
const isTable = (block: Block | undefined): boolean => block?.type === 'table' || block?.type === 'pieChart';

function sectionPieces(section: Section, context: Context): Piece[] {
  const own = { ...context, orientation: section.orientation };
  const blocks = section.blocks.filter((block, index) => block.type !== 'pageBreak' || index > 0);
  return blocks.flatMap((block, index) => {
    // A section's start is a new page already.
    const previous = blocks[index - 1];
    const apart = isTable(block) && isTable(previous) ? [spacer()] : [];
    return [...apart, ...blockToDocx(block, own, { pageBreakBefore: index > 0 && startsPage(block, previous) })];
  });
}

/** Portrait measures, which `docx` turns for landscape pages. */
function pageProperties(section: Section, { document }: Context): NonNullable<ISectionOptions['properties']> {
  const { width, height } = document.layout.page;
  const margins = marginsOf(document, section.orientation);
  const hasTable = section.blocks.some(isTable);
  const orientation = section.orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  return {
    type: SectionType.NEXT_PAGE,
    page: {
      size: { width: twips(width), height: twips(height), orientation },
      margin: {
        top: twips(margins.top),
        right: twips(margins.right),
        bottom: bottomMargin(document, section.orientation, hasTable ? SPACER_ROOM : 0),
        left: twips(margins.left),
        header: twips(Math.min(HEADER_DISTANCE, margins.top / 2)),
        footer: twips(footerDistance(document, section.orientation)),
        gutter: 0,
      },
      ...(typeof section.pageNumbers === 'number' ? { pageNumbers: { start: section.pageNumbers } } : {}),
    },
  };
}

/** A section takes over the footers of the one before: they are written only where numbering starts or ends. */
function footersOf(section: Section, before: Section | undefined): Pick<ISectionOptions, 'footers'> {
  const numbered = section.pageNumbers !== 'none';
  const wasNumbered = before !== undefined && before.pageNumbers !== 'none';
  if (numbered === wasNumbered) return {};
  return { footers: numbered ? numberedFooters() : emptyFooters() };
}

/** The last paragraph of a section takes its properties from the library, and so stays with it. */
const inBody = (child: FileChild, body: BodyMarkup): FileChild => (child instanceof XmlBlock ? body.standIn(child) : child);

export function sectionToDocx(section: Section, index: number, context: Context, purpose: Purpose): ISectionOptions {
  const { document } = context;
  const pieces = sectionPieces(section, context);
  const spaced = !endsWithParagraph(pieces);
  const children = piecesToChildren(spaced ? [...pieces, spacer()] : pieces);
  return {
    properties: pageProperties(section, context),
    ...(index === 0 && document.watermark !== undefined ? { headers: watermarkHeaders(document.watermark) } : {}),
    ...footersOf(section, document.sections[index - 1]),
    children: 'body' in purpose ? children.map((child) => inBody(child, purpose.body)) : children,
  };
}
