import { basename, join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { type Environment, resolvePath, showPath } from '../environment.js';
import { departmentFiles, UNIT_FOLDER, YAML } from '../input/places.js';
import { linkPassedOver, listFolders, listLinks, type Read, refuseInput } from '../input/read-files.js';
import { nearestWord } from '../plain/nearest-word.js';
import { type WrongUse, wrongUse } from './wrong-use.js';

/** Which departments are meant. */
export interface Choice {
  /** YAML files, names or codes; none: all of the year. */
  readonly departments: readonly string[];
  /** Absent: the newest. */
  readonly year?: string | undefined;
}

/** The YAML files that a choice means. */
export type Chosen = Read<readonly string[]> | WrongUse;

/** Files are taken as they are typed; names and codes are looked up among the files of the year. */
export function chooseDepartments({ departments: typed, year }: Choice, environment: Environment): Chosen {
  const paths = typed.filter(looksLikePath);
  if (paths.length > 0 && year !== undefined)
    return wrongUse('写了 YAML 文件，就不能再用 --year。', '年度由文件旁边的“区县.yaml”决定，请去掉 --year。');
  if (paths.length > 0 && paths.length === typed.length)
    return { value: unique(paths.map((path) => resolvePath(environment, path))), diagnostics: [] };
  const folder = yearFolder(year, environment);
  if ('command' in folder) return folder;
  if (folder.value === undefined) return { diagnostics: folder.diagnostics };
  const chosen = typed.length === 0 ? wholeYear(folder.value, environment) : lookUp(typed, folder.value, environment);
  return 'command' in chosen ? chosen : { ...chosen, diagnostics: [...folder.diagnostics, ...chosen.diagnostics] };
}

const looksLikePath = (typed: string): boolean => YAML.test(typed) || /[/\\]/.test(typed) || typed.startsWith('.');
const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];

/** `data/<year>`, the newest where none is asked for. */
function yearFolder(year: string | undefined, environment: Environment): Read<string> | WrongUse {
  const data = join(environment.project, 'data');
  const isYear = (name: string) => /^\d{4}$/.test(name);
  const years = listFolders(data).filter(isYear);
  const links = listLinks(data).filter(isYear);
  const wanted = year ?? years.at(-1);
  if (wanted === undefined)
    return refuseInput(
      'data-missing',
      `“${showPath(environment, data)}”里没有年度文件夹。`,
      '用 npm run init（菜单里的“新部门”）建立第一个部门的文件；或者建立 data/<年度>/，放入“区县.yaml”和各部门的 YAML 文件。',
    );
  const passedOver = links
    .filter((name) => name === year || (year === undefined && name > wanted))
    .map((name) => linkPassedOver(showPath(environment, join(data, name)), '请把年度的文件夹本身放到 data/。'));
  if (years.includes(wanted)) return { value: join(data, wanted), diagnostics: passedOver };
  if (passedOver.length > 0) return { diagnostics: passedOver.map((one) => ({ ...one, severity: 'error' })) };
  return wrongUse(`没有 ${wanted} 年度的数据。`, `data/ 里现有：${years.join('、') || '无'}。`);
}

function wholeYear(folder: string, environment: Environment): Chosen {
  const files = departmentFiles(folder);
  const diagnostics = listFolders(folder)
    .filter((name) => YAML.test(name))
    .map((name) => folderPassedOver(showPath(environment, join(folder, name))));
  if (files.length > 0) return { value: files.map((name) => join(folder, name)), diagnostics };
  return refuseInput(
    'data-missing',
    `“${showPath(environment, folder)}”里没有部门的 YAML 文件。`,
    '每个部门一个文件，命名为“<代码>-<名称>.yaml”。',
  );
}

function folderPassedOver(shown: string): Diagnostic {
  const message = `“${shown}”是文件夹，名称却像部门的 YAML 文件，没有读。`;
  return { code: 'file-not-regular', severity: 'warning', message, hint: '核对是否解压或复制时多套了一层文件夹。' };
}

function lookUp(typed: readonly string[], folder: string, environment: Environment): Chosen {
  const found: string[] = [];
  for (const one of typed) {
    const file = looksLikePath(one) ? resolvePath(environment, one) : byName(one, folder);
    if (typeof file !== 'string') return file;
    found.push(file);
  }
  return { value: unique(found), diagnostics: [] };
}

/**
 * By code, name or both, as files are named `<code>-<name>.yaml`; else by a part of the name that only one has. A unit
 * is meant where no department is.
 */
function byName(typed: string, folder: string): string | WrongUse {
  const files = departmentFiles(folder);
  const units = departmentFiles(join(folder, UNIT_FOLDER)).map((name) => join(UNIT_FOLDER, name));
  const isNamed = (file: string) => namesOf(file).includes(typed);
  const isPartOf = (file: string) => stemOf(file).includes(typed);
  // A part of a code may be another department's code that was mistyped: it is asked back.
  const isCode = /^\d+$/.test(typed);
  const parts = [files.filter(isPartOf), units.filter(isPartOf)];
  const tries = [files.filter(isNamed), units.filter(isNamed), ...(isCode ? [] : parts)];
  const matches = tries.find((found) => found.length > 0) ?? [];
  if (matches.length === 1 && matches[0]) return join(folder, matches[0]);
  if (matches.length > 1) return wrongUse(`“${typed}”不止一个：${matches.map(stemOf).join('、')}。`, '请写全名或代码。');
  const meant = parts.flat().map(stemOf);
  if (isCode && meant.length > 0)
    return wrongUse(`data/${basename(folder)}/ 里没有代码为“${typed}”的部门。`, `是否为“${meant.join('”或“')}”？请写完整的代码。`);
  const near = nearestWord(typed, [...files, ...units].flatMap(namesOf));
  const year = basename(folder);
  return wrongUse(
    `data/${year}/ 里没有“${typed}”这个部门。`,
    near === undefined ? `现有：${files.map(stemOf).join('、') || '无'}。` : `是否为“${near}”？`,
  );
}

const stemOf = (file: string): string => basename(file).replace(YAML, '');

function namesOf(file: string): string[] {
  const stem = stemOf(file);
  const [, code, name] = /^(\d+)-(.+)$/.exec(stem) ?? [];
  return code === undefined || name === undefined ? [stem] : [stem, code, name];
}
