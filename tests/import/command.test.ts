import { readFileSync, writeFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { importWorkbook } from '../../src/features/import/command.js';
import type { Sheet } from '../../src/writers/xlsx/workbook.js';
import { workbookToXlsx } from '../../src/writers/xlsx/write-workbook.js';
import { commandLine, OFFICE, OFFICE_YAML, type TestProject, testEnvironment, testProject } from '../cli/command-line.js';

const FORM = `填报/2026/${OFFICE}.xlsx`;

const LOOK = { font: '宋体', size: 11, align: 'left' } as const;
const STRANGE: Sheet = {
  name: '花名册',
  columns: [{ width: 100 }],
  rows: [{ cells: [{ column: 0, value: { text: '姓名' }, style: LOOK }] }],
  print: { orientation: 'portrait' },
};

/** Changes the markup of one sheet of a workbook. */
function editSheet(project: TestProject, sheet: string, change: (xml: string) => string): void {
  const parts = unzipSync(readFileSync(project.path(FORM)));
  const names = [...strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array()).matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name);
  const part = `xl/worksheets/sheet${names.indexOf(sheet) + 1}.xml`;
  const before = strFromU8(parts[part] ?? new Uint8Array());
  const after = change(before);
  if (after === before) throw new Error(`nothing changed on ${sheet}`);
  parts[part] = strToU8(after);
  writeFileSync(project.path(FORM), zipSync(parts));
}

let form: Buffer | undefined;

/** A project with the office's form, which is written once for all tests. */
const asked = async (): Promise<TestProject> => {
  const project = testProject();
  if (form) {
    project.write(FORM, '');
    writeFileSync(project.path(FORM), form);
    return project;
  }
  const { exitCode, stderr } = await commandLine(project, ['excel', '003']);
  expect(stderr).toContain(`已写 ${FORM}`);
  expect(exitCode).toBe(0);
  form = readFileSync(project.path(FORM));
  return project;
};
const take = (project: TestProject, ...more: string[]) => commandLine(project, ['import', FORM, ...more]);

test('a form that nobody touched changes nothing', async () => {
  const project = await asked();
  const before = readFileSync(project.path(OFFICE_YAML), 'utf8');
  const { exitCode, stderr } = await take(project, '--yes');
  expect(stderr).toContain(`与 ${OFFICE_YAML} 相同，没有改动。`);
  expect(exitCode).toBe(0);
  expect(readFileSync(project.path(OFFICE_YAML), 'utf8')).toBe(before);
});

test('a changed amount is shown, and written only when that is said', async () => {
  const project = await asked();
  const before = readFileSync(project.path(OFFICE_YAML), 'utf8');
  editSheet(project, '支出', (xml) => xml.replace('<v>7205080.91</v>', '<v>7205080.92</v>'));
  const shown = await take(project);
  expect(shown.stderr).toContain('有 1 处改动：\n  支出/2010303/项目支出/一般公共预算：7,205,080.91 → 7,205,080.92\n');
  expect(shown.stderr).toContain('没有写入：核对上面的改动，加 --yes 写入。');
  expect(readFileSync(project.path(OFFICE_YAML), 'utf8')).toBe(before);
  expect((await take(project, '--yes')).stderr).toContain(`已写入 ${OFFICE_YAML}。`);
  expect(readFileSync(project.path(OFFICE_YAML), 'utf8')).toBe(before.replace('7205080.91', '7205080.92'));
});

test('a department that has no file yet gets one', async () => {
  const project = await asked();
  editSheet(project, '基本信息', (xml) => xml.replace('>003<', '>004<').replace('平鲁区人民政府办公室', '平鲁区新设局'));
  expect((await take(project, '--yes')).stderr).toContain('已写入 data/2026/004-朔州市平鲁区新设局.yaml。');
  expect(readFileSync(project.path('data/2026/004-朔州市平鲁区新设局.yaml'), 'utf8')).toContain('代码: "004"');
});

test('a code that is another department’s, or nobody’s, is asked about before anything is made', async () => {
  const project = await asked();
  editSheet(project, '基本信息', (xml) => xml.replace('>003<', '>004<'));
  const { exitCode, stderr } = await take(project, '--yes');
  expect(stderr).toMatch(/错误 import-target\n {2}没有代码是 004 的部门；“朔州市平鲁区人民政府办公室”的代码是 003/);
  expect(exitCode).toBe(1);

  editSheet(project, '基本信息', (xml) => xml.replace('平鲁区人民政府办公室', '平鲁区新设局'));
  const { stderr: asksFirst } = await take(project);
  expect(asksFirst).toMatch(
    /提醒 import-target\n {2}没有代码是 004 的部门，将新建 data\/2026\/004-.*；这份填报表是为 003（朔州市平鲁区人民政府办公室）写出的。/,
  );

  project.write('data/2026/004-朔州市平鲁区新设局.yaml', readFileSync(project.path(OFFICE_YAML), 'utf8').replace('"003"', '"004"'));
  expect((await take(project, '--yes')).stderr).toMatch(
    /错误 import-target\n {2}这份填报表是为 003.*部门代码却写成了 004：导入会改写另一个部门/,
  );
});

test('a form with content that was not imported is not written over', async () => {
  const project = await asked();
  editSheet(project, '支出', (xml) => xml.replace('<v>7205080.91</v>', '<v>1</v>'));
  const { exitCode, stderr } = await commandLine(project, ['excel', '003']);
  expect(stderr).toContain('错误 form-in-the-way');
  expect(exitCode).toBe(1);
  expect((await commandLine(project, ['excel', '003', '--force'])).exitCode).toBe(0);
});

