import { basename, dirname, join } from 'node:path';
import { loadDefinition } from '../definition/load-definition.js';
import { listFiles, readInputFile } from '../read-inputs.js';
import { type PreviousYear, previousFileName } from '../roll-over/previous-year.js';
import { takePreviousYear } from '../roll-over/take-previous-year.js';
import { type Environment, showPath } from './environment.js';
import type { Shelf } from './shelf.js';

/** The department's definition of the year before, from that year's folder; nothing where there is none or it has mistakes. */
export function loadPreviousYear(path: string, shelf: Shelf, environment: Environment): PreviousYear | undefined {
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
  return value && { definition: value, classifications };
}
