import type { Document } from '../../document/document.js';
import type { StyleName } from '../../document/layout.js';
import { pageBox, type Sheet, textArea } from '../../document/sheet.js';
import { type Markup, type XmlChild, xml } from './xml.js';

/** Part of an exact line that Word and LibreOffice keep below the baseline. */
const BELOW_BASELINE = 0.2;

/** Width of the text area in points. */
export const textWidthOf = ({ layout }: Document, sheet: Sheet): number => textArea(layout.page, sheet).width;

/** Sums of decimals miss by a hair. */
const HAIR = 1e-6;

/**
 * The bottom margin in twips, so that the text area is never lower than in points: what just fits a page in the PDF
 * fits in Word. `more` twips make room for what only Word has on the page.
 */
export function bottomMargin({ layout: { page } }: Document, sheet: Sheet, more: number): number {
  const { height, margins } = pageBox(page, sheet);
  const area = Math.ceil(textArea(page, sheet).height * 20 - HAIR);
  return twips(height) - twips(margins.top) - area - more;
}

/**
 * From the page's bottom edge to the bottom of the footer's line, in points. The number keeps its distance from the
 * text area on landscape pages, too; else the footer would reach into the text and Word would shorten the page.
 */
export function footerDistance(document: Document, sheet: Sheet): number {
  const { page } = document.layout;
  const baseline = pageBox(page, sheet).margins.bottom - (page.margins.bottom - page.pageNumberOffset);
  return Math.max(0, baseline - BELOW_BASELINE * document.layout.styles.pageNumber.linePitch);
}

export function rightTab(points: number, leader: 'dot' | 'none', ...before: readonly Markup[]): Markup {
  return xml('w:tabs', undefined, ...before, xml('w:tab', { 'w:val': 'right', 'w:leader': leader, 'w:pos': twips(points) }));
}

const tocSheet = (document: Document): Sheet =>
  document.sections.find((section) => section.blocks.some((block) => block.type === 'toc')) ?? { orientation: 'portrait' };

/** Tab stops that belong to a style: the leader of a TOC entry, the right end of a table's info line. */
export function styleTabs(name: StyleName, document: Document): XmlChild {
  if (name === 'toc1' || name === 'toc2' || name === 'toc3') return rightTab(textWidthOf(document, tocSheet(document)), 'dot');
  if (name === 'tableInfo') return rightTab(textWidthOf(document, { orientation: 'portrait' }), 'none');
  return undefined;
}

/** Word counts lengths in twentieths of a point. */
export const twips = (points: number): number => Math.round(points * 20);

/** Sizes of type are half points. */
export const halfPoints = (points: number): number => Math.round(points * 2);

/** Widths of borders are eighths of a point. */
export const eighths = (points: number): number => Math.max(2, Math.round(points * 8));

/** Drawings of `docx` are given in pixels of 1/96 inch. */
export const pixels = (points: number): number => (points * 96) / 72;

/** Lengths as whole twips whose sums are those of the points: each edge is rounded, not each length. */
function byEdges(points: readonly number[], round: (points: number) => number): number[] {
  let edge = 0;
  return points.map((length) => {
    const start = round(edge);
    edge += length;
    return round(edge) - start;
  });
}

export const twipWidths = (points: readonly number[]): number[] => byEdges(points, twips);

/** Heights of rows; together never more than in points, so that what just fits a page in the PDF fits in Word. */
export const twipHeights = (points: readonly number[]): number[] => byEdges(points, (edge) => Math.floor(edge * 20 + HAIR));

/** Hundredths of a character, the unit of `w:firstLineChars` and its like. */
export const characterUnits = (characters: number): number => Math.round(characters * 100);
