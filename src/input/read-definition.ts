import { basename, dirname, join } from 'node:path';
import type { Definition } from '../definition/definition.js';
import { unitDefinition } from '../definition/definition.js';
import { loadDefinition } from '../definition/load-definition.js';
import type { InputFile, Loaded, UnitFiles } from '../definition/read-source.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { SourceText } from '../diagnostics/source-text.js';
import { type Environment, showPath } from '../environment.js';
import { type PreviousYear, previousFileName } from '../previous-year/previous-year.js';
import { takePreviousYear } from '../previous-year/take-previous-year.js';
import { listFiles, readInputFile } from './read-files.js';
import type { Shelf } from './shelf.js';
import { departmentOf, districtFolder, isUnitFile, unitNotListed } from './unit-documents.js';

/** What a file defines, and every file that was read for it. */
export interface ReadDefinition {
  readonly definition: Loaded<Definition>;
  readonly previous?: PreviousYear | undefined;
  readonly files: readonly InputFile[];
}

/** A department with its units, or one of these units by itself; `own` is what its file is to say, where that is not yet on the disk. */
export function readDefinition(path: string, shelf: Shelf, environment: Environment, own?: InputFile): ReadDefinition {
  if (!isUnitFile(path)) return own ? readDepartment(path, shelf, environment, own) : readAnew(path, shelf, environment);
  const units = (folder: string): UnitFiles => new Map([...shelf.units(folder), ...(own ? [[basename(path), own] as const] : [])]);
  return readUnit(path, own ? { ...shelf, units } : shelf, environment);
}

function readDepartment(path: string, shelf: Shelf, environment: Environment, own?: InputFile): ReadDefinition {
  const folder = districtFolder(path);
  const department = own ? { value: own, diagnostics: [] } : readInputFile(path, showPath(environment, path));
  if (!department.value) return refused(department.diagnostics);
  const district = shelf.district(folder);
  if (!district.value) return refused(district.diagnostics);
  const previous = loadPreviousYear(path, shelf, environment);
  const units = shelf.units(folder);
  const definition = loadDefinition(department.value, district.value, units, (tree) => takePreviousYear(tree, previous?.year));
  const used = definition.value ? unitFilesOf(definition.value, units) : [];
  return { definition, previous: previous?.year, files: [department.value, district.value, ...used, ...(previous?.files ?? [])] };
}

/** A unit is read with its department: that hands things down to it, and has last year's file. */
function readUnit(path: string, shelf: Shelf, environment: Environment): ReadDefinition {
  const file = showPath(environment, path);
  const own = readInputFile(path, file);
  if (!own.value) return refused(own.diagnostics);
  const department = departmentOf(path, environment);
  if (department === undefined) return refused([unitNotListed(file, 'error')]);
  const whole = lastRead(department, shelf, environment);
  const { value, diagnostics, sources } = whole.definition;
  const unit = value?.members.find((member) => member.file === file);
  const mine = diagnostics.filter(({ at }) => at?.file === file);
  if (!value || !unit) return refused(mine.length > 0 ? mine : [waiting(showPath(environment, department))], sources);
  const others = new Set(value.members.slice(1).flatMap((member) => (member === unit ? [] : [member.file])));
  return {
    ...whole,
    definition: { value: unitDefinition(value, unit), diagnostics: mine, sources },
    files: whole.files.filter(({ name }) => !others.has(name)),
  };
}

/** The units of a department come right after it: it is read once for all of them. */
const last = new WeakMap<Shelf, { readonly path: string; readonly read: ReadDefinition }>();

function lastRead(path: string, shelf: Shelf, environment: Environment): ReadDefinition {
  const known = last.get(shelf);
  return known?.path === path ? known.read : readAnew(path, shelf, environment);
}

/** Whoever asks for the department itself may have changed it: the preview keeps its shelf. */
function readAnew(path: string, shelf: Shelf, environment: Environment): ReadDefinition {
  const read = readDepartment(path, shelf, environment);
  last.set(shelf, { path, read });
  return read;
}

function refused(diagnostics: readonly Diagnostic[], sources: readonly SourceText[] = []): ReadDefinition {
  return { definition: { diagnostics, sources }, files: [] };
}

function waiting(department: string): Diagnostic {
  const message = `所属部门的文件“${department}”（或它的其他单位的文件）有错误，这个单位的公开文件要等它改正。`;
  return {
    code: 'unit-department-unread',
    severity: 'error',
    message,
    at: { file: department, line: 1, column: 1 },
    hint: '先改正部门的错误。',
  };
}

/** Last year's definition with the files that it was read from. */
interface LoadedPreviousYear {
  readonly year: PreviousYear;
  readonly files: readonly InputFile[];
}

/** The department's definition of the year before, from that year's folder; nothing where there is none or it has mistakes. */
function loadPreviousYear(path: string, shelf: Shelf, environment: Environment): LoadedPreviousYear | undefined {
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
function unitFilesOf({ members }: Definition, units: UnitFiles): InputFile[] {
  return [...units.values()].filter(({ name }) => members.some((member) => member.file === name));
}
