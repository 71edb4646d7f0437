import type { TextStyle } from '../../../document/layout.js';
import type { Line } from '../../../typesetting/break-lines.js';
import type { Lead, Mark, TextItem, TextSource } from './page.js';

/** Where a paragraph's lines stand: its box and what they belong to. */
export interface LinePlace {
  readonly left: number;
  readonly width: number;
  readonly mark: Mark;
  /** Absent where the text is a repeat. */
  readonly source?: TextSource;
  /** Counted from the paragraph's beginning. */
  readonly lead?: Lead;
}

/** Share of the em above the baseline: that of the em box, whatever the face says of itself. */
const ASCENT = 0.88;

/** The baseline of a line whose box, `linePitch` high, begins at `top`: the em box stands in its middle. */
export function baselineOf(style: TextStyle, top: number): number {
  return top + (style.linePitch - style.size) / 2 + ASCENT * style.size;
}

/** One line of a paragraph in its place. */
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
    mark: place.mark,
    ...(place.lead === undefined || line.start > 0 ? {} : { lead: place.lead }),
    ...(line.hung === undefined ? {} : { hung: line.hung }),
    ...(place.source === undefined ? {} : { source: place.source }),
  };
}
