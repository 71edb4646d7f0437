import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const CHECKS = join(import.meta.dirname, '../../src/checks');

/** A fixture out of a check's comment: a patch of the base definition, and for 不符 the place that is reported. */
export interface Fixture {
  readonly kind: '符合' | '不符';
  readonly patch: string;
  readonly at?: readonly (string | number)[];
}

/** Source files of the checks by code. */
export function checkSources(): Map<string, string> {
  const files = readdirSync(CHECKS, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  const paths = files.map((file) => join(file.parentPath, file.name));
  return new Map(
    paths
      .map((path) => [basename(path, '.ts'), readFileSync(path, 'utf8')] as const)
      .filter(([, text]) => /^export const \w+: Check = \{/m.test(text)),
  );
}

/** The 符合 and 不符 fixtures of a check's comment. */
export function fixturesOf(source: string): Fixture[] {
  const [, comment = ''] = /\/\*\*([^/]*(?:\/(?!\*\*)[^/]*)*?)\*\/\nexport const \w+: Check = \{/.exec(source) ?? [];
  const fixtures: { kind: Fixture['kind']; lines: string[]; at?: (string | number)[] }[] = [];
  for (const line of comment.split('\n')) {
    const head = /^ \* (符合|不符)(?:（(.+)）)?：$/.exec(line);
    if (head) fixtures.push({ kind: head[1] as Fixture['kind'], lines: [], ...(head[2] !== undefined && { at: placeOf(head[2]) }) });
    else if (/^ \* {5}/.test(line)) fixtures.at(-1)?.lines.push(line.slice(7));
  }
  return fixtures.map(({ kind, lines, at }) => ({ kind, patch: lines.join('\n'), ...(at && { at }) }));
}

function placeOf(text: string): (string | number)[] {
  return text.split('/').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}
