import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CHECK_GROUPS, type Check } from '../../src/checks/check.js';

const CHECKS = join(import.meta.dirname, '../../src/checks');

/** A fixture out of a check's comment: a patch of the base definition, and for 不符 the place that is reported. */
export interface Fixture {
  readonly kind: '符合' | '不符' | '未填';
  readonly patch: string;
  readonly at?: readonly (string | number)[];
}

/** Source files of the checks by code. */
export function checkSources(): Map<string, string> {
  return new Map(checkFiles().map(({ path, text }) => [basename(path, '.ts'), text]));
}

interface CheckFile {
  readonly path: string;
  readonly text: string;
  /** The name that it exports. */
  readonly name: string;
}

function checkFiles(): CheckFile[] {
  const files = readdirSync(CHECKS, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return files.flatMap((file) => {
    const path = join(file.parentPath, file.name);
    const text = readFileSync(path, 'utf8');
    const name = /^export const (\w+): Check = \{/m.exec(text)?.[1];
    return name === undefined ? [] : [{ path, text, name }];
  });
}

/** The checks that there are files of, by group and then by name: what src/checks/all-checks.ts has to say. */
export async function checksFound(): Promise<(CheckFile & { check: Check })[]> {
  const found = await Promise.all(
    checkFiles().map(async (file) => {
      const module = (await import(pathToFileURL(file.path).href)) as Record<string, Check>;
      return { ...file, check: module[file.name] as Check };
    }),
  );
  const key = ({ check }: { check: Check }) => `${String(CHECK_GROUPS.indexOf(check.group)).padStart(2)} ${check.code}`;
  return found.sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

/** src/checks/all-checks.ts: plain imports, so that the program needs no folder of sources to know its checks. */
export function allChecksSource(found: Awaited<ReturnType<typeof checksFound>>): string {
  const imports = found.map(({ path, name }) => {
    const from = relative(CHECKS, path).split(sep).join('/').replace(/\.ts$/, '');
    return { from, line: `import { ${name} } from './${from}.js';` };
  });
  return [
    "import type { Check } from './check.js';",
    // Without the ending, as the linter sorts them: not-stated before not-stated-for-form.
    ...imports.sort((one, other) => (one.from.replace(/\.js$/, '') < other.from.replace(/\.js$/, '') ? -1 : 1)).map(({ line }) => line),
    '',
    '/** Every check, by group and name. Made by tests/checks/generated.test.ts (npm run test:update): not edited by hand. */',
    `export const ALL_CHECKS: readonly Check[] = [\n${found.map(({ name }) => `  ${name},\n`).join('')}];`,
    '',
  ].join('\n');
}

/** src/diagnostics/check-codes.ts: the checks' share of all finding codes, where every stage can name them. */
export function checkCodesSource(found: Awaited<ReturnType<typeof checksFound>>): string {
  const codes = found.map(({ check }) => `  '${check.code}',\n`).sort();
  return [
    "/** The checks' codes. Made by tests/checks/generated.test.ts (npm run test:update): not edited by hand. */",
    `export const CHECK_CODES = [\n${codes.join('')}] as const;`,
    '',
  ].join('\n');
}

/** The 符合 and 不符 fixtures of a check's comment. */
export function fixturesOf(source: string): Fixture[] {
  const [, comment = ''] = /\/\*\*([^/]*(?:\/(?!\*\*)[^/]*)*?)\*\/\nexport const \w+: Check = \{/.exec(source) ?? [];
  const fixtures: { kind: Fixture['kind']; lines: string[]; at?: (string | number)[] }[] = [];
  for (const line of comment.split('\n')) {
    const head = /^ \* (符合|不符|未填)(?:（(.+)）)?：$/.exec(line);
    if (head) fixtures.push({ kind: head[1] as Fixture['kind'], lines: [], ...(head[2] !== undefined && { at: placeOf(head[2]) }) });
    else if (/^ \* {5}/.test(line)) fixtures.at(-1)?.lines.push(line.slice(7));
  }
  return fixtures.map(({ kind, lines, at }) => ({ kind, patch: lines.join('\n'), ...(at && { at }) }));
}

function placeOf(text: string): (string | number)[] {
  return text.split('/').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}
