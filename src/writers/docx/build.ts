import { Document as DocxDocument, Footer, Header, type ISectionOptions, PageOrientation, SectionType } from 'docx';
import type { Block, Section } from '../../document/document.js';
import { startsPage } from '../../document/page-breaks.js';
import { pageBox, uprightPaper } from '../../document/sheet.js';
import { LATIN_FACE, OFFICIAL_FACES } from '../official-faces.js';
import { blockToDocx, type Piece, piecesToChildren, spacer } from './blocks.js';
import { OwnParagraph, type ToTree } from './body-markup.js';
import type { Context, Purpose } from './context.js';
import { bottomMargin, footerDistance, twips } from './geometry.js';
import { field, properties, runToDocx } from './paragraphs.js';
import { HELPER_STYLES, styleId } from './style-names.js';
import { stylesXml } from './styles.js';
import { cleanText, type Markup, type XmlChild, xml } from './xml.js';

/**
 * The library's document: fresh objects each time, because it changes what it is given. It learns of the styles only
 * where it lays out pages itself; into the file they are put as a finished part.
 */
export function buildDocx(context: Context, purpose: Purpose): DocxDocument {
  const { document, faces } = context;
  const { pageNumbers } = purpose;
  const face = { latin: LATIN_FACE, eastAsia: faces.宋.name };
  return new DocxDocument({
    evenAndOddHeaderAndFooters: true,
    theme: { fonts: { headings: face, body: face } },
    sections: document.sections.map((section, index) => sectionToDocx(section, index, context, purpose)),
    ...(pageNumbers && { pageNumbers, externalStyles: stylesXml(document, faces) }),
  });
}

/** Header text area: only a watermark is ever in it. */
const HEADER_DISTANCE = 42.5;

/** Twips for the spacers before and after a table that fills its page. */
const SPACER_ROOM = 4;

/** A chart stands in a table, too. */
const isTable = (block: Block | undefined): boolean => block?.type === 'table' || block?.type === 'chart';

function sectionPieces(section: Section, context: Context): Piece[] {
  const own = { ...context, sheet: section };
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
  const { page } = document.layout;
  const { width, height } = uprightPaper(page, section);
  const { margins } = pageBox(page, section);
  const hasTable = section.blocks.some(isTable);
  const orientation = section.orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  return {
    type: SectionType.NEXT_PAGE,
    page: {
      size: { width: twips(width), height: twips(height), orientation },
      margin: {
        top: twips(margins.top),
        right: twips(margins.right),
        bottom: bottomMargin(document, section, hasTable ? SPACER_ROOM : 0),
        left: twips(margins.left),
        header: twips(Math.min(HEADER_DISTANCE, margins.top / 2)),
        footer: twips(footerDistance(document, section)),
        gutter: 0,
      },
      ...(typeof section.pageNumbers === 'number' ? { pageNumbers: { start: section.pageNumbers } } : {}),
    },
  };
}

/** A section takes over the footers of the one before: they are written only where numbering starts or ends. */
function footersOf(section: Section, before: Section | undefined, toTree: ToTree): Pick<ISectionOptions, 'footers'> {
  const numbered = section.pageNumbers !== 'none';
  const wasNumbered = before !== undefined && before.pageNumbers !== 'none';
  if (numbered === wasNumbered) return {};
  return { footers: numbered ? numberedFooters(toTree) : emptyFooters(toTree) };
}

function sectionToDocx(section: Section, index: number, context: Context, purpose: Purpose): ISectionOptions {
  const { document } = context;
  const { toTree } = purpose;
  const pieces = sectionPieces(section, context);
  const last = pieces.at(-1);
  const children =
    last && 'paragraph' in last
      ? piecesToChildren(pieces.slice(0, -1), last.paragraph, purpose)
      : piecesToChildren(pieces, spacer().paragraph, purpose);
  return {
    properties: pageProperties(section, context),
    ...(index === 0 && document.watermark !== undefined ? { headers: watermarkHeaders(document.watermark, toTree) } : {}),
    ...footersOf(section, document.sections[index - 1], toTree),
    children,
  };
}

