import { readFileSync, writeFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Document } from '../../src/document/document.js';
import { readDepartment } from '../../src/input/read-department.js';
import { makeShelf } from '../../src/input/shelf.js';
import { buildDocument } from '../../src/pipeline.js';
import { cellName } from '../../src/spreadsheet/cells.js';
import { publishedSheets } from '../../src/writers/xlsx/index.js';
import type { Sheet, SheetRow } from '../../src/writers/xlsx/workbook.js';
import { workbookToXlsx } from '../../src/writers/xlsx/write-workbook.js';
import { commandLine, DISTRICT_YAML, OFFICE, OFFICE_YAML, type TestProject, testEnvironment, testProject } from '../cli/command-line.js';
import { typedTree } from '../support/department-files.js';
import { DEPARTMENT_YAML, unitsProject } from '../units/support.js';

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
      .replace('金额: 663600', '金额: 5'),
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

// The kind of a district's platform: eighteen sheets, titles in row 2, «编制部门：… 单位：元» in row 4, heads of two merged rows,
// codes in three columns or in one, empty columns far to the right, a sheet's name that ends with a blank, amounts as texts.

type Head = readonly (readonly [title: string, ...below: string[]])[];

const styled = (column: number, value: Value, columnSpan = 1): SheetRow['cells'][number] => ({
  column,
  columnSpan,
  style: LOOK,
  ...(value !== undefined && { value: typeof value === 'number' ? { number: String(value) } : { text: value } }),
});

/** One sheet as the platform writes it; `wide` reaches to its 256th column. */
function platformSheet(name: string, title: string, head: Head, rows: readonly (readonly Value[])[], unit = '元'): Sheet {
  const places = head.map(([, ...below], index) => ({
    at: head.slice(0, index).reduce((sum, [, ...before]) => sum + Math.max(1, before.length), 0),
    span: Math.max(1, below.length),
  }));
  const upper = head.map(([over], index) => styled(places[index]?.at ?? 0, over, places[index]?.span));
  const lower = head.flatMap(([, ...below], index) => below.map((text, part) => styled((places[index]?.at ?? 0) + part, text)));
  const wide = { column: 255, style: LOOK };
  return {
    name,
    columns: Array.from({ length: 256 }, () => ({ width: 60 })),
    rows: [
      { cells: [wide] },
      { cells: [styled(0, `2026年${title}`, 4)] },
      { cells: [] },
      { cells: [styled(0, `编制部门：朔州市平鲁区人民政府办公室          单位：${unit}`, 4)] },
      { cells: upper },
      { cells: lower },
      ...rows.map((row) => ({ cells: row.flatMap((value, column) => (value === undefined ? [] : [styled(column, value)])) })),
    ],
    print: { orientation: 'landscape' },
  };
}

const THREE: Head = [['功能分类科目编码', '类', '款', '项'], ['功能分类科目名称'], ['一般公共预算支出', '合计', '基本支出', '项目支出']];
const REVENUE: Head = [['功能分类科目编码', '类', '款', '项'], ['功能分类科目名称'], ['收入预算', '合计', '财政拨款收入', '事业收入']];
const PLATFORM: readonly Sheet[] = [
  platformSheet(
    '01收支总表',
    '部门财务收支预算总表',
    [
      ['本年收入', '项目', '预算数'],
      ['本年支出', '项目', '预算数'],
    ],
    [
      ['一、财政拨款收入', '1300.5', '一、一般公共服务支出', 1300.5],
      ['1.一般公共预算', '1300.50'],
      ['2.政府性基金预算', 0],
      ['二、事业收入', '1,000'],
      ['收入总计', 2300.5, '支出总计', 2300.5],
    ],
  ),
  platformSheet('02收入总表', '部门收入预算总表', REVENUE, [['201', undefined, undefined, '一般公共服务支出', 2300.5, 1300.5, 1000]]),
  platformSheet('05功能分类 ', '部门一般公共预算支出功能分类预算表', THREE, [
    ['201', undefined, undefined, '一般公共服务支出', 1300.5, '1000.50', '300'],
    ['201', '3', undefined, '政府办公厅（室）及相关机构事务', 1300.5, '1000.50', '300'],
    [201, 3, 1, '行政运行', 1000.5, '1000.50'],
    ['201', '03', '03', '机关服务', '300', undefined, 300],
    [undefined, undefined, undefined, '合计', 1300.5, 1000.5, 300],
  ]),
  platformSheet(
    '06基金',
    '部门政府性基金预算支出功能分类预算表',
    [['科目编码'], ['科目名称'], ['政府性基金预算支出', '合计', '基本支出', '项目支出']],
    [
      ['212', '城乡社区支出', 70, undefined, 70],
      ['2120803', '城市建设支出', 70, undefined, '70'],
      ['合计', undefined, 80, undefined, 80],
    ],
  ),
  platformSheet(
    '08经济分类',
    '部门一般公共预算基本支出部门预算经济分类预算表',
    [['经济分类科目编码', '类', '款'], ['经济分类科目名称'], ['一般公共预算基本支出', '合计', '人员经费', '公用经费']],
    [
      ['301', undefined, '工资福利支出', 900, 900],
      ['301', '01', '基本工资', 900, '900'],
      ['302', '1', '办公费', 100.5, undefined, '100.50'],
    ],
  ),
  platformSheet(
    '09三公',
    '部门“三公”经费预算表',
    [['因公出国（境）费'], ['公务接待费'], ['公务用车购置及运行费', '小计', '购置费', '运行费']],
    [[0, '6', 8, 0, 8]],
    '元',
  ),
  platformSheet(
    '10项目',
    '部门项目支出预算表',
    [['项目名称'], ['项目类别'], ['资金来源', '合计', '一般公共预算', '政府性基金预算', '国有资本经营预算']],
    [
      ['政府印刷费（政府办）', '特定目标类项目', 370, 300, '70'],
      ['合计', undefined, 370, 300, 70],
    ],
  ),
  platformSheet(
    '11采购',
    '部门政府采购预算表',
    [['采购类别'], ['采购预算', '合计']],
    [
      ['货物', 120],
      ['服务', '30.5'],
    ],
  ),
  ...Array.from({ length: 10 }, (_, index) =>
    platformSheet(`${index + 12}其他`, `其他表${index}`, [['单位名称'], ['人数']], [['本级', 7]]),
  ),
];

