import { basename, dirname, join } from 'node:path';
import { listedUnits, statedDepartment } from '../definition/stated-department.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { type Environment, showPath } from '../environment.js';
import { departmentFiles, UNIT_FOLDER, YAML } from './places.js';
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

/**
 * Files of units that no department of the year lists: nobody publishes them, and no department has their figures. Of a
 * whole year, or of the departments whose codes theirs begin with.
 */
export function unlistedUnits(departments: readonly string[], isWholeYear: boolean, environment: Environment): Diagnostic[] {
  const folders = [...new Set(departments.filter((path) => !isUnitFile(path)).map((path) => dirname(path)))];
  return folders.flatMap((folder) => {
    const units = listFiles(join(folder, UNIT_FOLDER)).filter((name) => YAML.test(name));
    if (units.length === 0) return [];
    const listed = new Set(departmentFiles(folder).flatMap((name) => unitsListedIn(join(folder, name), environment)));
    const codes = departments.flatMap((path) => /^(\d+)-/.exec(basename(path))?.[1] ?? []);
    return units
      .filter(
        (name) => !listed.has(name) && (isWholeYear || codes.some((code) => codeOf(join(folder, UNIT_FOLDER, name)).startsWith(code))),
      )
      .map((name) => unitNotListed(showPath(environment, join(folder, UNIT_FOLDER, name)), 'warning'));
  });
}

function codeOf(unit: string): string {
  const { value } = readInputFile(unit, unit);
  const code = value && statedDepartment(value)?.代码;
  return typeof code === 'string' ? code : '';
}

/** Asked for by itself, such a file has nothing to be read with. */
export function unitNotListed(file: string, severity: Diagnostic['severity']): Diagnostic {
  const message = `没有哪个部门把“${basename(file)}”列为所属单位的定义文件${severity === 'warning' ? '，没有读它，它的数不在任何部门里' : ''}。`;
  const hint = `在所属部门文件的“部门/所属单位”里写上这个单位，并写“定义: ${basename(file)}”${severity === 'warning' ? '；不再用的，移出这个文件夹' : ''}。`;
  return { code: 'unit-not-listed', severity, message, at: { file, line: 1, column: 1 }, hint };
}

function unitsListedIn(department: string, environment: Environment): string[] {
  const { value } = readInputFile(department, showPath(environment, department));
  return value ? listedUnits(value) : [];
}
