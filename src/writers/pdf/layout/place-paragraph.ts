import type { TextStyle } from '../../../document/layout.js';
import { paragraphLines } from '../../../typesetting/line-setting.js';
import type { LayoutContext } from './context.js';
import { placeLine } from './place-lines.js';
import type { StructureNode } from './structure.js';

/** Height of a whole paragraph with the space around it. */
export function paragraphHeight(text: string, style: TextStyle, width: number): number {
  return style.spaceBefore + paragraphLines(text, style, width).length * style.linePitch + style.spaceAfter;
}

/** Sets a paragraph into the pages; `onStart` is told where its first line begins. */
export function placeParagraph(context: LayoutContext, text: string, style: TextStyle, node: StructureNode, onStart?: (top: number) => void): void {
  const { flow } = context;
  const source = { text };
  if (!flow.dropsSpace) flow.y += style.spaceBefore;
  for (const line of paragraphLines(text, style, flow.width)) {
    if (!flow.has(style.linePitch) && !flow.fresh) flow.overflow();
    if (line.start === 0) onStart?.(flow.y);
    flow.put(placeLine(text, line, style, { left: flow.left, width: flow.width, mark: node, source }, flow.y));
    flow.y += style.linePitch;
  }
  flow.y += style.spaceAfter;
}
