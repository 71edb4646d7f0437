import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formLayout } from '../../src/features/excel/form-layout.js';
import { formWorkbook } from '../../src/features/excel/form-workbook.js';
import { profileAsks } from '../../src/features/excel/profile-asks.js';
import { departmentYaml, EXAMPLE_FOLDER } from '../../src/features/init/department-yaml.js';
import type { Sheet, SheetCell, Workbook } from '../../src/writers/xlsx/workbook.js';
import { classifications } from '../support/classifications.js';
import { shelf, typedTree } from '../support/department-files.js';
import { FULL } from './filled-form.js';

const formAt = (path: string): Workbook => {
  const tree = typedTree(readFileSync(path, 'utf8'));
  return formWorkbook({ tree, unit: '元', year: '2026', code: '207', name: '示例局', classifications, ...profileAsks(path, shelf) });
};
const sheetOf = (form: Workbook, name: string): Sheet => {
  const sheet = form.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(name);
  return sheet;
};
const textOf = (cell: SheetCell | undefined): string => (cell?.value && 'text' in cell.value ? cell.value.text : '');

describe.each([
  ['山西', FULL],
  ['云南', 'tests/profile/fixtures/云南/207001-虚构州示例县文化和旅游局.yaml'],
  ['北京', 'tests/profile/fixtures/北京/207001-虚构市示例区文化和旅游局.yaml'],
])('the form of %s', (_, path) => {
  const form = formAt(path);

  it('offers the names of projects, and the indicators that the profile prints', () => {
    const offers = sheetOf(form, '绩效').offers ?? [];
    const owners = offers.filter(({ note }) => note?.title === '所属项目').map(({ values }) => values);
    expect(owners).toHaveLength(2);
    for (const values of owners) expect(values).toMatch(/^项目!\$A\$4:\$A\$\d+$/);
    const [first, second] = ['一级指标', '二级指标'].map((title) => offers.find(({ note }) => note?.title === title)?.values);
    expect(first).toEqual(['产出指标', '效益指标', '满意度指标']);
    expect(second).toContain('数量指标');
  });

  it('says nothing of the file, nor of a unit that may be changed', () => {
    const notes = form.sheets.flatMap(({ name, offers = [], rows }) =>
      name === '说明' ? [] : [...offers.map(({ note }) => note?.text ?? ''), ...rows.map(({ cells }) => textOf(cells[2]))],
    );
    expect(notes.filter((note) => /（(?:万?元)）|\{\S+:|templates\/|data\/|: 无|键/.test(note))).toEqual([]);
  });

  it('leaves every cell of a list’s rows unlocked, so that a row can be deleted', () => {
    const sheet = sheetOf(form, '支出');
    const locked = sheet.rows.slice(3, -1).flatMap(({ cells }) => cells.filter(({ style }) => style.isUnlocked !== true));
    expect(locked).toEqual([]);
    expect([sheet.beyond, ...sheet.columns.map(({ style }) => style)].every((style) => style?.isUnlocked)).toBe(true);
  });

  it('is printed in columns that can be read', () => {
    const { print, columns } = sheetOf(form, '支出');
    const width = columns.reduce((sum, one) => sum + (one.isHidden ? 0 : one.width), 0);
    expect(width / (print.pagesWide ?? 1)).toBeLessThan(1200);
    expect(print).toMatchObject({ titleRows: [1, 3], titleColumns: 1 });
  });
});

it('shows last year’s money of 一般公共预算, and amounts with two decimals, counts with none', () => {
  const form = formAt(FULL);
  const { rows, columns } = sheetOf(form, '支出');
  const at = rows[2]?.cells.findIndex((cell) => textOf(cell) === '项目支出／上年结转／一般公共预算') ?? -1;
  expect(columns[at]?.isHidden).toBe(false);
  const formats = (name: string, label: string) =>
    sheetOf(form, name).rows.find(({ cells }) => textOf(cells[0]) === label)?.cells[1]?.style.format;
  expect(formats('收入', '收入／一般公共预算')).toBe('#,##0.00####');
  expect(formats('采购与资产', '国有资产／车辆编制')).toBe('#,##0');
});

it('marks what is still an example, and a unit that was changed', () => {
  const tree = typedTree(departmentYaml({ name: '示例局', code: '105', year: '2026', kind: '行政' }, EXAMPLE_FOLDER));
  const form = formWorkbook({ tree, unit: '元', year: '2026', code: '105', name: '示例局', classifications });
  expect(sheetOf(form, '职责').alarms?.[0]?.formula).toMatch(/^A\d+="负责本部门职责范围内的工作。"$/);
  expect(sheetOf(form, '支出').alarms?.[0]?.formula).toMatch(/^AND\(A4<>"",COUNTIF\(B4:[A-Z]+4,">0"\)\+COUNTIF\(B4:[A-Z]+4,"<0"\)=0\)$/);
  expect(sheetOf(form, '基本信息').alarms).toEqual([{ range: 'B3', formula: 'B3<>"元"' }]);
});

it('tells in the sheet of balances the unit that is chosen now, and amounts that are texts', () => {
  const { rows } = sheetOf(formAt(FULL), '收支平衡');
  expect(rows[0]?.cells[0]?.value).toEqual({ formula: '"收支平衡（单位："&基本信息!$B$3&"）：差额变红的，还不相等"' });
  const texts = rows.at(-1)?.cells.at(-1)?.value;
  expect(texts && 'formula' in texts && texts.formula).toMatch(/SUMPRODUCT\(ISTEXT\(支出!D4:D\d+\)\*\(支出!D4:D\d+<>"无"\)\)/);
});

it('carries a date, whatever its folder is called', () => {
  const about = { tree: {}, unit: '元', code: '207', name: '示例局', classifications } as const;
  expect(formWorkbook({ ...about, year: '2027' }).date).toBe('2027-01-01');
  expect(formWorkbook({ ...about, year: '示例' }).date).toMatch(/^\d{4}-01-01$/);
});

it('gives every cell one kind of note: what stands for a section says where its parts are', () => {
  const whole = formLayout('元').flatMap(({ blocks }) => blocks.flatMap(({ leaves }) => leaves.filter(({ isWhole }) => isWhole)));
  expect(whole.length).toBeGreaterThan(5);
  for (const { note } of whole) expect(note).toMatch(/有的，这一格空着，填在(下面的表|它的各项)里。$/);
});
