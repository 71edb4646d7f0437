import { displayWidth } from '../plain/display-width.js';
import { type Diagnostic, inOrder, type SourceLocation } from './diagnostic.js';
import type { SourceText } from './source-text.js';

export interface PrintOptions {
  readonly color: boolean;
  /** How many are printed in full; the closing line counts all. */
  readonly limit?: number;
}

const LIMIT = 200;
const ESCAPE = '\u001B[';
const STYLES = { error: '31;1', warning: '33;1', place: '1', quiet: '2' } as const;
type Style = keyof typeof STYLES;
type Paint = (style: Style, text: string) => string;

/** All diagnostics as people read them, by file and place, with a closing count; nothing for none. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], sources: readonly SourceText[], options: PrintOptions): string {
  if (diagnostics.length === 0) return '';
  const limit = options.limit ?? LIMIT;
  const paint: Paint = (style, text) => (options.color ? `${ESCAPE}${STYLES[style]}m${text}${ESCAPE}0m` : text);
  const ordered = inOrder(
    diagnostics,
    sources.map((source) => source.file),
  );
  const blocks = ordered.slice(0, limit).map((diagnostic) => printOne(diagnostic, sources, paint));
  const hidden = ordered.length - limit;
  const more = hidden > 0 ? [`另有 ${hidden} 条没有列出。`] : [];
  return `${[...blocks, ...more, countLine(diagnostics)].join('\n\n')}\n`;
}

function printOne(diagnostic: Diagnostic, sources: readonly SourceText[], paint: Paint): string {
  const { at, code, severity, message, related = [], hint, basis } = diagnostic;
  const word = paint(severity, severity === 'error' ? '错误' : '提醒');
  const source = at && sources.find((candidate) => candidate.file === at.file);
  const lines = [
    clean(message),
    ...(at && source ? excerpt(source, at).map((line) => paint('quiet', line)) : []),
    ...related.map((other) => clean(`另见 ${other.at ? `${place(other.at)} ` : ''}${other.message}`)),
    ...(hint === undefined ? [] : [clean(`提示：${hint}`)]),
    ...(basis === undefined ? [] : [clean(`依据：${basis}`)]),
  ];
  const head = `${at ? `${paint('place', clean(place(at)))} ` : ''}${word} ${code}`;
  return [head, ...lines.map((line) => `  ${line}`)].join('\n');
}

function place({ file, line, column, cell }: SourceLocation): string {
  return cell === undefined ? `${file}:${line}:${column}` : `${file} ${cell}`;
}

/** A message repeats what a file says: control characters in it must not steer the terminal. */
function clean(text: string): string {
  return text.replace(/[^\p{L}\p{N}\p{P}\p{S} \u3000]/gu, visible);
}

/** A text of several lines as it may go to a terminal: a file's name must not steer it either. */
export function visibleText(text: string): string {
  return text.split('\n').map(clean).join('\n');
}

/** «共 2 个错误、1 个提醒。» */
function countLine(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const counts = [...(errors > 0 ? [`${errors} 个错误`] : []), ...(warnings > 0 ? [`${warnings} 个提醒`] : [])];
  return `共 ${counts.length > 0 ? counts.join('、') : '0 个错误'}。`;
}

/** Columns of source that fit beside the line number. */
const WINDOW = 72;

/** The source line and a caret under the place, by display width; a long line is shown around the place only. */
function excerpt(source: SourceText, { line, column }: SourceLocation): string[] {
  const characters = [...(source.lines[line - 1] ?? '')].map(visible);
  if (characters.length === 0 && column > 1) return [];
  const [from, to] = windowAround(characters, Math.min(column - 1, characters.length));
  const before = (from > 0 ? '…' : '') + characters.slice(from, column - 1).join('');
  const rest = characters.slice(column - 1, to).join('') + (to < characters.length ? '…' : '');
  const gutter = ' '.repeat(String(line).length);
  return [`${line} | ${before}${rest}`.trimEnd(), `${gutter} | ${' '.repeat(displayWidth(before))}^`];
}

/** Grows from the place to both sides; a third of the window stays before it. */
function windowAround(characters: readonly string[], place: number): [number, number] {
  if (characters.length <= WINDOW && widthOf(characters) <= WINDOW) return [0, characters.length];
  let from = place;
  for (let width = 0; from > 0 && width < WINDOW / 3; from -= 1) width += displayWidth(characters[from - 1] ?? '');
  let to = place;
  for (let width = widthOf(characters.slice(from, place)); to < characters.length && width < WINDOW; to += 1) {
    width += displayWidth(characters[to] ?? '');
  }
  return [from, to];
}

function widthOf(characters: readonly string[]): number {
  return displayWidth(characters.join(''));
}

/** One printable character for each: a file must not steer the terminal, and the caret needs known widths. */
function visible(character: string): string {
  if (character === '\t') return '→';
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u.test(character)) return '·';
  if (character === '\u00A0') return '·';
  return displayWidth(character) === 0 ? '·' : character;
}
