import {
  type Block,
  type Cover,
  type Document,
  type Heading,
  inlineText,
  itemContent,
  type List,
  type Section,
} from '../../../document/document.js';
import type { FaceRole, Layout } from '../../../document/layout.js';
import { startsPage } from '../../../document/page-breaks.js';
import { tracked } from '../../../typesetting/line-setting.js';
import { textWidth, unitsOf } from '../../../typesetting/text-width.js';
import type { PdfFonts } from '../fonts/pdf-fonts.js';
import { type Findings, LayoutContext } from './context.js';
import { keepsWithNext, keptHeight } from './keep-together.js';
import { checkNothingLost } from './nothing-lost.js';
import { type LaidPage, type TextItem, textItem } from './page.js';
import { placeChart } from './place-chart.js';
import { placeParagraph, placeTableTitle } from './place-paragraph.js';
import { placeTable } from './place-table.js';
import { fillTocNumbers, placeToc } from './place-toc.js';

/** Lays out a document: what its context then holds is ready to be written. */
export function layoutDocument(document: Document, fonts: PdfFonts): LayoutContext {
  const context = new LayoutContext(document);
  for (const section of document.sections) placeSection(context, section);
  const { pages } = context.flow;
  fillTocNumbers(context.tocPages, pageLabels(context));
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
    case 'chart':
      return placeChart(context, block);
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

/** Items as the paragraphs they are printed as; only the structure tells label and text apart. */
function placeList(context: LayoutContext, { style, items }: List): void {
  const list = context.root.add('L', { numbering: items.every(({ label }) => NUMBER.test(label)) ? 'Decimal' : 'Disc' });
  for (const item of items) {
    const element = list.add('LI');
    const lead = { length: item.label.trimEnd().length, mark: element.add('Lbl') };
    placeParagraph(context, inlineText(itemContent(item)), tracked(context.style(style), item.tracking), element.add('LBody'), { lead });
  }
}

/** Chinese numerals count as decimal ones: PDF 1.7 has no word for them. */
const NUMBER = /[0-9一二三四五六七八九十]/;

/** Characters around a missing one that the finding shows. */
const AROUND = 15;

const IDEOGRAPHIC_SPACE = 0x3000;

/** A character that no face has would print as a box: said with the sentence it stands in. */
function checkGlyphs(pages: readonly LaidPage[], fonts: PdfFonts, findings: Findings): void {
  const complete = new Map<FaceRole, Set<string>>();
  for (const page of pages) {
    for (const item of page.items) {
      if (item.kind !== 'text') continue;
      const texts = complete.get(item.face) ?? new Set();
      if (!texts.has(item.text) && isComplete(item, fonts, findings)) complete.set(item.face, texts.add(item.text));
    }
  }
}

function isComplete(item: TextItem, fonts: PdfFonts, findings: Findings): boolean {
  const { text, face } = item;
  const glyphs = fonts.glyphsOf(face);
  let complete = true;
  for (let at = 0, codePoint = 0; at < text.length; at += unitsOf(codePoint)) {
    codePoint = text.codePointAt(at) as number;
    if (codePoint === IDEOGRAPHIC_SPACE || glyphs.of(codePoint) !== undefined) continue;
    complete = false;
    addMissing(String.fromCodePoint(codePoint), item, findings);
  }
  return complete;
}

function addMissing(character: string, item: TextItem, findings: Findings): void {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const whole = item.source?.text ?? item.text;
  const at = whole.indexOf(character);
  const sentence = whole.slice(Math.max(0, at - AROUND), at + character.length + AROUND);
  findings.add(
    'glyph-missing',
    `“${sentence}”中的“${character}”（U+${code}）没有任何字体可印。`,
    '换用常用字，或者在fonts/local/放入含有这个字的字体。',
    'error',
    { character, around: sentence },
  );
}

/** GB/T 9704-2012 §7.5: «— 1 —», odd pages right and even pages left, one character in from the edge. */
function placePageNumbers(pages: readonly LaidPage[], layout: Layout): void {
  for (const page of pages) if (page.numbered) page.items.push(pageNumber(page, layout));
}

function pageNumber(page: LaidPage, layout: Layout): TextItem {
  const { face, size } = layout.styles.pageNumber;
  const { margins, landscapeMargins, pageNumberOffset } = layout.page;
  const { left, right, bottom } = page.width > page.height ? landscapeMargins : margins;
  // As far under the text on a landscape page, whose lower margin is narrower.
  const baseline = page.height - (bottom - (margins.bottom - pageNumberOffset));
  const text = `— ${page.number} —`;
  const x = page.number % 2 === 1 ? page.width - right - size - textWidth(text, size) : left + size;
  return textItem({ text, face, size, x, baseline, mark: 'footer' });
}

const WATERMARK_GREY = 'DCDCDC';
/** Of the page's diagonal. */
const WATERMARK_SHARE = 0.6;
const LARGEST_WATERMARK = 160;

/** A word across every page, under all else, since PDF/A-1 knows no transparency. */
function placeWatermark(pages: readonly LaidPage[], text: string): void {
  for (const page of pages) page.items.unshift(watermark(page, text));
}

function watermark(page: LaidPage, text: string): TextItem {
  const diagonal = Math.hypot(page.width, page.height);
  const size = Math.min(LARGEST_WATERMARK, (diagonal * WATERMARK_SHARE) / textWidth(text, 1));
  const rotation = Math.atan2(page.height, page.width);
  const half = textWidth(text, size) / 2;
  const drop = size * 0.38;
  const x = page.width / 2 - half * Math.cos(rotation) + drop * Math.sin(rotation);
  const baseline = page.height / 2 + half * Math.sin(rotation) + drop * Math.cos(rotation);
  return { kind: 'text', text, face: '黑', size, spacing: 0, x, baseline, slack: 0, mark: 'watermark', colour: WATERMARK_GREY, rotation };
}
