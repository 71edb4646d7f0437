import { basename, dirname, join } from 'node:path';
import type { Classifications } from '../definition/classifications.js';
import { yearOf } from '../definition/dates.js';
import { type Definition, unitDefinition } from '../definition/definition.js';
import { loadDefinition } from '../definition/load-definition.js';
import type { InputFile, Loaded, UnitFiles } from '../definition/read-source.js';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.js';
import type { SourceText } from '../diagnostics/source-text.js';
import { type Environment, showPath } from '../environment.js';
import { type PreviousYear, previousFileName } from '../previous-year/previous-year.js';
import { takePreviousYear } from '../previous-year/take-previous-year.js';
import type { Profile } from '../profile/profile.js';
import { fileFingerprint, listFiles, readInputFile } from './read-files.js';
import type { Fingerprinted, Shelf } from './shelf.js';
import { departmentOf, districtFolder, isUnitFile, unitNotListed } from './unit-documents.js';

/** What one document is made from, read: no later stage opens a file. */
export interface Materials {
  readonly definition: Loaded<Definition>;
  readonly profile: Loaded<Profile>;
  /** Absent where there are none, or where the definition is not even of the year that it stands in. */
  readonly classifications?: Classifications | undefined;
  /** The department's definition of the year before, where there is one: typed figures of that year are held against it. */
  readonly previous?: PreviousYear | undefined;
}

/** Reads one department or unit with all that it needs; `instead` is what its file is to say, where that is not yet on the disk. */
export function readDepartment(path: string, shelf: Shelf, environment: Environment, instead?: InputFile): Fingerprinted<Materials> {
  const { definition, previous, files } = readDefinition(path, shelf, environment, instead);
  if (!definition.value) return { definition, profile: { diagnostics: [], sources: [] }, inputs: [] };
  const profile = profileOf(definition.value, path, shelf);
  const place = [...yearFinding(definition.value, path), ...nameFinding(definition.value, path)];
  const lists = hasErrors(place) ? undefined : shelf.classifications(yearOf(definition.value.district));
  const diagnostics = [...definition.diagnostics, ...place, ...(lists?.diagnostics ?? [])];
  const own = files.map((file) => fileFingerprint('输入', file));
  const inputs = [...own, ...profile.inputs, ...(lists?.inputs ?? [])];
  return { definition: { ...definition, diagnostics }, profile, classifications: lists?.value, previous, inputs };
}

/** A unit's own choice, else what the department's profile says for units, else the department's profile. */
function profileOf({ department, district, superior }: Definition, path: string, shelf: Shelf): ReturnType<Shelf['profile']> {
  const profile = shelf.profile(department.方案 ?? district.方案 ?? '', districtFolder(path));
  const forUnits = superior && department.方案 === undefined ? profile.value?.spec.单位方案 : undefined;
  return forUnits === undefined ? profile : shelf.profile(forUnits, districtFolder(path));
}

/** A file that was copied from another year says so by its folder. */
function yearFinding(definition: Definition, path: string): Diagnostic[] {
  const folder = basename(districtFolder(path));
  const year = yearOf(definition.district);
  if (!/^\d{4}$/.test(folder) || folder === year) return [];
  const message = `“区县.yaml”的年度是 ${year}，文件却在“${folder}”文件夹里。`;
  return [
    {
      code: 'year-folder-differs',
      severity: 'error',
      message,
      hint: '改正“区县.yaml”的年度，或把文件移到该年度的文件夹。',
      expected: folder,
      actual: year,
    },
  ];
}

/** One that was copied from another department says so by its name. */
function nameFinding(definition: Definition, path: string): Diagnostic[] {
  const { 代码: code, 名称: name } = definition.department.部门;
  const [, fileCode, fileName] = /^(\d+)-(.+)\.ya?ml$/i.exec(basename(path)) ?? [];
  if (fileCode === undefined || fileName === undefined || (fileCode === code && fileName.normalize('NFC') === name)) return [];
  const wrong = fileCode === code ? '名称' : '代码';
  const message = `文件名写的是“${fileCode}-${fileName}”，文件里是“${code}-${name}”。`;
  const at = definition.locate(['部门', wrong]);
  return [
    { code: 'file-name-differs', severity: 'warning', message, at, hint: '核对是否从别的部门复制后没有改完；改文件名或改文件内容。' },
  ];
}

/** What a file defines, and every file that was read for it. */
interface ReadDefinition {
  readonly definition: Loaded<Definition>;
  readonly previous?: PreviousYear | undefined;
  readonly files: readonly InputFile[];
}

/** A department with its units, or one of these units by itself; `own` is what its file is to say, where that is not yet on the disk. */
function readDefinition(path: string, shelf: Shelf, environment: Environment, own?: InputFile): ReadDefinition {
  if (!isUnitFile(path)) return own ? readWithUnits(path, shelf, environment, own) : readAnew(path, shelf, environment);
  const units = (folder: string): UnitFiles => new Map([...shelf.units(folder), ...(own ? [[basename(path), own] as const] : [])]);
  return readUnit(path, own ? { ...shelf, units } : shelf, environment);
}

function readWithUnits(path: string, shelf: Shelf, environment: Environment, own?: InputFile): ReadDefinition {
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
  const read = readWithUnits(path, shelf, environment);
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
