import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Sheet, SheetRow } from '../../src/writers/xlsx/workbook.js';
import { workbookToXlsx } from '../../src/writers/xlsx/write-workbook.js';
import { commandLine, DISTRICT_YAML, OFFICE, OFFICE_YAML, type TestProject, testProject } from '../cli/command-line.js';
import { typedTree } from '../support/department-files.js';

const LOOK = { font: '宋体', size: 11, align: 'left' } as const;

type Value = string | number | undefined;

const rowOf = (values: readonly Value[]): SheetRow => ({
  cells: values.flatMap((value, column) =>
    value === undefined ? [] : [{ column, value: typeof value === 'number' ? { number: String(value) } : { text: value }, style: LOOK }],
  ),
});

async function writeExport(project: TestProject, sheets: Readonly<Record<string, readonly (readonly Value[])[]>>): Promise<void> {
  const made = Object.entries(sheets).map(
    ([name, rows]): Sheet => ({ name, columns: [{ width: 90 }], rows: rows.map(rowOf), print: { orientation: 'portrait' } }),
  );
  writeFileSync(project.path('导出.xlsx'), await workbookToXlsx({ title: '', author: '', date: '2026-01-01', sheets: made }));
}

interface Typed {
  readonly 收入: unknown;
  readonly 支出: readonly { readonly 科目: string }[];
  readonly 一般公共预算基本支出?: readonly { readonly 科目: string }[];
  readonly 项目?: readonly { readonly 名称: string; readonly 资金?: Record<string, string>; readonly 绩效目标表?: unknown }[];
}
const typed = (project: TestProject): Typed => typedTree(readFileSync(project.path(OFFICE_YAML), 'utf8')) as Typed;
const byCode = <T extends { readonly 科目: string }>(list: readonly T[] = []): T[] =>
  [...list].sort((one, other) => (one.科目 < other.科目 ? -1 : 1));

test('tables as published come back into the file, and the same tables are published again', async () => {
  const project = testProject();
  project.edit(DISTRICT_YAML, (text) => text.replace('方案: shanxi', '方案: nine-tables'));
  const wanted = typed(project);
  expect((await commandLine(project, ['build-doc', '003', '--draft'])).exitCode).toBe(0);
  const tables = `out/2026/${OFFICE}/${OFFICE}-2026年部门预算草稿表.xlsx`;
  const published = readFileSync(project.path(tables));
  project.edit(OFFICE_YAML, (text) =>
    text
      .replace(/^ {2}一般公共预算: 12627960.91$/m, '  一般公共预算: 1')
      .replace(/^ {2}- 科目: 2101101[\s\S]*?(?=^ {2}- 科目: 2210201)/m, '')
      .replace('{科目: 30102, 金额: 663600}', '{科目: 30102, 金额: 5}'),
  );
  const { stderr, exitCode } = await commandLine(project, ['import', tables, '--yes']);
  expect(stderr).toContain('按“公开的九张表”读入');
  expect(exitCode, stderr).toBe(0);
  expect(byCode(typed(project).支出)).toEqual(byCode(wanted.支出));
  expect(byCode(typed(project).一般公共预算基本支出)).toEqual(byCode(wanted.一般公共预算基本支出));
  expect(typed(project).收入).toEqual(wanted.收入);
  expect((await commandLine(project, ['build-doc', '003', '--draft'])).exitCode).toBe(0);
  expect(readFileSync(project.path(tables)).equals(published)).toBe(true);
});

const HEAD = [
  '预算单位',
  '项目编码',
  '项目名称',
  '项目类别',
  '支出功能分类',
  '部门预算经济分类',
  '政府预算经济分类',
  '资金性质',
  '金额（元）',
];
const LINES = [
  ['003', '1', '工资', '人员类', '2010301-行政运行', '30101 基本工资', '50101', '一般公共预算拨款', 1_567_400],
  ['003', '1', '工资', '人员类', '2010301-行政运行', '30101 基本工资', '50101', '一般公共预算拨款', 1000.5],
  ['003', '2', '政府印刷费（政府办）', '特定目标类', '2010303', '30202', '50201', '一般公共预算', '800,000.00'],
  ['003', '2', '政府印刷费（政府办）', '特定目标类', '2010303', '30202', '50201', '单位资金', 0.1],
  ['003', '3', '说不清的', '另类', '2010303', '30202', '50201', '一般公共预算', 7],
  [undefined, undefined, '合计', undefined, undefined, undefined, undefined, undefined, 2_368_407.6],
];

test('lines of detail are added up by code, fund and project; what was not understood is listed', async () => {
  const project = testProject();
  await writeExport(project, { 明细: [['2026年部门预算明细'], HEAD, ...LINES] });
  const { stderr, exitCode } = await commandLine(project, ['import', '导出.xlsx', '--yes']);
  expect(stderr).toContain('按“明细”读入：1 张表');
  expect(stderr).toMatch(/明细!A7 提醒 import-not-understood\n {2}这一行没有导入：.*说不清的.*金额 7。/);
  expect(stderr.match(/import-not-understood/g)).toHaveLength(1);
  expect(exitCode, stderr).toBe(0);
  const { 支出: expenditure, 项目: projects, 一般公共预算基本支出: economic } = typed(project);
  expect(byCode(expenditure)).toEqual([
    { 科目: '2010301', 基本支出: { 一般公共预算: '1568400.5' } },
    { 科目: '2010303', 项目支出: { 一般公共预算: '800000', 单位资金: '0.1' } },
  ]);
  expect(economic).toEqual([{ 科目: '30101', 金额: '1568400.5' }]);
  const printing = projects?.find(({ 名称: name }) => name === '政府印刷费（政府办）');
  expect(printing).toMatchObject({ 资金: { 一般公共预算: '800000', 单位资金: '0.1' } });
  expect(printing?.绩效目标表).toBeDefined();
});

test.each([
  ['no unit', [HEAD.map((one) => one.replace('（元）', '')), ...LINES], /错误 import-unit\n {2}“明细”没有写金额单位，不能猜。/],
  ['both units', [['单位：万元'], HEAD, ...LINES], /错误 import-unit/],
  [
    'less than a 分',
    [HEAD, ['003', '1', '工资', '人员类', '2010301', '30101', '50101', '一般公共预算', 1.234]],
    /错误 cell-unreadable\n {2}金额“1.234”/,
  ],
])('an export with %s is refused, and nothing is written', async (_, rows, said) => {
  const project = testProject();
  const before = readFileSync(project.path(OFFICE_YAML), 'utf8');
  await writeExport(project, { 明细: rows as Value[][] });
  const { stderr, exitCode } = await commandLine(project, ['import', '导出.xlsx', '--yes']);
  expect(stderr).toMatch(said);
  expect(exitCode).toBe(1);
  expect(readFileSync(project.path(OFFICE_YAML), 'utf8')).toBe(before);
});

test('a district writes a map of its own', async () => {
  const project = testProject();
  project.write(
    'data/2026/方案/导入.yaml',
    '对照:\n  - 名称: 本区的表\n    单位: 万元\n    表:\n      - 栏: {编码: [类款项], 数: [安排数]}\n        写入: [{金额: 数, 到: "支出[科目={编码}]/基本支出/一般公共预算"}]\n',
  );
  await writeExport(project, {
    表: [
      ['类款项', '安排数'],
      ['2010301', 223.2],
    ],
  });
  const { stderr } = await commandLine(project, ['import', '导出.xlsx']);
  expect(stderr).toContain('按“本区的表”读入');
  expect(stderr).not.toContain('支出/2010301/基本支出/一般公共预算');
});
