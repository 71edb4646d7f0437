import { expect, test } from 'vitest';
import { loadDefinition } from '../../src/definition/load-definition.js';
import { patchYaml } from '../support/build-case.js';
import { caseYaml } from '../support/cases.js';

const SMALL = caseYaml('最小');
const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
const DISTRICT = file('区县.yaml', '年度: 2026\n地区: 虚构市示例区\n级次: 区级\n');
const STATION = patchYaml(SMALL, ['部门/名称', '甲站'], ['部门/代码', '999001']);

function found(listed: object, units: Record<string, string>): string[] {
  const department = patchYaml(SMALL, ['部门/所属单位', [{ 名称: '甲站', 单位性质: '事业', ...listed }]]);
  const files = new Map(Object.entries(units).map(([name, text]) => [name, file(`单位/${name}`, text)]));
  return loadDefinition(file('预算.yaml', department), DISTRICT, files).diagnostics.map(({ code, severity }) => `${severity} ${code}`);
}

test('a unit listed by name alone, though there is a file of it, is asked about', () => {
  expect(found({}, { '甲站.yaml': STATION })).toEqual(['warning unit-file-not-listed']);
  expect(found({}, { '甲站.yaml': '部门: {名称: 甲站}\n胡写:\n' })).toEqual(['warning unit-file-not-listed']);
});

test('a file that bears another name than the department lists is refused', () => {
  expect(found({ 定义: '甲站.yaml' }, { '甲站.yaml': patchYaml(STATION, ['部门/名称', '乙站']) })).toContain('error unit-name');
});

test('files of other units and units without a file are not', () => {
  expect(found({}, {})).toEqual([]);
  expect(found({}, { '乙站.yaml': patchYaml(STATION, ['部门/名称', '乙站']) })).toEqual([]);
  expect(found({ 定义: '甲站.yaml' }, { '甲站.yaml': STATION })).toEqual([]);
  expect(found({ 定义: '甲.yaml' }, { '甲站.yaml': STATION })).toEqual(['error unit-file-missing']);
});
