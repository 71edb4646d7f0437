import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { newFileText } from '../../src/features/import/yaml-text.js';
import { readDepartment } from '../../src/input/read-department.js';
import { makeShelf } from '../../src/input/shelf.js';
import { Decimal } from '../../src/money/decimal.js';
import { buildDocument } from '../../src/pipeline.js';
import { readXlsx } from '../../src/spreadsheet/read-xlsx.js';
import { documentToXlsx } from '../../src/writers/xlsx/index.js';
import { commandLine, DISTRICT_YAML, OFFICE_YAML, type TestProject, testEnvironment, testProject } from '../cli/command-line.js';
import { FIXTURES } from '../profile/support.js';
import { typedTree } from '../support/department-files.js';
import { UNIT_FILES, unitsProject, unitYaml } from '../units/support.js';

// What a bureau has published comes back: the workbook of the tables is taken into a file without any amount of the year, and
// the tables are made again.

type Tree = Record<string, unknown>;

/** A file that says whose it is and nothing else. */
function emptied(text: string): string {
  const { 金额单位, 部门, 自有数据 } = typedTree(text) as Tree;
  return newFileText({ 金额单位, 部门, ...(自有数据 !== undefined && { 自有数据 }) });
}

/** The keys that an import says to fill in: those that no such table has, and those of which only a sum is printed. */
function askedFor(said: string): string[] {
  const [, none = ''] = /要自己填的：(.*)。/.exec(said) ?? [];
  const sums = [...said.matchAll(/表里只有合起来的数：(.*?)。合起来是/g)].map(([, keys = '']) => keys);
  return [none, ...sums].flatMap((keys) => keys.replace(/（[^）]*）/g, '').split('、')).filter((key) => key !== '');
}

/** Types what the original has at a key; `*` is each item, known by its name or code. */
function type(into: Tree, from: unknown, [step = '', ...rest]: readonly string[]): void {
  const original = (from ?? {}) as Tree;
  if (Array.isArray(into)) {
    const items = into as Tree[];
    const names = step === '*' ? items.map(nameOf) : [step];
    for (const name of names) {
      if (!items.some((item) => nameOf(item) === name)) items.push({ 科目: name });
      const source = (from as Tree[] | undefined)?.find((item) => nameOf(item) === name);
      type(items.find((item) => nameOf(item) === name) ?? {}, source, rest);
    }
  } else if (step === '*') for (const key of Object.keys({ ...into, ...original })) type(into, from, [key, ...rest]);
  else if (rest.length === 0) {
    if (original[step] === undefined) delete into[step];
    else into[step] = original[step];
  } else if (typeof original[step] === 'string') into[step] = original[step];
  else if (original[step] !== undefined || into[step] !== undefined) {
    if (typeof (into[step] ?? '') === 'string') into[step] = Array.isArray(original[step]) ? [] : {};
    type(into[step] as Tree, original[step], rest);
    if (Object.keys(into[step] as Tree).length === 0) delete into[step];
  }
}

/** As a form that does not split 基本支出 asks for it: 人员经费 and 公用经费 together. */
function unsplit(tree: Tree): Tree {
  const items = (tree['支出'] as Tree[]).map((item) => {
    const { 人员经费, 公用经费, ...others } = (item['基本支出'] ?? {}) as Tree;
    return item['基本支出'] === undefined ? item : { ...item, 基本支出: added(added(others, 人员经费), 公用经费) };
  });
  return { ...tree, 支出: items };
}

function added(one: unknown, other: unknown): unknown {
  if (one === undefined || other === undefined) return one ?? other;
  if (typeof one === 'string') return new Decimal(one).plus(other as string).toFixed();
  const keys = Object.keys({ ...(one as Tree), ...(other as Tree) });
  return Object.fromEntries(keys.map((key) => [key, added((one as Tree)[key], (other as Tree)[key])]));
}

const nameOf = (item: Tree): string => String(item['名称'] ?? item['科目']);

/** Every published cell: «sheet!row:column text». */
function cellsOf(workbook: Uint8Array): Map<string, string> {
  const read = readXlsx(workbook);
  if ('refused' in read) throw new Error(read.refused);
  return new Map(
    read.sheets.flatMap(({ name, rows }) =>
      [...rows.values()].flatMap((row) =>
        [...row.values()].map((cell) => [`${name}!${cell.row + 1}:${cell.column + 1}`, cell.text] as const),
      ),
    ),
  );
}