test('the eighteen sheets of a platform: each amount at its place, and what is not understood is listed', async () => {
  const project = testProject();
  expect(PLATFORM).toHaveLength(18);
  writeFileSync(project.path('导出.xlsx'), await workbookToXlsx({ title: '', author: '', date: '2026-01-01', sheets: PLATFORM }));
  const { stderr, exitCode } = await commandLine(project, ['import', '--from', '导出.xlsx', '--department', '003', '--yes']);
  expect(exitCode, stderr).toBe(0);
  expect(stderr).toContain('按“一体化系统的十八张表”读入：7 张表');
  expect(stderr).toContain('收入/政府性基金预算、收入/国有资本经营预算');
  expect(stderr).toMatch(/06基金!A9 提醒 import-sum-differs\n {2}.*合计“项目支出”印 80，相加 70元/);
  expect(stderr).toMatch(/这些工作表没有用到：02收入总表、12其他、.*21其他。/);
  const { 收入: revenue, 支出: expenditure, 一般公共预算基本支出: economic, 项目: projects, ...others } = typed(project);
  expect(revenue).toEqual({ 一般公共预算: '1300.5', 单位资金: { 事业收入: '1000' } });
  expect(byCode(expenditure)).toEqual([
    { 科目: '2010301', 基本支出: { 一般公共预算: '1000.5' } },
    { 科目: '2010303', 项目支出: { 一般公共预算: '300' } },
    { 科目: '2120803', 项目支出: { 政府性基金预算: '70' } },
  ]);
  expect(economic).toEqual([
    { 科目: '30101', 金额: '900' },
    { 科目: '30201', 金额: '100.5' },
  ]);
  expect(projects?.find(({ 名称: name }) => name === '政府印刷费（政府办）')).toMatchObject({
    类别: '特定目标类',
    资金: { 一般公共预算: '300', 政府性基金预算: '70' },
  });
  expect(others).toMatchObject({
    三公经费: { 公务接待费: { 本年: { 一般公共预算: '6' } }, 公务用车运行维护费: { 本年: { 一般公共预算: '8' } } },
    政府采购: { 货物: '120', 服务: '30.5' },
  });
});

test('rows of other units in lines of detail are not this department’s', async () => {
  const project = testProject();
  const others = LINES.slice(0, 1).map((line) => ['004', ...line.slice(1)]);
  await writeExport(project, { 明细: [HEAD, ...LINES, ...others] });
  const { stderr } = await commandLine(project, ['import', '导出.xlsx', '--department', '003', '--yes']);
  expect(stderr).toMatch(/明细!A8 提醒 import-not-understood\n {2}别的单位的行没有导入：004。/);
  expect(typed(project).一般公共预算基本支出).toEqual([{ 科目: '30101', 金额: '1568400.5' }]);
});

test('sums of a department are not taken into its own part where its units have files', async () => {
  const project = unitsProject('nine-tables');
  const sheets = PLATFORM.filter(({ name }) => name === '08经济分类');
  writeFileSync(project.path('导出.xlsx'), await workbookToXlsx({ title: '', author: '', date: '2026-01-01', sheets }));
  const { stderr, exitCode } = await commandLine(project, ['import', '导出.xlsx', '--department', DEPARTMENT_YAML, '--yes']);
  expect(stderr).toContain('错误 import-sums-units\n  部门的表是汇总数，包括有自己文件的单位');
  expect(exitCode).toBe(1);
});

