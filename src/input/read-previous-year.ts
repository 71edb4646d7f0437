import { basename, dirname, join } from 'node:path';
import type { Definition } from '../definition/definition.js';
import { type InputFile, loadDefinition, type UnitFiles } from '../definition/load-definition.js';
import { type Environment, showPath } from '../environment.js';
import { type PreviousYear, previousFileName } from '../previous-year/previous-year.js';
import { takePreviousYear } from '../previous-year/take-previous-year.js';
import { listFiles, readInputFile } from './read-files.js';
import type { Shelf } from './shelf.js';

/** Last year's definition with the files that it was read from. */
export interface LoadedPreviousYear {
  readonly year: PreviousYear;
  readonly files: readonly InputFile[];
}

/** The department's definition of the year before, from that year's folder; nothing where there is none or it has mistakes. */
export function loadPreviousYear(path: string, shelf: Shelf, environment: Environment): LoadedPreviousYear | undefined {
  const year = basename(dirname(path));
  if (!/^\d{4}$/.test(year)) return undefined;
  const lastYear = `${Number(year) - 1}`;
  const folder = join(dirname(dirname(path)), lastYear);
  const [, code = ''] = /^(\d+)-/.exec(basename(path)) ?? [];
  const name = previousFileName(basename(path), code, listFiles(folder));
  if (name === undefined) return undefined;
  const department = readInputFile(join(folder, name), showPath(environment, join(folder, name))).value;
  const district = shelf.district(folder).value;
  const classifications = shelf.classifications(lastYear).value;
  if (!department || !district || !classifications) return undefined;
  const { value } = loadDefinition(department, district, shelf.units(folder), (tree) => takePreviousYear(tree, 'unneeded'));
  if (!value) return undefined;
  const files = [department, district, ...unitFilesOf(value, shelf.units(folder))];
  return { year: { definition: value, classifications }, files };
}

/** The files of the member units that a definition was read from. */
export function unitFilesOf({ members }: Definition, units: UnitFiles): InputFile[] {
  return [...units.values()].filter(({ name }) => members.some((member) => member.file === name));
}