function differing(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  const places = new Set([...before.keys(), ...after.keys()]);
  return [...places]
    .filter((place) => before.get(place) !== after.get(place))
    .map((place) => `${place} ${before.get(place) ?? ''} → ${after.get(place) ?? ''}`);
}

interface ComesBack {
  readonly said: string;
  /** Of the import after what it asked for was typed. */
  readonly saidThen: string;
  /** Cells that the second build prints otherwise. */
  readonly others: readonly string[];
}

/** The workbook of the tables, as a build writes it beside Word and PDF. */
async function published(project: TestProject, yaml: string): Promise<Uint8Array> {
  const environment = testEnvironment(project, {});
  const { document, diagnostics } = buildDocument(readDepartment(project.path(yaml), makeShelf(environment), environment));
  if (!document) throw new Error(JSON.stringify(diagnostics));
  return documentToXlsx(document);
}

/**
 * Builds; takes the tables into a file that says nothing but whose it is; types what the import asked for, key by key, and no
 * more; imports again, as it asks; and builds again.
 */
async function comesBack(project: TestProject, yaml: string): Promise<ComesBack> {
  const first = await published(project, yaml);
  const original = readFileSync(project.path(yaml), 'utf8');
  const copy = project.path('公开表.xlsx');
  writeFileSync(copy, first);
  const take = async () => {
    const { exitCode, stderr } = await commandLine(project, ['import', '--from', copy, '--department', yaml, '--yes']);
    expect(exitCode, stderr).toBe(0);
    return stderr;
  };
  project.edit(yaml, emptied);
  const said = await take();
  project.edit(yaml, (text) => {
    const tree = typedTree(text) as Tree;
    const source = typedTree(original) as Tree;
    const splits = /支出\/\d+\/基本支出\/(人员|公用)经费|支出\/\*\/基本支出/.test(said);
    for (const key of askedFor(said)) type(tree, splits ? source : unsplit(source), key.split('/'));
    return newFileText(tree);
  });
  const saidThen = await take();
  return { said, saidThen, others: differing(cellsOf(first), cellsOf(await published(project, yaml))) };
}

const SAME = /重新生成的表与这个工作簿逐格相同（\d+ 个金额）。/;

test('shanxi: the sample', async () => {
  const { said, saidThen, others } = await comesBack(testProject(), OFFICE_YAML);
  expect(said).toContain('照公布的写进“公布数”：支出、20805、基本支出、一般公共预算、当年 478,100.00元（预算公开表5!D14）');
  expect(others).toEqual([]);
  expect(saidThen).toMatch(SAME);
});

test('nine tables, in 元: the sample', async () => {
  const project = testProject();
  project.edit(DISTRICT_YAML, (text) => text.replace('方案: shanxi', '方案: nine-tables'));
  const { saidThen, others } = await comesBack(project, OFFICE_YAML);
  expect(others).toEqual([]);
  expect(saidThen).toMatch(SAME);
});

test.each(['shanxi', 'nine-tables', 'beijing'].flatMap((profile) => UNIT_FILES.map((file) => [profile, file] as const)))(
  '%s: %s, a unit with a file of its own',
  async (profile, file) => {
    const { saidThen, others } = await comesBack(unitsProject(profile), unitYaml(file));
    expect(others).toEqual([]);
    expect(saidThen).toMatch(SAME);
  },
);

/** A province's own example, with its department as one file. */
function provinceProject(name: string, listing: string): TestProject {
  const project = testProject();
  rmSync(project.path('data/2026'), { recursive: true });
  mkdirSync(dirname(project.path('data/2026')), { recursive: true });
  cpSync(join(FIXTURES, name), project.path('data/2026'), { recursive: true });
  if (listing !== '') project.edit(listing, (text) => text.replace(/, 定义: [^}]*?\.yaml/g, ''));
  return project;
}

const YUNNAN = 'data/2026/207001-虚构州示例县文化和旅游局.yaml';
const BEIJING = 'data/2026/207001-虚构市示例区文化和旅游局.yaml';

test.each([
  ['yunnan: a unit with its own funds', '云南', 'data/2026/单位/图书馆.yaml', ''],
  ['yunnan: the rich department, as one file', '云南', YUNNAN, YUNNAN],
  ['beijing: the department, as one file', '北京', BEIJING, BEIJING],
])('%s', async (_, folder, yaml, listing) => {
  const { saidThen, others } = await comesBack(provinceProject(folder, listing), yaml);
  expect(others).toEqual([]);
  expect(saidThen).toMatch(SAME);
});
