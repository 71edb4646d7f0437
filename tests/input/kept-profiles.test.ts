import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { keptProfile, profilesToKeep } from '../../src/input/kept-profiles.js';
import { profileFinder, profileNames } from '../../src/input/places.js';
import { makeShelf } from '../../src/input/shelf.js';
import { loadProfile, profileData } from '../../src/profile/load-profile.js';
import { ROOT } from '../support/build-case.js';
import { environmentIn } from '../support/environment.js';

const environment = environmentIn(ROOT);
const kept = profilesToKeep(environment);
const names = profileNames(environment);

/** A program of its own with its profiles as they were kept; `folder` is where a district's data would be. */
function program() {
  const home = mkdtempSync(join(tmpdir(), 'budget-kept-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  for (const name of names) cpSync(join(ROOT, 'templates', name), join(home, 'templates', name), { recursive: true });
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), text);
  };
  write('dist/bundle/profiles.jsonl', kept);
  const edit = (path: string, change: (text: string) => string) => write(path, change(readFileSync(join(home, path), 'utf8')));
  const own = environmentIn(home);
  const folder = join(home, 'data', '2026');
  return {
    own,
    write,
    edit,
    isKept: (name: string) => keptProfile(name, profileFinder(own), own) !== undefined,
    read: (name: string) => makeShelf(own).profile(name, folder),
  };
}

test.each(names)('%s: what was kept is what would be read', (name) => {
  const { isKept, read } = program();
  expect(isKept(name)).toBe(true);
  const find = profileFinder(environment);
  const own = find(name);
  const anew = own && loadProfile(own.folder, own.files, { find, names }).value;
  const { value, diagnostics, sources } = read(name);
  if (!anew || !value) throw new Error('no profile');
  expect(diagnostics).toEqual([]);
  expect(profileData(value)).toEqual(profileData(anew));
  expect([...value.templates]).toEqual([...anew.templates]);
  const places = [['方案.yaml', ['大纲', 0]] as const, ['版式.yaml', []] as const, ['没有.yaml', []] as const];
  for (const [file, path] of places) expect(value.locate(file, path)).toEqual(anew.locate(file, path));
  for (const path of value.templates.keys()) expect(value.display(path)).toBe(anew.display(path));
  const shown = new Set(sources.map(({ file }) => file));
  for (const path of ['方案.yaml', ...value.templates.keys()]) expect(shown).toContain(value.display(path));
});

test.each([
  ['a file of its own', 'shanxi-unit', 'templates/shanxi-unit/方案.yaml'],
  ['a file of the one it departs from', 'shanxi-unit', 'templates/shanxi/名词解释.hbs'],
  ['a file of the one for its units', 'shanxi', 'templates/shanxi-unit/方案.yaml'],
])('%s has changed: all is read anew', (_, name, path) => {
  const { edit, isKept, read } = program();
  edit(path, (text) => `${text}\n`);
  expect(isKept(name)).toBe(false);
  expect(isKept('nine-tables')).toBe(true);
  expect(read(name)).toMatchObject({ value: { folder: `templates/${name}` }, diagnostics: [] });
});

test('a mistake made since then is told, with its place', () => {
  const { edit, read } = program();
  edit('templates/shanxi/方案.yaml', (text) => `${text}没有这个键: 一\n`);
  const [finding] = read('shanxi').diagnostics;
  expect(finding).toMatchObject({ code: 'unknown-key', at: { file: 'templates/shanxi/方案.yaml' } });
});

test('a district that lays files over a profile gets them', () => {
  const { write, read } = program();
  const top = () => read('shanxi').value?.layout.page.margins.top;
  const before = top();
  write('data/2026/方案/版式.yaml', '页边距: {上: 30, 右: 26, 下: 35, 左: 28}\n');
  expect(top()).toBeLessThan(before ?? 0);
});

test('a profile with findings is not kept', () => {
  const { write, own } = program();
  write('templates/坏的/方案.yaml', '继承: shanxi\n没有这个键: 一\n');
  const lines = profilesToKeep(own).trimEnd().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { name: string }).name)).toEqual(names);
});

test.each(['{"name":"shanxi","layers":[', '{"name":"shanxi","layers":[]', 'no list at all'])(
  'what was kept and is damaged (%s) is not used',
  (text) => {
    const { write, isKept, read } = program();
    write('dist/bundle/profiles.jsonl', text);
    expect(isKept('shanxi')).toBe(false);
    expect(read('shanxi')).toMatchObject({ value: { folder: 'templates/shanxi' }, diagnostics: [] });
  },
);
