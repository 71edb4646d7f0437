import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { stringify } from 'yaml';
import { loadDefinition } from '../../src/definition/load-definition.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { loadProfile } from '../../src/profile/load-profile.js';
import type { ProfileLayer } from '../../src/profile/profile-layers.js';
import { ROOT } from '../support/build-case.js';
import { profileLayer } from '../support/build-fixture.js';
import { generateDistrict } from '../support/district/generate-district.js';
import { type RandomBudget, randomBudget, type Tree } from '../support/random-budget.js';
import { type TokenChange, tokenChanges } from '../support/token-changes.js';
import { shared } from './shared-reading.js';
import { TOKEN_EXCEPTIONS } from './token-exceptions.js';

// A change is made in one file: the others of its disclosure are read and checked once.
vi.mock(import('../../src/definition/parse-yaml.js'), async (original) => {
  const [{ parseYaml, ...more }, { shared }] = await Promise.all([original(), import('./shared-reading.js')]);
  return { ...more, parseYaml: shared.parsing(parseYaml) };
});
vi.mock(import('../../src/definition/validate.js'), async (original) => {
  const [{ validate }, { shared }] = await Promise.all([original(), import('./shared-reading.js')]);
  return { validate: shared.validation(validate) };
});

/** How many changes of each file are tried: `TOKEN_RUNS=all` every one of them, over 200 random files. */
const asked = process.env['TOKEN_RUNS'] ?? '6';
const RUNS = asked === 'all' ? Number.POSITIVE_INFINITY : Number(asked);
const RANDOM_FILES = Number(process.env['TOKEN_FILES'] ?? (asked === 'all' ? 200 : 6));
vi.setConfig({ testTimeout: 14_400_000 });

/** The files of one disclosure or profile by name. */
type Files = Readonly<Record<string, string>>;
/** What is made of them, as text, and what is found in them. */
type Load = (files: Files) => { readonly value: string | undefined; readonly diagnostics: readonly Diagnostic[] };

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (...path: string[]) => readFileSync(join(ROOT, ...path), 'utf8');
const foldersWith = (folder: string, file: string) =>
  readdirSync(join(ROOT, folder)).filter((name) => existsSync(join(ROOT, folder, name, file)));

const loadDepartment: Load = (files) => {
  const file = (name: string) => ({ name, bytes: bytes(files[name] ?? '') });
  const units = Object.keys(files).flatMap((name) => (name.startsWith('单位/') ? [[name.slice(3), file(name)] as const] : []));
  const { value, diagnostics } = loadDefinition(file('预算.yaml'), file('区县.yaml'), new Map(units));
  return { value: value && JSON.stringify([value.department, value.district, value.members.map(({ content }) => content)]), diagnostics };
};

const LAYERS = new Map(foldersWith('templates', '方案.yaml').map((folder): [string, ProfileLayer] => [folder, profileLayer(folder)]));

const loadProfileOf =
  (folder: string): Load =>
  (files) => {
    const own = new Map(Object.entries(files).map(([path, text]) => [path, bytes(text)]));
    const { value, diagnostics } = loadProfile(`templates/${folder}`, own, { find: (name) => LAYERS.get(name), names: [...LAYERS.keys()] });
    return { value: value && JSON.stringify({ ...value, templates: undefined }), diagnostics };
  };

/** Every change that neither alters what is loaded nor is named in a finding. */
function silentChanges(name: string, files: Files, load: Load, { seed, runs }: { seed: number; runs: number }): string[] {
  const before = shared.keep(() => load(files));
  const known = new Set(before.diagnostics.map(say));
  return drawn(tokenChanges(files[name] ?? ''), seed, runs).flatMap((change) => {
    const after = load({ ...files, [name]: change.text });
    if (after.value !== undefined && after.value !== before.value) return [];
    const found = after.diagnostics.filter((one) => !known.has(say(one)));
    if (found.some((one) => names(one, change, name))) return [];
    if (after.value !== undefined && TOKEN_EXCEPTIONS.some(({ covers }) => covers?.(change))) return [];
    const { kind, what, token, path, line } = change;
    return [`${name}:${line} ${kind}${what}“${token}”（${path.join('/')}）：${found.map(say).join(' ') || '没有一句话'}`];
  });
}

const say = ({ code, message, at }: Diagnostic) => `${at?.file}:${at?.line} ${code} ${message}`;

/** On the token's line, or by the name of what was changed: where a line was taken away, the place is that of its section. */
function names({ at, message, hint = '', related = [] }: Diagnostic, { line, token, path, was }: TokenChange, name: string): boolean {
  const places = [at, ...related.map((one) => one.at)];
  if (places.some((place) => place?.line === line && place.file.endsWith(name))) return true;
  const said = `${message}${hint}${at?.file}`;
  const isCalled = (word: string) => said.includes(`“${word}”`) || (word.length > 1 && said.includes(word));
  // Of a whole item or section: what was in it, by name.
  const isQuoted = [...said.matchAll(/“([^”]{2,})”/g)].some(([, word = '']) => was.includes(word));
  return [token, ...path.slice(-2).map(String)].some(isCalled) || isQuoted || was.includes(basename(at?.file ?? ' '));
}

/** Spread over the file, by a seed. */
function drawn<T>(all: readonly T[], seed: number, runs: number): readonly T[] {
  const step = all.length / runs;
  const offset = (seed * 0.618) % 1;
  return step <= 1 ? all : Array.from({ length: runs }, (_, index) => all[Math.floor((index + offset) * step)] as T);
}

