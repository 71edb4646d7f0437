import { textWidth } from './text-width.js';

/** One set line: offsets into the text, and its natural width in points. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly width: number;
  /** The last line of its paragraph: not justified. */
  readonly last: boolean;
}

export interface LineSetting {
  readonly width: number;
  readonly size: number;
  readonly characterSpacing: number;
  /** Points taken from the first line. */
  readonly firstLineIndent: number;
}

/** Breaks a text into lines by 避头尾 rules; the empty text gives one empty line. */
export function breakLines(text: string, setting: LineSetting): Line[] {
  const lines: Line[] = [];
  let start = 0;
  let width = 0;
  let room = setting.width - setting.firstLineIndent;
  for (let at = 0; at < text.length; at++) {
    const advance = textWidth(text[at] ?? '', setting.size, setting.characterSpacing);
    if (width + advance > room && at > start) {
      lines.push({ start, end: at, width, last: false });
      start = at;
      width = 0;
      room = setting.width;
    }
    width += advance;
  }
  return [...lines, { start, end: text.length, width, last: true }];
}
