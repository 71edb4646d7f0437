import type { Layout, TextStyle } from '../document/layout.js';
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

/** Lines of a paragraph in a box `width` points wide. */
export function paragraphLines(text: string, style: TextStyle, width: number): readonly Line[] {
  const setting = lineSetting(style, width);
  const lines = breakLines(text, setting);
  return style.align === 'centre' && lines.length > 1 ? balanced(text, setting, lines) : lines;
}

/** Halvings of the span in which the least width is sought: to a point in a page's width. */
const STEPS = 9;

/**
 * Centred text in as many lines, none much shorter than the others: not «政府性基金预 / 算». It is as high as
 * before, so whoever only counts lines need not know.
 */
function balanced(text: string, setting: LineSetting, lines: readonly Line[]): readonly Line[] {
  let best = lines;
  let [narrow, wide] = [setting.width / lines.length / 2, setting.width];
  for (let step = 0; step < STEPS; step++) {
    const width = (narrow + wide) / 2;
    const tried = breakLines(text, { ...setting, width });
    if (tried.length > lines.length || tried.some((line) => line.width > width + 0.01)) narrow = width;
    else [wide, best] = [width, tried];
  }
  return tornLines(lines) >= tornLines(best) ? best : lines;
}

/** Balance must not tear what the full width keeps whole. */
function tornLines(lines: readonly Line[]): number {
  return lines.filter((line) => line.torn === true).length;
}

/** Lines of a cell whose columns are together `width` points wide: writers and row heights must agree on them. */
export function cellLines(text: string, style: TextStyle, width: number, table: Layout['table']): readonly Line[] {
  return paragraphLines(text, style, width - 2 * table.cellPadding);
}
