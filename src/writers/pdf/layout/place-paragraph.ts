import type { TextStyle } from '../../../document/layout.js';
import { paragraphLines } from '../../../typesetting/line-setting.js';
import type { LayoutContext } from './context.js';
import type { Lead } from './page.js';
import { TOLERANCE } from './page-flow.js';
import { placeLine } from './place-lines.js';
import type { StructureNode } from './structure.js';

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
    for (const line of lines.slice(next, next + count)) {
      flow.put(placeLine(text, line, style, { left: flow.left, width: flow.width, mark: node, source, ...(lead && { lead }) }, flow.y));
      flow.y += style.linePitch;
    }
    next += count;
  }
  flow.y += style.spaceAfter;
}
