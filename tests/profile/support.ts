import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from '../../src/document/document.js';
import { readProfileFiles } from '../../src/input/read-files.js';
import { type FindProfile, loadProfile, type ProfileFiles, type ProfileLayer } from '../../src/profile/load-profile.js';
import type { Profile } from '../../src/profile/profile.js';
import type { BuildResult } from '../../src/publication/disclosure.js';
import type { PublishedTable } from '../../src/tables/published-table.js';
import { CLASSIFICATIONS, messagesOf, ORIGINAL_YAML, ROOT } from '../support/build-case.js';
import { buildFromFiles } from '../support/build-from-files.js';

export const FIXTURES = join(import.meta.dirname, 'fixtures');
export const DISTRICT = readFileSync(join(ROOT, 'data/2026/区县.yaml'), 'utf8');
export const RICH_YAML = readFileSync(join(FIXTURES, '五类资金.yaml'), 'utf8');

const encode = (text: string) => new TextEncoder().encode(text);

/** Files of a profile from texts by path. */
export const filesOf = (texts: Readonly<Record<string, string>>): ProfileFiles =>
  new Map(Object.entries(texts).map(([path, text]) => [path, encode(text)]));

const REPOSITORY = new Map(
  readdirSync(join(ROOT, 'templates'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => [name, { folder: `templates/${name}`, files: readProfileFiles(join(ROOT, 'templates', name)) }] as const),
);

/** A profile of the repository; always the same files, which are read and checked once. */
export const repositoryProfile: FindProfile = (name) => REPOSITORY.get(name);

/** The sample with 基本支出 told apart by 项, as a unit's own nine tables ask for. */
export const SPLIT_YAML = ORIGINAL_YAML.replace(
  '基本支出:\n      一般公共预算: 2232000',
  '基本支出:\n      人员经费: {一般公共预算: 1553000}\n      公用经费: {一般公共预算: 679000}',
).replaceAll(/基本支出:\n {6}(一般公共预算: \d+)/g, '基本支出:\n      人员经费: {$1}');

export const TINY: ProfileLayer = { folder: '极简', files: readProfileFiles(join(FIXTURES, '极简')) };

export function profileNamed(name: string): ProfileLayer {
  const found = name === '极简' ? TINY : repositoryProfile(name);
  if (!found) throw new Error(`there is no profile ${name}`);
  return found;
}

export interface Choice {
  readonly district?: string;
  readonly overlay?: ProfileLayer;
  readonly find?: FindProfile;
}

export function buildWith(
  profile: ProfileLayer,
  yaml: string,
  { district = DISTRICT, overlay, find = repositoryProfile }: Choice = {},
): BuildResult {
  return buildFromFiles({
    department: { name: '预算.yaml', bytes: encode(yaml) },
    district: { name: '区县.yaml', bytes: encode(district) },
    classifications: CLASSIFICATIONS,
    profile: { ...profile, find, overlay },
  });
}

export interface Built extends BuildResult {
  readonly tables: readonly PublishedTable[];
  readonly document: Document;
}

/** A build that must succeed; what was found is in the failure's message. */
export function buildWell(profile: ProfileLayer, yaml: string, choice: Choice = {}): Built {
  const result = buildWith(profile, yaml, choice);
  const { tables, document } = result;
  if (!tables || !document) throw new Error(`the build has errors:\n${messagesOf(result)}`);
  return { ...result, tables, document };
}

/** The first line of each error: «file:line:column 错误 code», without a place where there is none. */
export function errorsOf({ diagnostics }: BuildResult): string[] {
  return diagnostics
    .filter((one) => one.severity === 'error')
    .map(({ at, code }) => (at ? `${at.file}:${at.line}:${at.column} ${code}` : code));
}

/** The printed cells of a table's body, row by row. */
export const cellTexts = (table: PublishedTable): string[][] => table.rows.map((row) => row.cells.map((cell) => cell.text));

export function tableNamed(tables: readonly PublishedTable[], name: string): PublishedTable {
  const found = tables.find((table) => table.name === name);
  if (!found) throw new Error(`no table is called ${name}: ${tables.map((table) => table.name).join('、')}`);
  return found;
}

/** A profile of the repository, read. */
export function profileOf({ folder, files }: ProfileLayer): Profile {
  const { value, diagnostics } = loadProfile(folder, files, { find: repositoryProfile });
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return value;
}
