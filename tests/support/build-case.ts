import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { printDiagnostics } from '../../src/diagnostics/print.js';
import type { Document } from '../../src/document/document.js';
import { readProfileFiles } from '../../src/input/read-files.js';
import { loadProfile, type ProfileFiles } from '../../src/profile/load-profile.js';
import type { Profile } from '../../src/profile/profile.js';
import type { BuildResult } from '../../src/publication/disclosure.js';
import type { PublishedTable } from '../../src/tables/published-table.js';
import { buildFromFiles } from './build-from-files.js';
import { CLASSIFICATIONS } from './classifications.js';

export const ROOT = join(import.meta.dirname, '../..');
const DATA = join(ROOT, 'data/2026');
const DISTRICT = readFileSync(join(DATA, '区县.yaml'), 'utf8');

export { CLASSIFICATIONS };

const PROFILE = readProfileFiles(join(ROOT, 'templates/shanxi'));

/** The office whose published disclosure the program reproduces. */
export const ORIGINAL_YAML = readFileSync(join(DATA, '003-朔州市平鲁区人民政府办公室.yaml'), 'utf8');

export interface CaseOptions {
  /** The district file; absent: that of data/2026. */
  readonly district?: string;
  /** Files of member units, by the name under which the department lists them. */
  readonly units?: Readonly<Record<string, string>>;
  /** Files of the profile that stand in for those of templates/shanxi, by path. */
  readonly profile?: Readonly<Record<string, string>>;
}

/** A finished build: its tables and its document are there. */
export interface BuiltCase extends BuildResult {
  readonly tables: readonly PublishedTable[];
  readonly document: Document;
}

/** Builds a department's YAML text with the repository's profile and classifications. */
export function buildCase(yaml: string, options: CaseOptions = {}): BuildResult {
  const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
  return buildFromFiles({
    department: file('预算.yaml', yaml),
    district: file('区县.yaml', options.district ?? DISTRICT),
    units: new Map(Object.entries(options.units ?? {}).map(([name, text]) => [name, file(`单位/${name}`, text)])),
    classifications: CLASSIFICATIONS,
    profile: { folder: 'templates/shanxi', files: patchedProfile(options.profile ?? {}) },
  });
}

/** Builds a case that must be without errors; what was found is in the failure's message. */
export function buildGoodCase(yaml: string, options: CaseOptions = {}): BuiltCase {
  const result = buildCase(yaml, options);
  const { tables, document } = result;
  if (!tables || !document) throw new Error(`the case has errors:\n${messagesOf(result)}`);
  return { ...result, tables, document };
}

export function messagesOf({ diagnostics, sources }: BuildResult): string {
  return printDiagnostics(diagnostics, sources, { color: false });
}

/** The same map for the same files: the program reads a profile once for a batch. */
function patchedProfile(patches: Readonly<Record<string, string>>): ProfileFiles {
  if (Object.keys(patches).length === 0) return PROFILE;
  const entries = Object.entries(patches).map(([path, text]) => [path, new TextEncoder().encode(text)] as const);
  return new Map<string, Uint8Array>([...PROFILE, ...entries]);
}

let profile: Profile | undefined;

/** The repository's profile, read once. */
export function loadedProfile(): Profile {
  profile ??= loadProfile('templates/shanxi', PROFILE).value;
  if (!profile) throw new Error('templates/shanxi has errors');
  return profile;
}

/** A file of the repository's profile, to be changed and handed to `buildCase`. */
export function profileFile(path: string): string {
  const bytes = PROFILE.get(path);
  if (!bytes) throw new Error(`templates/shanxi/${path} is missing`);
  return new TextDecoder().decode(bytes);
}

/** One edit of a YAML text: what stands at the path is replaced, added, or (`undefined`) deleted. */
export type Edit = readonly [path: string, value: unknown];

/** Edits a YAML text by path (`支出/0/基本支出/一般公共预算`); numbers are given as strings, as they are typed. */
export function patchYaml(yaml: string, ...edits: readonly Edit[]): string {
  const document = parseDocument(yaml, { schema: 'failsafe' });
  for (const [path, value] of edits) {
    const keys = path.split('/').map((key) => (/^\d+$/.test(key) ? Number(key) : key));
    if (value === undefined) {
      if (!document.deleteIn(keys)) throw new Error(`${path} is not in the YAML`);
    } else document.setIn(keys, value);
  }
  return document.toString({ lineWidth: 0 });
}
