import { basename, join } from 'node:path';
import { parseYaml } from '../../definition/parse-yaml.js';
import { readSource } from '../../definition/read-source.js';
import { statedDepartment } from '../../definition/stated-department.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { type Environment, showPath } from '../../environment.js';
import { DISTRICT_FILE, departmentFiles, UNIT_FOLDER } from '../../input/places.js';
import { listFiles, readInputFile } from '../../input/read-files.js';
import type { Shelf } from '../../input/shelf.js';
import { districtFolder, isUnitFile } from '../../input/unit-documents.js';
import { outputNames } from '../../output/file-names.js';
import { isPlainObject } from '../../plain/objects.js';
import { valueAt } from '../excel/form-tree.js';
import { bare } from './find-table.js';
import type { FormContent } from './read-form.js';
import type { Owner } from './read-table.js';

export const targetFinding = (message: string, hint: string): Diagnostic => ({ code: 'import-target', severity: 'error', message, hint });

interface Target {
  readonly path?: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** The department's or unit's file of the form's year, by its code; a new one where there is none. */
export function findTarget(form: FormContent, file: string, asked: string | undefined, environment: Environment): Target {
  const year = asked ?? form.year;
  const at = form.locate(['部门', '代码']);
  const refuse = (message: string, hint: string): Target => ({ diagnostics: [{ ...targetFinding(message, hint), at }] });
  if (!/^\d{4}$/.test(year)) return refuse(`“${file}”里没有写年度。`, '在命令后面加 --year，如 --year 2026。');
  if (!/^\d{3,9}$/.test(form.code)) return refuse(`部门代码“${form.code}”不对，不知道导入到哪个文件。`, '改正“基本信息”里的部门代码。');
  const folder = join(environment.project, 'data', year);
  const files = allFiles(folder);
  const found = filesWithCode(form.code, files);
  if (found.length > 1)
    return refuse(
      `data/${year}/ 里代码是 ${form.code} 的文件不止一个：${found.map((one) => basename(one)).join('、')}。`,
      '留下一个，再导入。',
    );
  const [path] = found;
  if (path !== undefined) return isAnothers(form) ? refuse(...anothers(form, showPath(environment, path))) : { path, diagnostics: [] };
  return newFile(form, year, folder, files, environment, refuse);
}

/** The form was written for one department, and says now that it is of another. */
const isAnothers = ({ code, madeFor }: FormContent): boolean => madeFor.code !== '' && madeFor.code !== code;

function anothers({ code, madeFor }: FormContent, shown: string): [message: string, hint: string] {
  const message = `这份填报表是为 ${madeFor.code}（${madeFor.name}）写出的，部门代码却写成了 ${code}：导入会改写另一个部门的 ${shown}。`;
  return [message, `改正“基本信息”里的部门代码；要填的就是 ${code} 的，用 excel 命令写出它自己的填报表。`];
}

function newFile(
  form: FormContent,
  year: string,
  folder: string,
  files: readonly string[],
  environment: Environment,
  refuse: (message: string, hint: string) => Target,
): Target {
  if (!listFiles(folder).includes(DISTRICT_FILE)) return refuse(`data/${year}/ 里没有“${DISTRICT_FILE}”。`, '先用 init 命令建立这个年度。');
  const name = valueAt(form.tree, ['部门', '名称']);
  if (typeof name !== 'string') return refuse('没有写部门名称。', '填写“基本信息”里的部门名称。');
  const same = files.find((path) => stated(path)?.名称 === name);
  if (same !== undefined) {
    const hint = `代码写错了的，改正“基本信息”里的部门代码；真的改了代码的，先改 ${showPath(environment, same)} 里的代码和文件名。`;
    return refuse(
      `没有代码是 ${form.code} 的部门；“${name}”的代码是 ${stated(same)?.代码 ?? ''}（${showPath(environment, same)}）。`,
      hint,
    );
  }
  const [, stem = ''] = outputNames({ year, code: form.code, name }, false).folders;
  const path = join(folder, `${stem}.yaml`);
  if (!isAnothers(form)) return { path, diagnostics: [] };
  const { code, name: madeFor } = form.madeFor;
  const message = `没有代码是 ${form.code} 的部门，将新建 ${showPath(environment, path)}；这份填报表是为 ${code}（${madeFor}）写出的。`;
  const finding: Diagnostic = {
    ...targetFinding(message, '代码或名称写错了的，不要写入，改正“基本信息”再导入。'),
    severity: 'warning',
    at: form.locate(['部门', '代码']),
  };
  return { path, diagnostics: [finding] };
}

const allFiles = (folder: string): string[] =>
  [folder, join(folder, UNIT_FOLDER)].flatMap((place) => departmentFiles(place).map((name) => join(place, name)));

/** Files are named by their codes; those of units need not be. */
function filesWithCode(code: string, files: readonly string[]): string[] {
  const named = files.filter((path) => basename(path).startsWith(`${code}-`));
  return named.length > 0 ? named : files.filter((path) => stated(path)?.代码 === code);
}

function stated(path: string): ReturnType<typeof statedDepartment> {
  const { value } = readInputFile(path, path);
  return value && statedDepartment(value);
}

interface Unit {
  readonly name: string;
  readonly code: string;
}

/** A department's or unit's file as the one that tables go to. Units with files of their own are not its own rows. */
export function ownerOf(path: string, shelf: Shelf): Owner & { readonly unitsApart: readonly string[] } {
  const tree = treeOf(path);
  const own = unitOf(tree);
  const listed = valueAt(tree, ['部门', '所属单位']);
  const units = Array.isArray(listed) ? listed.filter(isPlainObject) : [];
  const apart = units.flatMap((unit): Unit[] =>
    typeof unit['定义'] === 'string' && !isUnitFile(path)
      ? [{ name: String(unit['名称'] ?? ''), code: unitOf(treeOf(join(districtFolder(path), UNIT_FOLDER, unit['定义']))).code }]
      : [],
  );
  const names = new Set([own.name, ...units.map((unit) => String(unit['名称'] ?? ''))].filter((name) => name !== '').map(bare));
  const year = basename(districtFolder(path));
  const { value: lists } = shelf.classifications(year);
  const has = (said: string): boolean => {
    const [code = ''] = /\d{3,9}/.exec(said) ?? [];
    const name = bare(said.replace(/^[\d\s-]+/, ''));
    if (apart.some((unit) => (unit.code !== '' && code === unit.code) || bare(unit.name) === name)) return false;
    return (code !== '' && own.code !== '' && code.startsWith(own.code)) || names.has(name);
  };
  const list = (name: string) =>
    ({ 功能分类: lists?.functional, 部门经济分类: lists?.departmentEconomic, 政府经济分类: lists?.governmentEconomic })[name];
  return { names, has, lists: list, year, unitsApart: apart.map(({ name }) => name) };
}

function unitOf(tree: unknown): Unit {
  const said = (key: string) => String(valueAt(tree, ['部门', key]) ?? '');
  return { name: said('名称'), code: said('代码') };
}

function treeOf(path: string): unknown {
  const { value } = readInputFile(path, path);
  const { text } = value ? readSource(value.bytes, value.name) : { text: undefined };
  return text && parseYaml(text).tree?.value;
}
