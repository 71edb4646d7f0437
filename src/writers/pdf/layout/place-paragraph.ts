import { inlineText, type TableTitle } from '../../../document/document.js';
import type { TextStyle } from '../../../document/layout.js';
import type { Line } from '../../../typesetting/break-lines.js';
import { paragraphLines } from '../../../typesetting/line-setting.js';
import { textWidth } from '../../../typesetting/text-width.js';
import type { LayoutContext } from './context.js';
import type { Lead, Mark, StructureNode, TextItem, TextSource } from './page.js';
import { TOLERANCE } from './page-flow.js';

/** Height of a whole paragraph with the space around it. */
export function paragraphHeight(text: string, style: TextStyle, width: number): number {
  return style.spaceBefore + paragraphLines(text, style, width).length * style.linePitch + style.spaceAfter;
}

/** A page never ends or begins with fewer lines of a paragraph, as Word's widow control has it. */
const LEAST_LINES = 2;

/** Lines that must stand together at the beginning of a paragraph. */
export function leastLines(count: number): number {
  return count < 2 * LEAST_LINES ? count : LEAST_LINES;
}

/** Of `left` lines, how many to set where `fitting` have room: none where they or the rest would be too few. */
function linesToSet(left: number, fitting: number, fresh: boolean): number {
  if (fitting >= left) return left;
  const set = Math.min(fitting, left - LEAST_LINES);
  if (set >= LEAST_LINES) return set;
  return fresh ? Math.max(1, fitting) : 0;
}

interface ParagraphParts {
  /** Told where the first line begins. */
  readonly onStart?: (top: number) => void;
  /** The first characters, where they are an element of their own. */
  readonly lead?: Lead;
}

/** Sets a paragraph into the pages. */
export function placeParagraph(
  context: LayoutContext,
  text: string,
  style: TextStyle,
  node: StructureNode,
  { onStart, lead }: ParagraphParts = {},
): void {
  const { flow } = context;
  const source = { text };
  const lines = paragraphLines(text, style, flow.width);
  if (!flow.dropsSpace) flow.y += style.spaceBefore;
  for (let next = 0; next < lines.length; ) {
    const fitting = Math.floor((flow.room + TOLERANCE) / style.linePitch);
    const count = linesToSet(lines.length - next, fitting, flow.fresh);
    if (count === 0) {
      flow.overflow();
      continue;
    }
    if (next === 0) onStart?.(flow.y);
    const place = { left: flow.left, width: flow.width, mark: node, source, lead };
    for (const line of lines.slice(next, next + count)) {
      flow.put(placeLine(text, line, style, place, flow.y));
      flow.y += style.linePitch;
    }
    next += count;
  }
  flow.y += style.spaceAfter;
}

/** Where a paragraph's lines stand: its box and what they belong to. */
interface LinePlace {
  readonly left: number;
  readonly width: number;
  readonly mark: Mark;
  /** Absent where the text is a repeat. */
  readonly source: TextSource | undefined;
  /** Counted from the paragraph's beginning. */
  readonly lead?: Lead | undefined;
}

/** Share of the em above the baseline: that of the em box, whatever the face says of itself. */
const ASCENT = 0.88;

/** The baseline of a line whose box, `linePitch` high, begins at `top`: the em box stands in its middle. */
export function baselineOf(style: TextStyle, top: number): number {
  return top + (style.linePitch - style.size) / 2 + ASCENT * style.size;
}

/** One line of a paragraph in its place. Written out: there are thousands, and spreads take several times as long. */
export function placeLine(text: string, line: Line, style: TextStyle, place: LinePlace, top: number): TextItem {
  const indent = (style.leftIndent + (line.start === 0 ? style.firstLineIndent : 0)) * style.size;
  const room = place.width - indent - line.width;
  const justified = style.align === 'justify' && (!line.last || line.hung === true);
  const shift = style.align === 'right' ? room : style.align === 'centre' ? room / 2 : 0;
  return {
    kind: 'text',
    text: text.slice(line.start, line.end),
    face: style.face,
    size: style.size,
    spacing: style.characterSpacing,
    x: place.left + indent + shift,
    baseline: baselineOf(style, top),
    slack: justified ? room : 0,
    hung: line.hung,
    mark: place.mark,
    lead: line.start === 0 ? place.lead : undefined,
    source: place.source,
  };
}

