import { inlineText, type TableTitle } from '../../../document/document.js';
import type { TextStyle } from '../../../document/layout.js';
import { paragraphLines } from '../../../typesetting/line-setting.js';
import { textWidth } from '../../../typesetting/text-width.js';
import type { LayoutContext } from './context.js';
import { placeLine } from './place-lines.js';
import { paragraphHeight, placeParagraph } from './place-paragraph.js';

/** White between the two texts of the line under a table's title. */
const INFO_GAP = 12;

/** Width of the right text, and what it leaves to the left one. */
function infoWidths(block: TableTitle, style: TextStyle, width: number): { readonly left: number; readonly right: number } {
  const right = Math.min(width / 2, textWidth(block.right, style.size, style.characterSpacing));
  return { right, left: width - right - (block.right === '' ? 0 : INFO_GAP) };
}

export function tableTitleHeight(context: LayoutContext, block: TableTitle): number {
  const { width } = context.flow;
  const label = block.label === undefined ? 0 : paragraphHeight(block.label, context.style('tableLabel'), width);
  return label + paragraphHeight(inlineText(block.title), context.style('tableTitle'), width) + infoHeight(context, block);
}

function infoHeight(context: LayoutContext, block: TableTitle): number {
  const style = context.style('tableInfo');
  if (block.left === '' && block.right === '') return 0;
  const widths = infoWidths(block, style, context.flow.width);
  const lines = Math.max(paragraphLines(block.left, style, widths.left).length, paragraphLines(block.right, style, widths.right).length);
  return style.spaceBefore + lines * style.linePitch + style.spaceAfter;
}

/** Label, title, and the line with the department on its left and the unit on its right. */
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