function expectNamed(files: Files, load: Load, { only = Object.keys(files), seed = 1, runs = RUNS } = {}): void {
  expect(load(files).value, 'the files are valid').toBeDefined();
  expect(only.flatMap((name, index) => silentChanges(name, files, load, { seed: seed + index, runs }))).toEqual([]);
}

const SAMPLE: Files = {
  '预算.yaml': read('data/2026/003-朔州市平鲁区人民政府办公室.yaml'),
  '区县.yaml': read('data/2026/区县.yaml'),
};

function caseFiles(name: string): Files {
  const units = existsSync(join(ROOT, 'tests/cases', name, '单位')) ? readdirSync(join(ROOT, 'tests/cases', name, '单位')) : [];
  return {
    '预算.yaml': read('tests/cases', name, '预算.yaml'),
    '区县.yaml': read('tests/cases/区县.yaml'),
    ...Object.fromEntries(units.map((unit) => [`单位/${unit}`, read('tests/cases', name, '单位', unit)])),
  };
}

function randomFiles({ department, district, units }: RandomBudget): Files {
  const text = (tree: Tree) => stringify(tree, { lineWidth: 0 });
  const ofUnits = [...units].map(([name, tree]) => [`单位/${name}`, text(tree)]);
  return { '预算.yaml': text(department), '区县.yaml': text(district), ...Object.fromEntries(ofUnits) };
}

/** A generated district: every department with the units' files of all. */
function districtFiles(departments: number): Files[] {
  const { files } = generateDistrict({ seed: 5, departments, projects: 4 });
  const named = files.map(({ path, text }) => [path.replace(/^\d+\//, ''), text] as const);
  const shared = Object.fromEntries(named.filter(([name]) => name === '区县.yaml' || name.startsWith('单位/')));
  return named.flatMap(([name, text]) => (name in shared ? [] : [{ ...shared, '预算.yaml': text }]));
}

describe('every token of a definition arrives or is named', () => {
  test('the office', () => expectNamed(SAMPLE, loadDepartment));
  test.each(foldersWith('tests/cases', '预算.yaml'))('case %s', (name) => expectNamed(caseFiles(name), loadDepartment));

  test('a department under another form', () => {
    const [department, district] = ['部门.yaml', '区县.yaml'].map((name) => read('tests/office/东河区', name));
    expectNamed({ '预算.yaml': department ?? '', '区县.yaml': district ?? '' }, loadDepartment);
  });

  test('random budgets', () => {
    const budgets = fc.sample(randomBudget, { numRuns: RANDOM_FILES, seed: 11 });
    budgets.forEach((budget, seed) => expectNamed(randomFiles(budget), loadDepartment, { seed }));
  });

  test('a generated district', () => {
    const departments = districtFiles(Math.ceil(RANDOM_FILES / 8));
    departments.forEach((files, seed) => expectNamed(files, loadDepartment, { only: ['预算.yaml'], seed }));
  });
});

describe('every token of a profile arrives or is named', () => {
  test.each([...LAYERS])('%s', (folder, layer) => {
    const files = Object.fromEntries([...layer.files].map(([path, content]) => [path, new TextDecoder().decode(content)]));
    // 导入.yaml is no part of a document: `import` reads it, and refuses what it does not know (tests/import).
    const only = Object.keys(files).filter((path) => path.endsWith('.yaml') && path !== '导入.yaml');
    expectNamed(files, loadProfileOf(folder), { only, runs: RUNS / 3 });
  });
});

describe('exceptions', () => {
  const files: Files = { ...SAMPLE, '版式.yaml': read('templates/nine-tables/版式.yaml') };
  const profile = Object.fromEntries(
    [...(LAYERS.get('nine-tables')?.files ?? [])].map(([path, text]) => [path, new TextDecoder().decode(text)]),
  );

  test.each(TOKEN_EXCEPTIONS)('$title', ({ proof: { file, one, other } }) => {
    const changed = files[file]?.replace(one, other) ?? '';
    expect(changed).not.toBe(files[file]);
    const [load, whole] = file === '版式.yaml' ? [loadProfileOf('nine-tables'), profile] : [loadDepartment, SAMPLE];
    expect(load({ ...whole, [file]: changed })).toEqual(load(whole));
  });

  test('are listed in the README', async () => {
    const lines = TOKEN_EXCEPTIONS.map(
      ({ title, reason, proof }) => `- **${title}.** ${reason} (${JSON.stringify(proof.one)} is ${JSON.stringify(proof.other)})`,
    );
    const text = `${INTRODUCTION}\n${lines.join('\n')}\n`;
    await expect(text).toMatchFileSnapshot(join(import.meta.dirname, 'README.md'));
  });
});

const INTRODUCTION = `# What is typed arrives

\`tokens.property.test.ts\` takes every key, value, item and section of a valid file away, empties it or alters it (a character more, another digit):
either what is loaded is another, or a finding stands on that line or calls the thing by its name. A few changes of each file are tried each time;
\`TOKEN_RUNS=all\` tries all of them, over 200 random files, half an hour of one core with \`NODE_OPTIONS=--max-semi-space-size=64\` and
\`-t 'of a definition'\`, which leaves the profiles out; \`TOKEN_RUNS=200 TOKEN_FILES=50\` some minutes. Files that a change leaves alone are read once
(\`shared-reading.ts\`). 2026-11-28: all changes of the office, of every case, of 200 random files and of a district, more than 391,000; none went unnamed.

The exceptions are written by that test from \`token-exceptions.ts\`, each with a reason and a proof:
`;
