import type { Document, Section } from '../../document/document.js';
import type { Margins, StyleName } from '../../document/layout.js';
import { twips } from './units.js';
import { type Markup, type XmlChild, xml } from './xml.js';

export type Orientation = Section['orientation'];

/** Part of an exact line that Word and LibreOffice keep below the baseline. */
const BELOW_BASELINE = 0.2;

export function marginsOf(document: Document, orientation: Orientation): Margins {
  const { margins, landscapeMargins } = document.layout.page;
  return orientation === 'landscape' ? landscapeMargins : margins;
}

/** Width of the text area in points. */
export function textWidthOf(document: Document, orientation: Orientation): number {
  const { left, right } = marginsOf(document, orientation);
  const { width, height } = document.layout.page;
  return (orientation === 'landscape' ? height : width) - left - right;
}

/** Height of the text area in points. */
function textHeightOf(document: Document, orientation: Orientation): number {
  const { top, bottom } = marginsOf(document, orientation);
  const { width, height } = document.layout.page;
  return (orientation === 'landscape' ? width : height) - top - bottom;
}

/** Sums of decimals miss by a hair. */
const HAIR = 1e-6;

/**
 * The bottom margin in twips, so that the text area is never lower than in points: what just fits a page in the PDF
 * fits in Word. `more` twips make room for what only Word has on the page.
 */
export function bottomMargin(document: Document, orientation: Orientation, more: number): number {
  const { width, height } = document.layout.page;
  const page = twips(orientation === 'landscape' ? width : height);
  const area = Math.ceil(textHeightOf(document, orientation) * 20 - HAIR);
  return page - twips(marginsOf(document, orientation).top) - area - more;
}

/**
 * From the page's bottom edge to the bottom of the footer's line, in points. The number keeps its distance from the
 * text area on landscape pages, too; else the footer would reach into the text and Word would shorten the page.
 */
export function footerDistance(document: Document, orientation: Orientation): number {
  const { margins, pageNumberOffset } = document.layout.page;
  const baseline = marginsOf(document, orientation).bottom - (margins.bottom - pageNumberOffset);
  return Math.max(0, baseline - BELOW_BASELINE * document.layout.styles.pageNumber.linePitch);
}

export function rightTab(points: number, leader: 'dot' | 'none', ...before: readonly Markup[]): Markup {
  return xml('w:tabs', undefined, ...before, xml('w:tab', { 'w:val': 'right', 'w:leader': leader, 'w:pos': twips(points) }));
}

const tocOrientation = (document: Document): Orientation =>
  document.sections.find((section) => section.blocks.some((block) => block.type === 'toc'))?.orientation ?? 'portrait';

/** Tab stops that belong to a style: the leader of a TOC entry, the right end of a table's info line. */
export function styleTabs(name: StyleName, document: Document): XmlChild {
  if (name === 'toc1' || name === 'toc2' || name === 'toc3') return rightTab(textWidthOf(document, tocOrientation(document)), 'dot');
  if (name === 'tableInfo') return rightTab(textWidthOf(document, 'portrait'), 'none');
  return undefined;
}