type Footers = NonNullable<ISectionOptions['footers']>;

function footer(style: string, content: readonly XmlChild[], toTree: ToTree): Footer {
  return new Footer({ children: [new OwnParagraph({ properties: properties(style), content }, toTree)] });
}

const pageNumber = (): XmlChild[] => [runToDocx('— '), ...field('PAGE', '1'), runToDocx(' —')];

/** «— 1 —», on odd pages at the right, on even pages at the left: the styles say where. */
function numberedFooters(toTree: ToTree): Footers {
  return {
    default: footer(styleId('pageNumber'), pageNumber(), toTree),
    even: footer(HELPER_STYLES.evenPage.id, pageNumber(), toTree),
  };
}

/** For pages without a number after pages with one. */
function emptyFooters(toTree: ToTree): Footers {
  return { default: footer(styleId('pageNumber'), [], toTree), even: footer(HELPER_STYLES.evenPage.id, [], toTree) };
}

type Headers = NonNullable<ISectionOptions['headers']>;

/** Points; the diagonal of two to four characters across an A4 page. */
const CHARACTER = 170;

const SHAPE_TYPE = xml(
  'v:shapetype',
  { id: '_x0000_t136', coordsize: '21600,21600', 'o:spt': 136, adj: '10800', path: 'm@7,l@8,m@5,21600l@6,21600e' },
  xml(
    'v:formulas',
    undefined,
    ...[
      'sum #0 0 10800',
      'prod #0 2 1',
      'sum 21600 0 @1',
      'sum 0 0 @2',
      'sum 21600 0 @3',
      'if @0 @3 0',
      'if @0 21600 @1',
      'if @0 0 @2',
      'if @0 @4 21600',
      'mid @5 @6',
      'mid @8 @5',
      'mid @7 @8',
      'mid @6 @7',
      'sum @6 0 @5',
    ].map((eqn) => xml('v:f', { eqn })),
  ),
  xml('v:path', {
    textpathok: 't',
    'o:connecttype': 'custom',
    'o:connectlocs': '@9,0;@10,10800;@11,21600;@12,10800',
    'o:connectangles': '270,180,90,0',
  }),
  xml('v:textpath', { on: 't', fitshape: 't' }),
  xml('v:handles', undefined, xml('v:h', { position: '#0,bottomRight', xrange: '6629,14971' })),
  xml('o:lock', { 'v:ext': 'edit', text: 't', shapetype: 't' }),
);

/** The name is what Word's own command «删除水印» looks for. */
function shape(text: string, number: number): Markup {
  const width = CHARACTER * Math.min(4, Math.max(2, [...text].length));
  const style = [
    'position:absolute;margin-left:0;margin-top:0',
    `width:${Math.min(width, 480)}pt;height:${CHARACTER * Math.min(1, 480 / width)}pt`,
    'rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin',
    'mso-position-vertical:center;mso-position-vertical-relative:margin',
  ].join(';');
  return xml(
    'v:shape',
    {
      id: `PowerPlusWaterMarkObject${number}`,
      'o:spid': `_x0000_s${2048 + number}`,
      type: '#_x0000_t136',
      alt: `水印：${text}`,
      style,
      'o:allowincell': 'f',
      fillcolor: 'silver',
      stroked: 'f',
    },
    xml('v:fill', { opacity: '.5' }),
    xml('v:textpath', { style: `font-family:"${OFFICIAL_FACES.黑.name}";font-size:1pt`, string: text }),
  );
}

function header(text: string, number: number, toTree: ToTree): Header {
  const picture = xml('w:r', undefined, xml('w:pict', undefined, SHAPE_TYPE, shape(cleanText(text), number)));
  return new Header({ children: [new OwnParagraph({ properties: properties(HELPER_STYLES.header.id), content: [picture] }, toTree)] });
}

/** A watermark of Word's own on every page: later sections take over the headers of the first. */
function watermarkHeaders(text: string, toTree: ToTree): Headers {
  return { default: header(text, 1, toTree), even: header(text, 2, toTree) };
}
