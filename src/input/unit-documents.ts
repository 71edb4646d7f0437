import { basename, dirname, join } from 'node:path';
import { listedUnits } from '../definition/listed-units.js';
import { type Environment, showPath } from '../environment.js';
import { departmentFiles, UNIT_FOLDER } from './places.js';
import { listFiles, readInputFile } from './read-files.js';

export const isUnitFile = (path: string): boolean => basename(dirname(path)) === UNIT_FOLDER;

/** The folder that a department's or a unit's file belongs to: where 区县.yaml is. */
export const districtFolder = (path: string): string => (isUnitFile(path) ? dirname(dirname(path)) : dirname(path));

/**
 * The files of which documents are to be made for one file: a department's own, consolidated, then each of its units that
 * has a file. A unit that is only listed by name has no document; a file that is missing is missed by the department.
 */
export function documentsOf(path: string, environment: Environment): string[] {
  const folder = join(dirname(path), UNIT_FOLDER);
  const files = isUnitFile(path) ? [] : listFiles(folder);
  if (files.length === 0) return [path];
  const units = unitsListedIn(path, environment).filter((name) => files.includes(name));
  return [path, ...[...new Set(units)].map((name) => join(folder, name))];
}

/** The file of the department that lists a unit's file; nothing where none does. */
export function departmentOf(unit: string, environment: Environment): string | undefined {
  const folder = districtFolder(unit);
  const departments = departmentFiles(folder).map((name) => join(folder, name));
  return departments.find((department) => unitsListedIn(department, environment).includes(basename(unit)));
}

function unitsListedIn(department: string, environment: Environment): string[] {
  const { value } = readInputFile(department, showPath(environment, department));
  return value ? listedUnits(value) : [];
}
