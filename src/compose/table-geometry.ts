import { type Block, type Inline, inlineText, itemContent } from '../document/document.js';
import type { Layout, StyleName, TextStyle } from '../document/layout.js';
import { total } from '../plain/objects.js';
import { paragraphLines, tracked } from '../typesetting/line-setting.js';

/** A cell before its geometry is settled. */
export interface GridCell {
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly style: StyleName;
  readonly text: string;
  /** Codes and amounts never break. */
  readonly unbreakable: boolean;
  readonly header: boolean;
}

/** How cells are set. */
export interface Setting {
  readonly styles: Readonly<Record<StyleName, TextStyle>>;
  readonly padding: number;
  readonly border: number;
  /** Comfortable height of a one-line row. */
  readonly maximumRowHeight: number;
}

/** Word may set a line a little wider than we measure: lines are counted in cells this much narrower. */
export const SLACK = 0.5;

/** Left free at the foot of a page that a table fills: the end of a Word section takes a small paragraph. */
export const FOOT_RESERVE = 6;

/** Height of a block of running text; undefined for anything else. */
export function textBlockHeight(block: Block, { styles }: Layout, width: number): number | undefined {
  const height = (style: StyleName, content: readonly Inline[], tracking?: number): number => {
    const own = tracked(styles[style], tracking);
    return own.spaceBefore + paragraphLines(inlineText(content), own, width).length * own.linePitch + own.spaceAfter;
  };
  if (block.type === 'heading') return height(block.style, block.content);
  if (block.type === 'paragraph') return height(block.style, block.content, block.tracking);
  if (block.type === 'list') return total(block.items.map((item) => height(block.style, itemContent(item), item.tracking)));
  return undefined;
}
