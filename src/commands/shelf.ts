import { dirname, join } from 'node:path';
import { type Classifications, parseClassifications } from '../definition/classifications.js';
import type { InputFile, Loaded } from '../definition/load-definition.js';
import { nearestWord } from '../definition/validation/nearest-word.js';
import { loadProfile } from '../profile/load-profile.js';
import type { Profile } from '../profile/profile.js';
import { listFolders, type Read, readClassificationFiles, readInputFile, readProfileFiles, refuseInput } from '../read-inputs.js';
import { DISTRICT_FILE } from './choose-departments.js';
import { type Environment, showPath } from './environment.js';

/** What many departments share, read once a run. */
export interface Shelf {
  /** The district file beside a department's file. */
  district(departmentPath: string): Read<InputFile>;
  profile(name: string | undefined): Loaded<Profile>;
  classifications(year: string): Read<Classifications>;
}

export function makeShelf(environment: Environment): Shelf {
  return {
    district: once(
      (path: string) => path,
      (path) => readDistrict(path, environment),
      dirname,
    ),
    profile: once(
      (name) => name ?? '',
      (name: string | undefined) => readProfile(name, environment),
    ),
    classifications: once(
      (year: string) => year,
      (year) => readClassifications(year, environment),
    ),
  };
}

function once<A, T>(
  keyOf: (argument: A) => string,
  read: (argument: A) => T,
  narrow: (key: string) => string = (key) => key,
): (argument: A) => T {
  const known = new Map<string, T>();
  return (argument) => {
    const key = narrow(keyOf(argument));
    const value = known.get(key) ?? read(argument);
    known.set(key, value);
    return value;
  };
}

function readDistrict(departmentPath: string, environment: Environment): Read<InputFile> {
  const path = join(dirname(departmentPath), DISTRICT_FILE);
  const read = readInputFile(path, showPath(environment, path));
  if (read.diagnostics[0]?.code !== 'file-missing') return read;
  return refuseInput(
    'file-missing',
    `没有“${showPath(environment, path)}”这个文件。`,
    '区县的年度、地区、级次和方案写在“区县.yaml”里，和部门文件放在同一个文件夹。',
  );
}

function readProfile(name: string | undefined, environment: Environment): Loaded<Profile> {
  const templates = join(environment.project, 'templates');
  const names = listFolders(templates);
  if (name !== undefined && names.includes(name)) return loadProfile(`templates/${name}`, readProfileFiles(join(templates, name)));
  const near = name === undefined ? undefined : nearestWord(name, names);
  const message = name === undefined ? '部门文件和“区县.yaml”都没有写“方案”。' : `templates/ 里没有“${name}”这个方案。`;
  const hint = near === undefined ? `“方案”是 templates/ 下的文件夹名，现有：${names.join('、') || '无'}。` : `是否为“${near}”？`;
  return { ...refuseInput('profile-missing', message, hint), sources: [] };
}

function readClassifications(year: string, environment: Environment): Read<Classifications> {
  const folder = join(environment.project, 'data', 'classifications');
  const years = listFolders(folder);
  if (years.includes(year)) return { value: parseClassifications(readClassificationFiles(join(folder, year))), diagnostics: [] };
  const message = `data/classifications/ 里没有 ${year} 年度的政府收支分类科目。`;
  return refuseInput(
    'classification-missing',
    message,
    `现有：${years.join('、') || '无'}。核对“区县.yaml”的年度，或把 ${year} 年的科目目录放进去。`,
  );
}
