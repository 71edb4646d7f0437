import type { YAMLError } from 'yaml';
import { lineIndexAt, type SourceText } from '../../diagnostics/source-text.js';
import type { Explanation, Finding } from './finding.js';
import { knownCause } from './known-causes.js';
import { translateError } from './translate-error.js';

/** The library's errors as findings: by their likely cause where a line shows one, else translated. */
export function syntaxFindings(errors: readonly YAMLError[], source: SourceText): Finding[] {
  return errors
    .filter((error) => !SEEN_AT_ITS_START.test(error.message))
    .flatMap((error) => {
      const causes = causesWithin(error.pos, source);
      if (causes.length > 0) return causes;
      const offset = firstCharacter(source.text, error.pos[0]);
      return [{ ...(overIndented(error, source) ?? translateError(error)), offset }];
    });
}

/** Open quotes and brackets, which `checkTokens` reports where they open. */
const SEEN_AT_ITS_START = /^Missing closing ['"]quote|end with a [\]}]$/;

/** An error of indentation is reported at the start of its line; what the user sees begins after the spaces. */
function firstCharacter(text: string, offset: number): number {
  return offset + (/^ *(?=\S)/.exec(text.slice(offset, offset + 200))?.[0].length ?? 0);
}

/** A key indented below a value: to YAML one long key, where the user only sees a line pushed to the right. */
function overIndented({ code, pos }: YAMLError, source: SourceText): Explanation | undefined {
  if (code !== 'BLOCK_AS_IMPLICIT_KEY' && code !== 'MULTILINE_IMPLICIT_KEY') return undefined;
  const index = lineIndexAt(source, pos[0]);
  const start = source.lineStarts[index] ?? 0;
  const before = source.text.slice(start, pos[0]);
  const rest = (source.lines[index] ?? '').slice(pos[0] - start);
  if (!/: *$/.test(before) || /:(?: |$)/.test(rest) || rest.trim() === '') return undefined;
  const hint = '下一行若是另一个键，应与这一行的键左端对齐；若是同一段文字，请写成一行。';
  return { code: 'yaml-indent', message: '下一行缩进多了，与这一行连在了一起。', hint };
}

/** An error over several lines (a key that ran on) may have one cause in each of them. */
function causesWithin([start, end]: readonly [number, number], source: SourceText): Finding[] {
  const causes: Finding[] = [];
  const last = Math.max(lineIndexAt(source, start), lineIndexAt(source, Math.max(start, end - 1)));
  for (let index = lineIndexAt(source, start); index <= last; index += 1) {
    const cause = knownCause(source.lines[index] ?? '');
    if (!cause) continue;
    const { index: column, ...explanation } = cause;
    causes.push({ ...explanation, offset: (source.lineStarts[index] ?? 0) + column });
  }
  return causes;
}

/**
 * One error a line, the first given: one slip makes the parser stumble several times over the same words. Torn numbers
 * are slips each, as many as there are amounts in the line.
 */
export function onePerLine(findings: readonly Finding[], source: SourceText): Finding[] {
  const first = new Map<number, Finding>();
  return findings.filter((finding) => {
    const line = lineIndexAt(source, finding.offset);
    const seen = first.get(line) ?? finding;
    first.set(line, seen);
    return seen === finding || (seen.code === 'yaml-torn-number' && finding.code === 'yaml-torn-number');
  });
}
