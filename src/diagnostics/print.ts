import type { Diagnostic, SourceLocation } from './diagnostic.js';
import { excerpt, visible } from './excerpt.js';
import { inOrder } from './order.js';
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

function place({ file, line, column }: SourceLocation): string {
  return `${file}:${line}:${column}`;
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
export function countLine(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const counts = [...(errors > 0 ? [`${errors} 个错误`] : []), ...(warnings > 0 ? [`${warnings} 个提醒`] : [])];
  return `共 ${counts.length > 0 ? counts.join('、') : '0 个错误'}。`;
}
