import { type Block, type Cover, type Document, type Heading, inlineText, type Section } from '../../../document/document.js';
import { startsPage } from '../../../document/page-breaks.js';
import { tracked } from '../../../typesetting/line-setting.js';
import type { PdfFonts } from '../fonts/pdf-fonts.js';
import { checkGlyphs } from './check-glyphs.js';
import { LayoutContext } from './context.js';
import { placePageNumbers, placeWatermark } from './furniture.js';
import { keepsWithNext, keptHeight } from './keep-together.js';
import { checkNothingLost } from './nothing-lost.js';
import { placePieChart } from './place-chart.js';
import { placeList } from './place-list.js';
import { placeParagraph } from './place-paragraph.js';
import { placeTable } from './place-table.js';
import { placeTableTitle } from './place-title.js';
import { fillTocNumbers, placeToc } from './place-toc.js';

/** Lays out a document: what its context then holds is ready to be written. */
export function layoutDocument(document: Document, fonts: PdfFonts): LayoutContext {
  const context = new LayoutContext(document);
  for (const section of document.sections) placeSection(context, section);
  const { pages } = context.flow;
  fillTocNumbers(pages, pageLabels(context));
  placePageNumbers(pages, document.layout);
  if (document.watermark !== undefined) placeWatermark(pages, document.watermark);
  checkNothingLost(document, pages, context.findings);
  checkGlyphs(pages, fonts, context.findings);
  return context;
}

/** The printed page number of every heading and table title; none for those on pages without a number. */
export function pageLabels(context: LayoutContext): Map<string, string> {
  const labels = new Map<string, string>();
  for (const [id, landing] of context.landings) {
    const page = context.flow.pages[landing.page];
    if (page?.numbered) labels.set(id, String(page.number));
  }
  return labels;
}

function placeSection(context: LayoutContext, section: Section): void {
  context.flow.startSection(section);
  section.blocks.forEach((block, index) => {
    if (!context.flow.fresh && startsPage(block, section.blocks[index - 1])) context.flow.breakPage();
    if (keepsWithNext(context, block)) keepTogether(context, section.blocks, index);
    placeBlock(context, block);
  });
}

function keepTogether(context: LayoutContext, blocks: readonly Block[], index: number): void {
  const { flow } = context;
  const height = keptHeight(context, blocks, index);
  if (!flow.fresh && !flow.has(height) && height <= flow.pageHeight) flow.overflow();
}

function placeBlock(context: LayoutContext, block: Block): void {
  switch (block.type) {
    case 'heading':
      return placeHeading(context, block);
    case 'paragraph':
      return placeParagraph(context, inlineText(block.content), tracked(context.style(block.style), block.tracking), context.root.add('P'));
    case 'list':
      return placeList(context, block);
    case 'table':
      return placeTable(context, block);
    case 'tableTitle':
      return placeTableTitle(context, block);
    case 'pieChart':
      return placePieChart(context, block);
    case 'cover':
      return placeCover(context, block);
    case 'toc':
      return placeToc(context, block);
    case 'pageBreak':
      return;
    default:
      return block satisfies never;
  }
}

function placeHeading(context: LayoutContext, block: Heading): void {
  const title = inlineText(block.content);
  const entry = { id: block.id, level: block.level, title: block.tocText ?? title };
  placeParagraph(context, title, context.style(block.style), context.headingNode(block.level), {
    onStart: (top) => context.land(entry, top),
  });
}

function placeCover(context: LayoutContext, block: Cover): void {
  context.flow.y += block.offset;
  for (const line of block.lines) placeParagraph(context, inlineText(line.content), context.style(line.style), context.root.add('P'));
}