const AMOUNT = /<c r="(\w+)" s="\d+"><v>7205080.91<\/v><\/c>/;
const FIRST_LABEL = (label: string) => new RegExp(`(<t xml:space="preserve">)${label}(</t>)`);

/** A change of a sheet, and what is said of it. */
const MISTAKES: readonly (readonly [code: string, sheet: string, change: (xml: string) => string, said: RegExp])[] = [
  [
    'cell-unreadable',
    '支出',
    (xml) => xml.replace(AMOUNT, '<c r="$1" t="e"><v>#REF!</v></c>'),
    /支出![A-Z]+\d+ 错误 cell-unreadable\n {2}这一格是错误值“#REF!”，不是数。/,
  ],
  ['cell-unreadable', '支出', (xml) => xml.replace(AMOUNT, '<c r="$1"><f>[1]甲!A1</f></c>'), /这一格是公式，没有算出结果。/],
  ['amount-invalid', '支出', (xml) => xml.replace('<v>7205080.91</v>', '<v>7205080.914</v>'), /支出![A-Z]+\d+ 错误 amount-invalid/],
  ['amount-invalid', '支出', (xml) => xml.replace(AMOUNT, '<c r="$1" t="inlineStr"><is><t>720.50万元</t></is></c>'), /金额中不能写单位/],
  [
    'form-column-missing',
    '支出',
    (xml) => xml.replace(FIRST_LABEL('基本支出／一般公共预算'), '$1$2'),
    /缺少“基本支出／一般公共预算”这一栏/,
  ],
  ['form-column-unknown', '支出', (xml) => xml.replace(FIRST_LABEL('用途'), '$1主要用途$2'), /缺少“用途”这一栏/],
  ['form-header-missing', '经济分类', (xml) => xml.replace(/<row r="3".*?<\/row>/, ''), /“【一般公共预算基本支出】”下面没有表头。/],
  [
    'form-label-unknown',
    '收入',
    (xml) => xml.replace(FIRST_LABEL('收入／一般公共预算'), '$1收入／一般公共预祘$2'),
    /不认识“收入／一般公共预祘”。\n {2}提示：是否为“收入／一般公共预算”？/,
  ],
  ['form-owner-unknown', '绩效', (xml) => xml.replace(FIRST_LABEL('政府印刷费（政府办）'), '$1别的项目$2'), /“项目”里没有“别的项目”。/],
  [
    'form-stated-twice',
    '三公',
    (xml) => xml.replace(/(<c r="B3" s="\d+")\/>/, '$1 t="inlineStr"><is><t>无</t></is></c>'),
    /“三公经费／本年”|既写了整项，又写了其中的各项。/,
  ],
  [
    'form-cell-outside',
    '经济分类',
    (xml) => xml.replace(/(<row r="4"[^>]*>.*?)(<\/row>)/, '$1<c r="Z4" t="inlineStr"><is><t>多出来的</t></is></c>$2'),
    /经济分类!Z4 错误 form-cell-outside/,
  ],
  ['import-target', '基本信息', (xml) => xml.replace('>003<', '>3<'), /部门代码“3”不对/],
];

describe('what cannot be taken is said with its cell, and nothing is written', () => {
  test.each(MISTAKES)('%s on %s', async (code, sheet, change, said) => {
    const project = await asked();
    const before = readFileSync(project.path(OFFICE_YAML), 'utf8');
    editSheet(project, sheet, change);
    const { exitCode, stderr } = await take(project, '--yes');
    if (code !== 'form-column-unknown') expect(stderr).toContain(code);
    expect(stderr).toMatch(said);
    expect(exitCode).toBe(1);
    expect(readFileSync(project.path(OFFICE_YAML), 'utf8')).toBe(before);
  });
});

test('asks, and takes «no» for an answer', async () => {
  const project = await asked();
  const before = readFileSync(project.path(OFFICE_YAML), 'utf8');
  editSheet(project, '支出', (xml) => xml.replace('<v>7205080.91</v>', '<v>7205080.92</v>'));
  const lines: string[] = [];
  const request = { command: 'import', file: FORM, yes: false } as const;
  const environment = testEnvironment(project, { say: (line) => lines.push(line) });
  expect(
    await importWorkbook(request, environment, async ({ changesFigures }) => {
      expect(changesFigures).toBe(true);
      return 'no';
    }),
  ).toBe(1);
  expect(lines.at(-1)).toBe('没有写入。');
  expect(readFileSync(project.path(OFFICE_YAML), 'utf8')).toBe(before);
});

test('a file that is no workbook', async () => {
  const project = testProject();
  project.write('别的.xlsx', '不是表格');
  const { exitCode, stderr } = await commandLine(project, ['import', '别的.xlsx']);
  expect(stderr).toContain('错误 workbook-unreadable\n  “别的.xlsx”读不了：它不是 Excel 文件。');
  expect(exitCode).toBe(1);
});

test('a workbook that is neither a form nor any known export', async () => {
  const project = testProject();
  writeFileSync(project.path('别的.xlsx'), await workbookToXlsx({ title: '', author: '', date: '2026-01-01', sheets: [STRANGE] }));
  const { exitCode, stderr } = await commandLine(project, ['import', '别的.xlsx']);
  expect(stderr).toContain('错误 import-not-understood');
  expect(exitCode).toBe(1);
});
