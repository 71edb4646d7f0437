import { expect, test } from 'vitest';
import { listedUnits, statedDepartment } from '../../src/definition/stated-department.js';

const file = (text: string) => ({ name: '预算.yaml', bytes: new TextEncoder().encode(text) });

test.each([
  ['first of all', '部门:\n  代码: "003"\n  名称: 办公室\n职责: [办公]\n'],
  ['in the middle, with remarks', '金额单位: 元\n部门:   # 名称照三定方案\n# 代码\n  代码: 003\n\n  名称: 办公室\n职责: []\n'],
  ['on one line', '部门: {名称: 办公室, 代码: "003"}\n收入: {}\n'],
  ['last of all', '金额单位: 元\n部门: {名称: 办公室,\n  代码: "003"}'],
  ['in another way of writing', '{金额单位: 元, 部门: {名称: 办公室, 代码: "003"}}'],
  ['with a quoted key', '"部门":\n  名称: 办公室\n  代码: "003"\n'],
  ['before something that cannot be read', '部门: {名称: 办公室, 代码: "003"}\n职责: [\n'],
])('%s', (_, text) => {
  expect(statedDepartment(file(text))).toEqual({ 名称: '办公室', 代码: '003' });
});

test.each([
  ['no 部门', '收入: {}\n'],
  ['a text', '部门: 办公室\n'],
  ['nothing', ''],
  ['no YAML', '\u0000'],
  ['an unfinished one', '部门: {名称: 办公室\n'],
])('%s', (_, text) => {
  expect(statedDepartment(file(text))).toBeUndefined();
});

test('files of units, as they are listed', () => {
  const text = '部门:\n  名称: 甲\n  所属单位:\n    - {名称: 乙, 定义: 乙.yaml}\n    - {名称: 丙}\n项目:\n  - {名称: 定义}\n';
  expect(listedUnits(file(text))).toEqual(['乙.yaml']);
});
