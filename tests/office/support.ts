import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inlineText, itemContent } from '../../src/document/document.js';
import { readProfileFiles } from '../../src/input/read-files.js';
import type { ProfileFiles } from '../../src/profile/load-profile.js';
import type { BuildResult } from '../../src/publication/disclosure.js';
import type { PublishedTable } from '../../src/tables/published-table.js';
import { CLASSIFICATIONS, type Edit, patchYaml, ROOT } from '../support/build-case.js';
import { buildFromFiles } from '../support/build-from-files.js';

const HERE = join(import.meta.dirname, '东河区');
const DEPARTMENT = readFileSync(join(HERE, '部门.yaml'), 'utf8');
const DISTRICT = readFileSync(join(HERE, '区县.yaml'), 'utf8');
const LAYERS = new Map(
  ['nine-tables', 'nine-tables-unit'].map((name) => [
    name,
    { folder: `templates/${name}`, files: readProfileFiles(join(ROOT, 'templates', name)) },
  ]),
);
const bytes = (text: string) => new TextEncoder().encode(text);

export interface Office {
  /** Edits of the department's file by path, values as typed. */
  readonly edits?: readonly Edit[];
  /** Texts of the profile's files, each with another in its place. */
  readonly profile?: Readonly<Record<string, readonly (readonly [from: string, to: string])[]>>;
  readonly strict?: boolean;
}

/** The fictitious 文化局 of 东河区 under the nine-tables form, with a few changes. */
export function buildOffice({ edits = [], profile = {}, strict = false }: Office = {}): BuildResult {
  const files = changedProfile(profile);
  const department = { name: '部门.yaml', bytes: bytes(patchYaml(DEPARTMENT, ...edits)) };
  const input = { department, district: { name: '区县.yaml', bytes: bytes(DISTRICT) }, classifications: CLASSIFICATIONS };
  const find = (name: string) => LAYERS.get(name);
  return buildFromFiles(
    { ...input, profile: { folder: 'templates/nine-tables', files, find, names: [...LAYERS.keys()] } },
    strict ? { strictness: 'strict' } : {},
  );
}

/** The same files for the same profile, which are read and checked once. */
function changedProfile(profile: NonNullable<Office['profile']>): ProfileFiles {
  const files = LAYERS.get('nine-tables')?.files ?? new Map<string, Uint8Array>();
  const changed = Object.entries(profile).map(([path, changes]) => {
    const before = new TextDecoder().decode(files.get(path));
    return [path, bytes(changes.reduce((text, [from, to]) => replaceOnce(text, from, to), before))] as const;
  });
  return changed.length === 0 ? files : new Map([...files, ...changed]);
}

function replaceOnce(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`the profile's file does not contain ${from}`);
  return text.replace(from, to);
}

/** «code line: message hint» of every finding. */
export function findings({ diagnostics }: BuildResult): string[] {
  return diagnostics.map(({ code, at, message, hint = '' }) => `${code} ${at?.file ?? ''}:${at?.line ?? ''}: ${message}${hint}`);
}

/** Every paragraph of the text. */
export function paragraphs({ document, diagnostics }: BuildResult): string[] {
  if (!document) throw new Error(JSON.stringify(diagnostics, null, 1));
  return document.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => {
      if (block.type === 'list') return block.items.map((item) => inlineText(itemContent(item)));
      return block.type === 'paragraph' || block.type === 'heading' ? [inlineText(block.content)] : [];
    });
}

/** The printed texts of every row of a table that holds this word. */
export function rowsWith(tables: readonly PublishedTable[] | undefined, table: string, word: string): string[][] {
  const found = tables?.find(({ name }) => name === table);
  if (!found) throw new Error(`no table ${table}`);
  return found.rows.map(({ cells }) => cells.map(({ text }) => text)).filter((row) => row.includes(word));
}
