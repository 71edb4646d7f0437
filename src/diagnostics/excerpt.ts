import stringWidth from 'string-width';
import type { SourceLocation } from './diagnostic.js';
import type { SourceText } from './source-text.js';

/** Columns of source that fit beside the line number. */
const WINDOW = 72;

/** The source line and a caret under the place, by display width; a long line is shown around the place only. */
export function excerpt(source: SourceText, { line, column }: SourceLocation): string[] {
  const characters = [...(source.lines[line - 1] ?? '')].map(visible);
  if (characters.length === 0 && column > 1) return [];
  const [from, to] = windowAround(characters, Math.min(column - 1, characters.length));
  const before = (from > 0 ? '…' : '') + characters.slice(from, column - 1).join('');
  const rest = characters.slice(column - 1, to).join('') + (to < characters.length ? '…' : '');
  const gutter = ' '.repeat(String(line).length);
  return [`${line} | ${before}${rest}`.trimEnd(), `${gutter} | ${' '.repeat(stringWidth(before))}^`];
}

/** Grows from the place to both sides; a third of the window stays before it. */
function windowAround(characters: readonly string[], place: number): [number, number] {
  if (characters.length <= WINDOW && widthOf(characters) <= WINDOW) return [0, characters.length];
  let from = place;
  for (let width = 0; from > 0 && width < WINDOW / 3; from -= 1) width += stringWidth(characters[from - 1] ?? '');
  let to = place;
  for (let width = widthOf(characters.slice(from, place)); to < characters.length && width < WINDOW; to += 1) {
    width += stringWidth(characters[to] ?? '');
  }
  return [from, to];
}

function widthOf(characters: readonly string[]): number {
  return stringWidth(characters.join(''));
}

/** One printable character for each: a file must not steer the terminal, and the caret needs known widths. */
export function visible(character: string): string {
  if (character === '\t') return '→';
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u.test(character)) return '·';
  if (character === '\u00A0') return '·';
  return stringWidth(character) === 0 ? '·' : character;
}
