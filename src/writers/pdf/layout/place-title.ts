import { inlineText, type TableTitle } from '../../../document/document.js';
import type { TextStyle } from '../../../document/layout.js';
import { paragraphLines } from '../../../typesetting/line-setting.js';
import { textWidth } from '../../../typesetting/text-width.js';
import type { LayoutContext } from './context.js';
import { paragraphHeight, placeLine, placeParagraph } from './place-paragraph.js';

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
