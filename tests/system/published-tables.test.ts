import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { newFileText } from '../../src/features/import/new-file.js';
import { readXlsx } from '../../src/spreadsheet/read-xlsx.js';
import { commandLine, DISTRICT_YAML, OFFICE_YAML, type TestProject, testProject } from '../cli/command-line.js';
import { FIXTURES } from '../profile/support.js';
import { typedTree } from '../support/department-files.js';
import { UNIT_FILES, unitsProject, unitYaml } from '../units/support.js';

// What a bureau has published comes back: the workbook of the tables is taken into a file without any amount of the year, and
// the tables are made again.

type Tree = Record<string, unknown>;

const FUND_REVENUE = ['政府性基金预算', '国有资本经营预算'];
const NINE: Untold = { revenue: FUND_REVENUE, projects: 'all' };
const YUNNAN: Untold = { revenue: FUND_REVENUE };

/** What a profile's tables do not tell of the year's amounts, so that it stays in the file. */
interface Untold {
  readonly revenue?: readonly string[];
  readonly projects?: 'all' | 'texts';
  /** 人员经费 and 公用经费 of each 项, which the form asks for and prints by 类 only: typed again after the import. */
  readonly split?: boolean;
}

/** A file without what its published tables tell. */
function emptied(text: string, { revenue = [], projects }: Untold): string {
  const { 收入, 支出: _, 年终结转: __, 一般公共预算基本支出: ___, 项目, 明细: ____, ...others } = typedTree(text) as Tree;
  const kept = Object.entries(收入 as Tree).filter(([key]) => revenue.includes(key));
  const texts = (项目 as Tree[] | undefined)?.map(({ 资金: _____, ...project }) => project);
  const listed = projects === 'all' ? 项目 : projects === 'texts' ? texts : undefined;
  return newFileText({
    ...others,
    ...(kept.length > 0 && { 收入: Object.fromEntries(kept) }),
    ...(listed !== undefined && { 项目: listed }),
  });
}

function splitAgain(text: string, original: string): string {
  const spent = (from: string) => (typedTree(from) as { 支出: { 科目: string; 基本支出?: Tree }[] }).支出;
  const known = new Map(spent(original).map((item) => [item.科目, item.基本支出]));
  const 支出 = spent(text).map((item) => (item.基本支出 ? { ...item, 基本支出: known.get(item.科目) } : item));
  return newFileText({ ...(typedTree(text) as Tree), 支出 });
}

