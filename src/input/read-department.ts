import { basename } from 'node:path';
import type { Classifications } from '../definition/classifications.js';
import { yearOf } from '../definition/dates.js';
import type { Definition } from '../definition/definition.js';
import type { InputFile, Loaded } from '../definition/read-source.js';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.js';
import type { Environment } from '../environment.js';
import type { PreviousYear } from '../previous-year/previous-year.js';
import type { Profile } from '../profile/profile.js';
import { fileFingerprint } from './fingerprints.js';
import { readDefinition } from './read-definition.js';
import type { Fingerprinted, Shelf } from './shelf.js';
import { districtFolder } from './unit-documents.js';

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
