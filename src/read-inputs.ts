import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import type { ClassificationFiles } from './definition/classifications.js';
import type { ProfileFiles } from './profile/load-profile.js';

/** All files of a profile's folder, by path with `/`. */
export function readProfileFiles(folder: string): ProfileFiles {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(files.map((file) => [relative(folder, file).split(sep).join(posix.sep), readFileSync(file)]));
}

/** The code lists of one year, by file name without ending. */
export function readClassificationFiles(folder: string): ClassificationFiles {
  const names = readdirSync(folder).filter((name) => name.endsWith('.csv'));
  return Object.fromEntries(names.map((name) => [name.replace(/\.csv$/, ''), readFileSync(join(folder, name), 'utf8')]));
}
