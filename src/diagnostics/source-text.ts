import type { SourceLocation } from './diagnostic.js';

/** A text file as read: line ends are `\n`, no byte order mark. `lineStarts` are offsets into `text`. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
  readonly lines: readonly string[];
  readonly lineStarts: readonly number[];
}

/** Makes a source of a decoded text; every line end becomes `\n`, so CRLF files give the same document. */
export function sourceText(file: string, decoded: string): SourceText {
  const text = decoded.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const lines = text.split('\n');
  const lineStarts: number[] = [];
  let start = 0;
  for (const line of lines) {
    lineStarts.push(start);
    start += line.length + 1;
  }
  return { file, text, lines, lineStarts };
}

/** Line and column of an offset. A column counts characters: one for 𠮷, which JavaScript counts as two. */
export function locationAt(source: SourceText, offset: number): SourceLocation {
  const index = lineIndexAt(source, offset);
  const before = (source.lines[index] ?? '').slice(0, offset - (source.lineStarts[index] ?? 0));
  return { file: source.file, line: index + 1, column: [...before].length + 1 };
}

/** Index (from 0) of the line that holds an offset. */
export function lineIndexAt(source: SourceText, offset: number): number {
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((source.lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
