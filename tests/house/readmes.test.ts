import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../support/build-case.js';

const SRC = join(ROOT, 'src');
const all = readdirSync(SRC, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(SRC, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
const sources = all.filter((path) => /\.(?:ts|mjs)$/.test(path) && !path.endsWith('.d.mts')).sort();
const readmes = new Map(
  all.filter((path) => basename(path) === 'README.md').map((path) => [dirname(path), readFileSync(join(SRC, path), 'utf8')] as const),
);

/** What the READMEs of a folder and of those above it say. */
const toldOf = (folder: string): string => `${readmes.get(folder) ?? ''}${folder === '.' ? '' : toldOf(dirname(folder))}`;

/** Checks, fact tables, what commands do: one file each, of which generated lists tell. */
const LISTED = /^checks\/(?!shared\/|rules\/)[^/]+\/|^features\/[^/]+\/(?:arguments|command)\.ts$|^budget\/cubes\//;

/** By its name, or with the other files of its topic's folder. */
test('every file is told of in the README of its folder, or of one above', () => {
  const isTold = (path: string) => {
    const told = toldOf(dirname(path));
    const folder = basename(dirname(path));
    return (
      new RegExp(`[\`/]${basename(path).replaceAll('.', '\\.')}\``).test(told) ||
      (!readmes.has(dirname(path)) && told.includes(`\`${folder}/\``))
    );
  };
  expect(sources.filter((path) => !LISTED.test(path) && !isTold(path))).toEqual([]);
});

test.each([...readmes])('%s: every file that its README names is there', (folder, text) => {
  const names = [...text.matchAll(/`([\w./-]+\.(?:ts|mjs))`/g)].flatMap(([, name = '']) => (name.includes('<') ? [] : [name]));
  const own = sources.filter((path) => folder === '.' || path.startsWith(`${folder}/`)).map((path) => basename(path));
  const isThere = (name: string) =>
    name.includes('/')
      ? [ROOT, SRC, join(ROOT, 'tests'), join(SRC, folder)].some((base) => existsSync(join(base, name)))
      : own.includes(name);
  expect(names.filter((name) => !isThere(name))).toEqual([]);
});
