import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { CheckReport } from '../../src/checks/check-report.js';
import { runChecks } from '../../src/checks/run-checks.js';
import { readProfileFiles } from '../../src/input/read-files.js';
import type { BuildOptions } from '../../src/pipeline.js';
import { loadProfile } from '../../src/profile/load-profile.js';
import type { Profile } from '../../src/profile/profile.js';
import type { BuildResult } from '../../src/publication/disclosure.js';
import { buildFromFiles } from './build-from-files.js';
import { CLASSIFICATIONS } from './classifications.js';

const ROOT = join(import.meta.dirname, '../..');

export { CLASSIFICATIONS };
/** The files of a profile by the name of its folder. */
export const profileLayer = (name: string) => ({ folder: `templates/${name}`, files: readProfileFiles(join(ROOT, 'templates', name)) });
export const PROFILE_FILES = profileLayer('shanxi').files;
const NINE_TABLES = profileLayer('nine-tables').files;

type Tree = { [key: string]: unknown };
const readTree = (text: string): Tree => parse(text, { schema: 'failsafe' }) as Tree;
const trees = new Map<string, Tree>();

/** The tree of a file that is read once, to be changed. */
function treeOf(path: string): Tree {
  const tree = trees.get(path) ?? readTree(readFileSync(join(ROOT, path), 'utf8'));
  trees.set(path, tree);
  return structuredClone(tree);
}

/** Files of a disclosure as trees; a fixture changes a few places of them. */
export interface Files {
  department: Tree;
  district: Tree;
  /** Shared until it is changed: the same files are read and compiled once. */
  profile: ReadonlyMap<string, Uint8Array>;
}

export function baseFiles(): Files {
  return {
    department: treeOf('tests/checks/base.yaml'),
    district: treeOf('tests/checks/base-district.yaml'),
    profile: PROFILE_FILES,
  };
}

/** A department under the other profile: nine tables, units that have no file of their own. */
export function nineTablesFiles(): Files {
  return {
    department: treeOf('tests/checks/nine-tables.yaml'),
    district: treeOf('tests/checks/nine-tables-district.yaml'),
    profile: NINE_TABLES,
  };
}

export function realFiles(): Files {
  const department = treeOf('data/2026/003-朔州市平鲁区人民政府办公室.yaml');
  return { department, district: treeOf('data/2026/区县.yaml'), profile: PROFILE_FILES };
}

/**
 * Applies a fixture: each key is a path such as `支出[0].基本支出.一般公共预算`, with its new value; 删除 takes it away.
 * 区县文件 holds changes of the district's file, 方案文件 whole files of the profile.
 */
export function patch(files: Files, fixture: string): Files {
  for (const [path, value] of Object.entries(readTree(fixture))) {
    if (path === '方案文件') for (const [file, text] of Object.entries(value as Tree)) setFile(files, file, String(text));
    else if (path === '方案改动') for (const [file, change] of Object.entries(value as Tree)) replaceInFile(files, file, change as Tree);
    else if (path === '区县文件') for (const [inner, one] of Object.entries(value as Tree)) set(files.district, steps(inner), one);
    else set(files.department, steps(path), value);
  }
  return files;
}

function setFile(files: Files, file: string, text: string): void {
  const profile = new Map(files.profile);
  if (text === '删除') profile.delete(file);
  else profile.set(file, new TextEncoder().encode(text));
  files.profile = profile;
}

/** 方案改动: texts of a file of the profile, each replaced by another. */
function replaceInFile(files: Files, file: string, change: Tree): void {
  let text = new TextDecoder().decode(files.profile.get(file));
  for (const [from, to] of Object.entries(change)) {
    if (!text.includes(from)) throw new Error(`${file} does not contain ${from}`);
    text = text.replace(from, String(to));
  }
  setFile(files, file, text);
}

export function steps(path: string): (string | number)[] {
  return path.split('.').flatMap((part) => {
    const [, name = part, indexes = ''] = /^(.*?)((?:\[\d+\])*)$/.exec(part) ?? [];
    return [name, ...[...indexes.matchAll(/\d+/g)].map(([index]) => Number(index))];
  });
}

function set(tree: unknown, path: readonly (string | number)[], value: unknown): void {
  const [last] = path.slice(-1);
  let at = tree as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) {
    at[step] ??= {};
    at = at[step] as Record<string | number, unknown>;
  }
  if (last === undefined) return;
  if (value !== '删除') at[last] = value;
  else if (Array.isArray(at)) at.splice(Number(last), 1);
  else delete at[last];
}

export interface Built extends BuildResult {
  readonly profile?: Profile;
}

/** Builds the document of files without writing anything. */
export function build({ department, district, profile }: Files, options?: BuildOptions): Built {
  const bytes = (tree: Tree) => new TextEncoder().encode(stringify(tree, { lineWidth: 0 }));
  const files = { folder: 'templates/shanxi', files: profile };
  const input = {
    department: { name: '部门.yaml', bytes: bytes(department) },
    district: { name: '区县.yaml', bytes: bytes(district) },
    classifications: CLASSIFICATIONS,
    profile: files,
  };
  const result = buildFromFiles(input, options);
  const loaded = loadProfile(files.folder, files.files).value;
  return { ...result, ...(loaded && { profile: loaded }) };
}

/** Builds and checks, with the checks asked for or all of them; throws where the files cannot even be read. */
export function check(files: Files, { checks, strictness }: Parameters<typeof runChecks>[1] = {}): CheckReport & { readonly built: Built } {
  const built = build(files, { strictness });
  if (!built.budget || !built.tables || !built.profile || !built.checks) throw new Error(JSON.stringify(built.diagnostics, null, 1));
  if (!checks) return { ...built.checks, built };
  const { budget, tables, document, profile, unstated, written } = built;
  return { ...runChecks({ budget, tables, document, profile, unstated, written }, { checks, strictness }), built };
}