/** White between the texts of the line under a table's title. */
const INFO_GAP = 12;

interface InfoWidths {
  readonly left: number;
  readonly middle: number;
  readonly right: number;
}

/** Width of the right text and of one in the middle, and what they leave to the left one. */
function infoWidths({ middle: between = '', right: end }: TableTitle, style: TextStyle, width: number): InfoWidths {
  const wide = (text: string, share: number) => Math.min(width * share, textWidth(text, style.size, style.characterSpacing));
  if (between === '') {
    const right = wide(end, 1 / 2);
    return { right, middle: 0, left: width - right - (end === '' ? 0 : INFO_GAP) };
  }
  const middle = wide(between, 1 / 3);
  const side = (width - middle) / 2 - INFO_GAP;
  return { left: side, middle, right: Math.min(side, wide(end, 1)) };
}

export function tableTitleHeight(context: LayoutContext, block: TableTitle): number {
  const { width } = context.flow;
  const label = block.label === undefined ? 0 : paragraphHeight(block.label, context.style('tableLabel'), width);
  return label + paragraphHeight(inlineText(block.title), context.style('tableTitle'), width) + infoHeight(context, block);
}

function infoHeight(context: LayoutContext, block: TableTitle): number {
  const style = context.style('tableInfo');
  const texts = { left: block.left, middle: block.middle ?? '', right: block.right };
  if (Object.values(texts).every((text) => text === '')) return 0;
  const widths = infoWidths(block, style, context.flow.width);
  const lines = Math.max(...(['left', 'middle', 'right'] as const).map((at) => paragraphLines(texts[at], style, widths[at]).length));
  return style.spaceBefore + lines * style.linePitch + style.spaceAfter;
}

/** Label, title, and the line with the department on its left, a text in its middle and the unit on its right. */
export function placeTableTitle(context: LayoutContext, block: TableTitle): void {
  const { root } = context;
  const title = inlineText(block.title);
  const entry = { id: block.id, level: block.level, title: block.tocText } as const;
  if (block.label !== undefined) placeParagraph(context, block.label, context.style('tableLabel'), root.add('P'));
  placeParagraph(context, title, context.style('tableTitle'), context.headingNode(block.level), {
    onStart: (top) => {
      if (!context.landings.has(block.id)) context.land(entry, top);
    },
  });
  placeInfo(context, block);
}

function placeInfo(context: LayoutContext, block: TableTitle): void {
  const { flow } = context;
  const style = context.style('tableInfo');
  const height = infoHeight(context, block);
  if (height === 0) return;
  if (!flow.has(height) && !flow.fresh) flow.overflow();
  const top = flow.y + style.spaceBefore;
  const widths = infoWidths(block, style, flow.width);
  placeSide(context, block.left, { ...style, align: 'left' }, flow.left, widths.left, top);
  placeSide(context, block.middle ?? '', { ...style, align: 'centre' }, flow.left + (flow.width - widths.middle) / 2, widths.middle, top);
  placeSide(context, block.right, { ...style, align: 'right' }, flow.left + flow.width - widths.right, widths.right, top);
  flow.y += height;
}

function placeSide(context: LayoutContext, text: string, style: TextStyle, left: number, width: number, top: number): void {
  if (text === '') return;
  const node = context.root.add('P');
  const source = { text };
  paragraphLines(text, style, width).forEach((line, index) => {
    context.flow.put(placeLine(text, line, style, { left, width, mark: node, source }, top + index * style.linePitch));
  });
}