test.each([
  ['a row', (xml: string) => xml.replace('<row r="4"', '<row r="4" hidden="1"')],
  ['a column', (xml: string) => xml.replace(/<cols>.*<\/cols>/, '<cols><col min="8" max="9" width="9" hidden="1"/></cols>')],
])('what is taken from %s that is hidden is said', async (_, hide) => {
  const project = testProject();
  await writeExport(project, { 明细: [HEAD, ...LINES] });
  const parts = unzipSync(readFileSync(project.path('导出.xlsx')));
  const part = 'xl/worksheets/sheet1.xml';
  const before = strFromU8(parts[part] ?? new Uint8Array());
  expect(hide(before)).not.toBe(before);
  writeFileSync(project.path('导出.xlsx'), zipSync({ ...parts, [part]: strToU8(hide(before)) }));
  const { stderr } = await commandLine(project, ['import', '导出.xlsx', '--department', '003']);
  expect(stderr).toMatch(/明细!I\d 提醒 import-hidden\n {2}有 \d 格的内容在隐藏的（或筛选掉的）行、列里，也读入了：明细!I/);
});

test.each([
  [['import'], '没有写要导入的文件'],
  [['import', '一.xlsx', '--from', '二.xlsx'], '写了两个文件'],
])('%j names one file or is asked back', async (argv, said) => {
  const { stderr, exitCode } = await commandLine(testProject(), argv);
  expect(stderr).toContain(said);
  expect(exitCode).toBe(2);
});

/** The tables that the office publishes, changed on the way: «sheet!cell» with what it says instead. */
async function published(project: TestProject, changes: Readonly<Record<string, string>>): Promise<void> {
  const environment = testEnvironment(project);
  const { document } = buildDocument(readDepartment(project.path(OFFICE_YAML), makeShelf(environment), environment));
  const sheets = publishedSheets(document as Document).map(({ sheet }) => ({
    ...sheet,
    rows: sheet.rows.map((row, at) => ({
      ...row,
      cells: row.cells.map((cell) => {
        const said = changes[`${sheet.name}!${cellName(at, cell.column)}`];
        return said === undefined ? cell : { ...cell, value: { number: said } };
      }),
    })),
  }));
  writeFileSync(project.path('公开表.xlsx'), await workbookToXlsx({ title: '', author: '', date: '2026-01-01', sheets }));
}

test('a total that rounding parts from its parts is taken as it was published; one that differs by more never is', async () => {
  const project = testProject();
  const rounded = (text: string) =>
    text
      .replace(/404640/g, '404600')
      .replace(/73440/g, '73400')
      .replace('12627960.91', '12628000');
  await published(project, {});
  project.edit(OFFICE_YAML, (text) =>
    rounded(text)
      .replace('7205080.91', '7205100')
      .replace(/^核对数:[\s\S]*?(?=^#)/m, ''),
  );
  expect((await commandLine(project, ['import', '公开表.xlsx', '--yes'])).stderr).toContain('逐格相同');
  const totals = (typed(project) as { 公布数?: readonly object[] }).公布数;
  expect(totals).toEqual([
    { 表: '支出', 科目: '20805', 性质: '基本支出', 资金: '一般公共预算', 时段: '当年', 金额: '478100' },
    { 表: '基本支出经济分类', 经费: '人员经费', 金额: '3735900' },
  ]);
  expect((await commandLine(project, ['check', '003'])).stderr).not.toMatch(
    /table-sums-exact|published-totals|basic-expenditure|revenue-equals/,
  );
  await published(project, { '预算公开表5!D14': '47.82' });
  const { stderr } = await commandLine(project, ['import', '公开表.xlsx', '--yes']);
  expect(stderr).toMatch(
    /提醒 import-cells-differ\n.*预算公开表5!D14 印 478,200.00元，现在是 478,000.00元（支出\/20805\/基本支出\/一般公共预算\/当年）/,
  );
});

test('amounts of which the tables print sums only are asked for by their keys', async () => {
  const project = testProject();
  const own =
    '  - 科目: "2010301"\n    基本支出: {一般公共预算: 2232000, 单位资金: 100}\n    项目支出: {单位资金: 200, 财政专户管理资金: 300}\n';
  project.edit(OFFICE_YAML, (text) =>
    text
      .replace('  一般公共预算: 12627960.91', '  一般公共预算: 12627960.91\n  单位资金: 300\n  财政专户管理资金: 300')
      .replace(/ {2}- 科目: 2010301[\s\S]*?(?= {2}- 科目: 2010303)/, own),
  );
  await published(project, {});
  project.edit(OFFICE_YAML, (text) =>
    text.replace(', 单位资金: 100', '').replace('{单位资金: 200, 财政专户管理资金: 300}', '{财政专户管理资金: 1}'),
  );
  const { stderr } = await commandLine(project, ['import', '公开表.xlsx', '--yes']);
  expect(stderr).toMatch(
    /提醒 import-untold\n {2}这几处各是多少，表里只有合起来的数：支出\/2010301\/基本支出\/单位资金、.*支出\/2010301\/项目支出\/单位资金/,
  );
});