/** Every published cell: «sheet!row:column text». */
function cellsOf(path: string): Map<string, string> {
  const read = readXlsx(readFileSync(path));
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

/** The draft's tables of a member: where its name is part of the folder's. */
function tablesOf(project: TestProject, member: string): string {
  const out = project.path('out/2026');
  const folder = readdirSync(out).find((name) => name.includes(member)) ?? '';
  const name = readdirSync(join(out, folder)).find((one) => one.endsWith('表.xlsx')) ?? '';
  return join(out, folder, name);
}

interface ComesBack {
  readonly said: string;
  /** Cells that the second build prints otherwise. */
  readonly others: readonly string[];
  /** After one more round: what was read once is read again. */
  readonly third: readonly string[];
}

/** Builds, takes the tables into the emptied file, and builds again; twice. */
async function comesBack(project: TestProject, member: string, yaml: string, untold: Untold): Promise<ComesBack> {
  const build = async () => {
    const { exitCode, stderr } = await commandLine(project, ['build-doc', member, '--draft']);
    expect(exitCode, stderr).toBe(0);
    return cellsOf(tablesOf(project, member));
  };
  const take = async () => {
    const original = readFileSync(project.path(yaml), 'utf8');
    const copy = project.path('公开表.xlsx');
    cpSync(tablesOf(project, member), copy);
    project.edit(yaml, (text) => emptied(text, untold));
    const { exitCode, stderr } = await commandLine(project, ['import', '--from', copy, '--department', yaml, '--yes']);
    expect(exitCode, stderr).toBe(0);
    if (untold.split) project.edit(yaml, (text) => splitAgain(text, original));
    return stderr;
  };
  const first = await build();
  const said = await take();
  const second = await build();
  await take();
  return { said, others: differing(first, second), third: differing(second, await build()) };
}

test('shanxi: the sample', async () => {
  const { said, others, third } = await comesBack(testProject(), '003', OFFICE_YAML, { projects: 'texts' });
  expect(said).toContain('这些表里没有、要自己填的：部门的职责和机构设置、');
  expect(said).toContain(
    '表里印的合计与读入的各项相加不同：合计“基本支出”印 441.49，相加 441.48万元；社会保障和就业支出“基本支出”印 47.81，相加 47.8万元',
  );
  expect(said).toContain('这些工作表没有用到：预算公开表2、预算公开表3、预算公开表4、项目支出绩效目标表、');
  expect(others).toMatchInlineSnapshot(`
    [
      "预算公开表1!13:4 47.81 → 47.8",
      "预算公开表1!13:5 47.81 → 47.8",
      "预算公开表1!36:4 1262.8 → 1262.79",
      "预算公开表1!36:5 1262.8 → 1262.79",
      "预算公开表1!38:4 1262.8 → 1262.79",
      "预算公开表1!38:5 1262.8 → 1262.79",
      "预算公开表2!6:3 1262.8 → 1262.79",
      "预算公开表2!6:4 1262.8 → 1262.79",
      "预算公开表2!13:3 47.81 → 47.8",
      "预算公开表2!13:4 47.81 → 47.8",
      "预算公开表2!14:3 47.81 → 47.8",
      "预算公开表2!14:4 47.81 → 47.8",
      "预算公开表2!24:1 注：本表因四舍五入，部分金额可能存在尾差。 → ",
      "预算公开表3!6:3 1262.8 → 1262.79",
      "预算公开表3!6:4 441.49 → 441.48",
      "预算公开表3!13:3 47.81 → 47.8",
      "预算公开表3!13:4 47.81 → 47.8",
      "预算公开表3!14:3 47.81 → 47.8",
      "预算公开表3!14:4 47.81 → 47.8",
      "预算公开表3!24:1 注：本表因四舍五入，部分金额可能存在尾差。 → ",
      "预算公开表4!14:4 47.81 → 47.8",
      "预算公开表4!14:5 47.81 → 47.8",
      "预算公开表4!37:4 1262.8 → 1262.79",
      "预算公开表4!37:5 1262.8 → 1262.79",
      "预算公开表4!42:4 1262.8 → 1262.79",
      "预算公开表4!42:5 1262.8 → 1262.79",
      "预算公开表5!6:3 1262.8 → 1262.79",
      "预算公开表5!6:4 441.49 → 441.48",
      "预算公开表5!13:3 47.81 → 47.8",
      "预算公开表5!13:4 47.81 → 47.8",
      "预算公开表5!14:3 47.81 → 47.8",
      "预算公开表5!14:4 47.81 → 47.8",
      "预算公开表5!24:1 注：本表因四舍五入，部分金额可能存在尾差。 → ",
      "预算公开表6!6:3 441.49 → 441.48",
      "预算公开表6!6:4 373.59 → 373.58",
      "预算公开表6!25:1 注：本表因四舍五入，部分金额可能存在尾差。 → ",
      "项目支出绩效目标表（6）!5:5 87080.91 → 87100",
      "项目支出绩效目标表（6）!5:8 87080.91 → 87100",
      "项目支出绩效目标表（6）!8:5 87080.91 → 87100",
      "项目支出绩效目标表（6）!8:8 87080.91 → 87100",
      "项目支出绩效目标表（6）!22:5 87,080.91元 → 87,100元",
      "项目支出绩效目标表（6）!22:8 87,080.91元 → 87,100元",
    ]
  `);
  expect(third).toEqual([]);
});

test('nine tables, in 元: the sample', async () => {
  const project = testProject();
  project.edit(DISTRICT_YAML, (text) => text.replace('方案: shanxi', '方案: nine-tables'));
  const { others, third } = await comesBack(project, '003', OFFICE_YAML, NINE);
  expect(others).toEqual([]);
  expect(third).toEqual([]);
});

// A code's 财政专户管理资金, 单位资金 and 上年结转 are printed in one table by fund and in another by 基本支出 and 项目支出:
// where it has both kinds, no table tells which fund is in which.
test('shanxi: units with files of their own', async () => {
  const { others, third } = await unitsComeBack('shanxi', { projects: 'texts' });
  expect(others).toMatchInlineSnapshot(`
    [
      "预算公开表1!12:4 184.76 → 160.5",
      "预算公开表1!12:5 184.75 → 160.5",
      "预算公开表1!12:6 0.01 → ",
      "预算公开表1!36:4 189.86 → 165.6",
      "预算公开表1!36:5 189.85 → 165.6",
      "预算公开表1!36:6 0.01 → ",
      "预算公开表1!37:2 0.01 → ",
      "预算公开表1!38:2 189.86 → 189.85",
      "预算公开表1!38:4 189.86 → 165.6",
      "预算公开表1!38:5 189.85 → 165.6",
      "预算公开表1!38:6 0.01 → ",
      "预算公开表2!6:3 189.85 → 165.6",
      "预算公开表2!6:7 12.5 → ",
      "预算公开表2!6:8 11.75 → ",
      "预算公开表2!6:9 0.01 → ",
      "预算公开表2!7:3 184.75 → 160.5",
      "预算公开表2!7:7 12.5 → ",
      "预算公开表2!7:8 11.75 → ",
      "预算公开表2!7:9 0.01 → ",
      "预算公开表2!8:3 184.75 → 160.5",
      "预算公开表2!8:7 12.5 → ",
      "预算公开表2!8:8 11.75 → ",
      "预算公开表2!8:9 0.01 → ",
      "预算公开表2!9:3 184.75 → 160.5",
      "预算公开表2!9:7 12.5 → ",
      "预算公开表2!9:8 11.75 → ",
      "预算公开表2!9:9 0.01 → ",
      "预算公开表3!6:3 189.86 → 165.6",
      "预算公开表3!6:4 128.85 → 125.6",
      "预算公开表3!6:5 61 → 40",
      "预算公开表3!7:3 184.76 → 160.5",
      "预算公开表3!7:4 123.75 → 120.5",
      "预算公开表3!7:5 61 → 40",
      "预算公开表3!8:3 184.76 → 160.5",
      "预算公开表3!8:4 123.75 → 120.5",
      "预算公开表3!8:5 61 → 40",
      "预算公开表3!9:3 184.76 → 160.5",
      "预算公开表3!9:4 123.75 → 120.5",
      "预算公开表3!9:5 61 → 40",
      "预算公开表3!13:1 注：本表因四舍五入，部分金额可能存在尾差。 → ",
      "预算公开表1!12:4 125.58 → 118.58",
      "预算公开表1!12:5 124.58 → 118.58",
      "预算公开表1!12:6 1 → ",
      "预算公开表1!36:4 135.57 → 128.57",
      "预算公开表1!36:5 134.57 → 128.57",
      "预算公开表1!36:6 1 → ",
      "预算公开表1!37:2 1 → ",
      "预算公开表1!38:2 135.57 → 134.57",
      "预算公开表1!38:4 135.57 → 128.57",
      "预算公开表1!38:5 134.57 → 128.57",
      "预算公开表1!38:6 1 → ",
      "预算公开表2!6:3 134.57 → 128.57",
      "预算公开表2!6:8 6 → ",
      "预算公开表2!6:9 1 → ",
      "预算公开表2!7:3 124.58 → 118.58",
      "预算公开表2!7:8 6 → ",
      "预算公开表2!7:9 1 → ",
      "预算公开表2!8:3 124.58 → 118.58",
      "预算公开表2!8:8 6 → ",
      "预算公开表2!8:9 1 → ",
      "预算公开表2!9:3 124.58 → 118.58",
      "预算公开表2!9:8 6 → ",
      "预算公开表2!9:9 1 → ",
      "预算公开表3!6:3 135.57 → 128.57",
      "预算公开表3!6:5 47.49 → 40.49",
      "预算公开表3!7:3 125.58 → 118.58",
      "预算公开表3!7:5 37.5 → 30.5",
      "预算公开表3!8:3 125.58 → 118.58",
      "预算公开表3!8:5 37.5 → 30.5",
      "预算公开表3!9:3 125.58 → 118.58",
      "预算公开表3!9:5 37.5 → 30.5",
      "预算公开表4!13:4 119.58 → 118.58",
      "预算公开表4!13:5 101.58 → 100.58",
      "预算公开表4!37:4 129.57 → 128.57",
      "预算公开表4!37:5 101.58 → 100.58",
      "预算公开表4!38:2 1 → ",
      "预算公开表4!39:2 1 → ",
      "预算公开表4!42:2 129.57 → 128.57",
      "预算公开表4!42:4 129.57 → 128.57",
      "预算公开表4!42:5 101.58 → 100.58",
      "预算公开表1!12:4 113.22 → 103.33",
      "预算公开表1!12:5 111 → 103.33",
      "预算公开表1!12:6 2.22 → ",
      "预算公开表1!36:4 113.22 → 103.33",
      "预算公开表1!36:5 111 → 103.33",
      "预算公开表1!36:6 2.22 → ",
      "预算公开表1!37:2 2.22 → ",
      "预算公开表1!38:2 113.22 → 111",
      "预算公开表1!38:4 113.22 → 103.33",
      "预算公开表1!38:5 111 → 103.33",
      "预算公开表1!38:6 2.22 → ",
      "预算公开表2!6:3 111 → 103.33",
      "预算公开表2!6:8 7.67 → ",
      "预算公开表2!6:9 2.22 → ",
      "预算公开表2!7:3 111 → 103.33",
      "预算公开表2!7:8 7.67 → ",
      "预算公开表2!7:9 2.22 → ",
      "预算公开表2!8:3 111 → 103.33",
      "预算公开表2!8:8 7.67 → ",
      "预算公开表2!8:9 2.22 → ",
      "预算公开表2!9:3 111 → 103.33",
      "预算公开表2!9:8 7.67 → ",
      "预算公开表2!9:9 2.22 → ",
      "预算公开表3!6:3 113.22 → 103.33",
      "预算公开表3!6:5 43.22 → 33.33",
      "预算公开表3!7:3 113.22 → 103.33",
      "预算公开表3!7:5 43.22 → 33.33",
      "预算公开表3!8:3 113.22 → 103.33",
      "预算公开表3!8:5 43.22 → 33.33",
      "预算公开表3!9:3 113.22 → 103.33",
      "预算公开表3!9:5 43.22 → 33.33",
      "预算公开表4!13:4 105.56 → 103.33",
      "预算公开表4!13:5 105.56 → 103.33",
      "预算公开表4!37:4 105.56 → 103.33",
      "预算公开表4!37:5 105.56 → 103.33",
      "预算公开表4!38:2 2.22 → ",
      "预算公开表4!39:2 2.22 → ",
      "预算公开表4!42:2 105.56 → 103.33",
      "预算公开表4!42:4 105.56 → 103.33",
      "预算公开表4!42:5 105.56 → 103.33",
      "预算公开表4!43:1 注：本表因四舍五入，部分金额可能存在尾差。 → ",
    ]
  `);
  expect(third).toEqual([]);
});

test('nine tables: units with files of their own', async () => {
  const { others, third } = await unitsComeBack('nine-tables', { ...NINE, split: true });
  expect(others).toMatchInlineSnapshot(`
    [
      "2026年预算单位收入预算总表!6:7 237500.5 → 32500.5",
      "2026年预算单位收入预算总表!6:9 5049.51 → ",
      "2026年预算单位收入预算总表!7:7 237500.5 → 32500.5",
      "2026年预算单位收入预算总表!7:9 5049.51 → ",
      "2026年预算单位收入预算总表!8:7 237500.5 → 32500.5",
      "2026年预算单位收入预算总表!8:9 5049.51 → ",
      "2026年预算单位收入预算总表!12:7 237500.5 → 32500.5",
      "2026年预算单位收入预算总表!12:9 5049.51 → ",
      "2026年预算单位收入预算总表!13:1  → 注：本表因四舍五入，部分金额可能存在尾差。",
      "2026年预算单位收入预算总表!6:9 60000 → ",
      "2026年预算单位收入预算总表!7:9 60000 → ",
      "2026年预算单位收入预算总表!8:9 60000 → ",
      "2026年预算单位收入预算总表!12:9 60000 → ",
      "2026年预算单位收入预算总表!13:1  → 注：本表因四舍五入，部分金额可能存在尾差。",
      "2026年预算单位收入预算总表!6:8 66666.67 → ",
      "2026年预算单位收入预算总表!6:9 10000 → ",
      "2026年预算单位收入预算总表!7:8 66666.67 → ",
      "2026年预算单位收入预算总表!7:9 10000 → ",
      "2026年预算单位收入预算总表!8:8 66666.67 → ",
      "2026年预算单位收入预算总表!8:9 10000 → ",
      "2026年预算单位收入预算总表!9:8 66666.67 → ",
      "2026年预算单位收入预算总表!9:9 10000 → ",
      "2026年预算单位收入预算总表!10:1  → 注：本表因四舍五入，部分金额可能存在尾差。",
    ]
  `);
  expect(third).toEqual([]);
});

async function unitsComeBack(profile: string, untold: Untold): Promise<Omit<ComesBack, 'said'>> {
  const project = unitsProject(profile);
  const all: ComesBack[] = [];
  for (const file of UNIT_FILES) all.push(await comesBack(project, file.replace('.yaml', ''), unitYaml(file), untold));
  return { others: all.flatMap(({ others }) => others), third: all.flatMap(({ third }) => third) };
}

function yunnanProject(): TestProject {
  const project = testProject();
  rmSync(project.path('data/2026'), { recursive: true });
  mkdirSync(dirname(project.path('data/2026')), { recursive: true });
  cpSync(join(FIXTURES, '云南'), project.path('data/2026'), { recursive: true });
  return project;
}

test('yunnan: a unit with its own funds', async () => {
  const { others, third } = await comesBack(yunnanProject(), '图书馆', 'data/2026/单位/图书馆.yaml', YUNNAN);
  expect(others).toMatchInlineSnapshot(`
    [
      "预算3表!6:11 6 → ",
      "预算3表!6:12 3.25 → ",
      "预算3表!6:13 1 → ",
      "预算3表!6:15 1.01 → ",
      "预算3表!7:11 6 → ",
      "预算3表!7:12 3.25 → ",
      "预算3表!7:13 1 → ",
      "预算3表!7:15 1.01 → ",
      "预算3表!8:11 6 → ",
      "预算3表!8:12 3.25 → ",
      "预算3表!8:13 1 → ",
      "预算3表!8:15 1.01 → ",
      "预算3表!12:11 6 → ",
      "预算3表!12:12 3.25 → ",
      "预算3表!12:13 1 → ",
      "预算3表!12:15 1.01 → ",
      "预算3表!13:1  → 注：本表因四舍五入，部分金额可能存在尾差。",
    ]
  `);
  expect(third).toEqual([]);
});

test('yunnan: the rich department, as one file', async () => {
  const project = yunnanProject();
  const yaml = 'data/2026/207001-虚构州示例县文化和旅游局.yaml';
  project.edit(yaml, (text) => text.replace(', 定义: 图书馆.yaml', ''));
  const { others, third } = await comesBack(project, '207001', yaml, YUNNAN);
  expect(others).toMatchInlineSnapshot(`
    [
      "预算1表!16:4 677.82 → 677.81",
      "预算1表!18:4 681.32 → 681.31",
      "预算1表!19:1 注：本表因四舍五入，部分金额可能存在尾差。 → ",
      "预算3表!28:3 677.82 → 677.81",
      "预算3表!28:4 479.33 → 479.32",
      "预算3表!28:5 397.33 → 397.32",
      "预算3表!29:1 注：本表因四舍五入，部分金额可能存在尾差。 → ",
      "预算4表!14:4 677.82 → 677.81",
      "预算4表!14:5 479.33 → 479.32",
      "预算4表!19:4 681.32 → 681.31",
      "预算4表!19:5 481.33 → 481.32",
      "预算4表!20:1 注：本表因四舍五入，部分金额可能存在尾差。 → ",
      "预算5表!19:3 464 → 463.99",
      "预算5表!19:4 397.33 → 397.32",
      "预算5表!19:5 337.33 → 337.32",
      "预算5表!20:1 注：本表因四舍五入，部分金额可能存在尾差。 → ",
      "预算7表!18:8 397.33 → 397.32",
      "预算7表!18:9 397.33 → 397.32",
      "预算7表!19:1 注：本表因四舍五入，部分金额可能存在尾差。 → ",
    ]
  `);
  expect(third).toEqual([]);
});
