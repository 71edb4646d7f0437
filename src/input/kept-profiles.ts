import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Loaded } from '../definition/read-source.js';
import type { Environment } from '../environment.js';
import { loadProfile, type ProfileData, profileData, profileFromData } from '../profile/load-profile.js';
import type { Profile } from '../profile/profile.js';
import type { FindProfile, ProfileLayer } from '../profile/profile-layers.js';
import { profileFinder, profileNames } from './places.js';
import { folderFingerprint } from './read-files.js';

/**
 * The program's own profiles as they were read when it was compiled, a line each: a document need not parse and check sixty
 * files that nobody has changed since. What is kept holds for these very files and no others.
 */
const KEPT = join('dist', 'bundle', 'profiles.jsonl');

interface KeptProfile {
  readonly name: string;
  /** Itself and those that it departs from, in the order in which they are laid over one another. */
  readonly layers: readonly Print[];
  /** Those that were only looked at, such as its 单位方案. */
  readonly lookedAt: readonly Print[];
  readonly data: ProfileData;
}

/** The files of a profile's folder, by one fingerprint. */
interface Print {
  readonly name: string;
  readonly sha256: string;
}

/** A profile as it was kept, and the names of those that it departs from; nothing where any of its files is another now. */
export function keptProfile(
  name: string,
  find: FindProfile,
  { home }: Environment,
): { readonly parents: readonly string[]; readonly loaded: Loaded<Profile> } | undefined {
  const kept = readKept(name, home);
  const asKept = (print: Print) => printOf(print.name, find(print.name))?.sha256 === print.sha256;
  if (!kept || ![...kept.layers, ...kept.lookedAt].every(asKept)) return undefined;
  const layers = kept.layers.flatMap((one) => find(one.name) ?? []);
  const [own] = layers;
  const read = () => (own ? loadProfile(own.folder, own.files, { find }) : { diagnostics: [], sources: [] });
  const [, ...parents] = kept.layers.map((one) => one.name);
  return { parents, loaded: profileFromData(kept.data, layers, read) };
}

const printOf = (name: string, layer: ProfileLayer | undefined): Print | undefined =>
  layer && { name, sha256: folderFingerprint('方案', layer.folder, layer.files).sha256 };

function readKept(name: string, home: string): KeptProfile | undefined {
  try {
    const lines = readFileSync(join(home, KEPT), 'utf8').split('\n');
    const line = lines.find((one) => one.startsWith(`{"name":${JSON.stringify(name)},`));
    return line === undefined ? undefined : (JSON.parse(line) as KeptProfile);
  } catch {
    // Nothing is kept where the program runs from its plain modules; and what cannot be read is as if it were not there.
    return undefined;
  }
}

/** What is to be kept of the program's profiles: of those without any finding. */
export function profilesToKeep(environment: Environment): string {
  return profileNames(environment)
    .flatMap((name) => profileToKeep(name, environment) ?? [])
    .map((kept) => `${JSON.stringify(kept)}\n`)
    .join('');
}

function profileToKeep(name: string, environment: Environment): KeptProfile | undefined {
  const layers: Print[] = [];
  const lookedAt: Print[] = [];
  const finding = (prints: Print[]) => (wanted: string) => {
    const layer = profileFinder(environment)(wanted);
    const print = printOf(wanted, layer);
    if (print) prints.push(print);
    return layer;
  };
  const find = finding(layers);
  const own = find(name);
  if (!own) return undefined;
  const options = { find, lookAt: finding(lookedAt), names: profileNames(environment) };
  const { value, diagnostics } = loadProfile(own.folder, own.files, options);
  return value && diagnostics.length === 0 ? { name, layers, lookedAt, data: profileData(value) } : undefined;
}
