import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Environment, showPath } from '../../environment.js';
import { listFiles, listFolders, readProfileFiles, sha256 } from '../../input/read-files.js';
import { schemasHere } from '../schema/command.js';
import type { Seen } from './examine.js';

const MANIFEST = 'package-files.json';

/** A package for offices lists its files: what was changed by hand, is missing, or was left behind by an older one. */
export function seeProgram({ home, machine: { version } }: Environment): Seen['program'] {
  const listed = readJson<{ files: Record<string, string> }>(join(home, MANIFEST))?.files;
  if (!listed) return { version, changed: [], missing: [], left: [] };
  const own = Object.entries(listed).map(([path, stated]) => ({ path, stated, file: join(dirname(home), path) }));
  const present = own.filter(({ file }) => existsSync(file));
  const known = new Set([...own.map(({ file }) => file), join(home, MANIFEST)]);
  return {
    version,
    missing: own.filter((one) => !present.includes(one)).map(({ path }) => path),
    changed: present.filter(({ file, stated }) => sha256(readFileSync(file)) !== stated).map(({ path }) => path),
    left: [...readProfileFiles(home).keys()].filter((path) => !path.startsWith('cache/') && !known.has(join(home, path))),
  };
}

/** What an older version of the program has made, and profiles that do not change with it. */
export function seeOutdated(environment: Environment): Seen['outdated'] {
  const { home, project } = environment;
  const data = join(project, 'data');
  const schemas = [...schemasHere(environment)].filter(([name]) => existsSync(join(data, name)));
  return {
    schemas: schemas.filter(([name, text]) => readFileSync(join(data, name), 'utf8') !== text).map(([name]) => `data/${name}`),
    results: oldResults(environment),
    replaced: home === project ? [] : listFolders(join(project, 'templates')).filter((name) => programsOwn(home).includes(name)),
  };
}

function oldResults(environment: Environment): Seen['outdated']['results'] {
  const out = join(environment.project, 'out');
  const folders = listFolders(out).flatMap((year) => listFolders(join(out, year)).map((name) => join(out, year, name)));
  return folders.flatMap((folder) => {
    const { program } = readJson<{ program?: unknown }>(join(folder, '核对报告.json')) ?? {};
    const isOld = typeof program === 'string' && program !== environment.machine.version;
    return isOld ? [{ folder: showPath(environment, folder), program }] : [];
  });
}

/** The profiles that the program brings along, as folders or packed. */
function programsOwn(home: string): string[] {
  const templates = join(home, 'templates');
  return [...listFolders(templates), ...listFiles(templates).map((name) => name.replace(/\.zip$/, ''))];
}

/** Nothing where there is none, or it is not ours. */
function readJson<T>(path: string): T | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch {
    return undefined;
  }
}
