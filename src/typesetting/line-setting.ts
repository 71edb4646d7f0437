import type { Layout, TextStyle } from '../document/layout.js';
import { balanceLines } from './balance-lines.js';
import { breakLines, type Line, type LineSetting } from './break-lines.js';

/** How a style's paragraph is set in a box `width` points wide. */
export function lineSetting(style: TextStyle, width: number): LineSetting {
  return {
    width: width - style.leftIndent * style.size,
    size: style.size,
    characterSpacing: style.characterSpacing,
    firstLineIndent: style.firstLineIndent * style.size,
    hangingPunctuation: style.align === 'justify',
  };
}

/** The style of a paragraph that says a little more or less space between its characters. */
export function tracked(style: TextStyle, tracking = 0): TextStyle {
  return tracking === 0 ? style : { ...style, characterSpacing: style.characterSpacing + tracking };
}

/** Lines of a paragraph in a box `width` points wide. */
export function paragraphLines(text: string, style: TextStyle, width: number): readonly Line[] {
  const setting = lineSetting(style, width);
  const lines = breakLines(text, setting);
  return style.align === 'centre' && lines.length > 1 ? balanceLines(text, setting, lines) : lines;
}

/** Lines of a cell whose columns are together `width` points wide: writers and row heights must agree on them. */
export function cellLines(text: string, style: TextStyle, width: number, table: Layout['table']): readonly Line[] {
  return paragraphLines(text, style, width - 2 * table.cellPadding);
}
