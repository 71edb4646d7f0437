import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { baseFiles, CLASSIFICATIONS, PROFILE_FILES, patch } from '../support/build-fixture.js';
import { buildFromFiles } from '../support/build-from-files.js';

const controls = (change: string) => (change.includes('核对数') ? '' : '核对数: 删除\n');

/** A department with one member unit; both are the base definition, changed, without 核对数 unless they are changed in. */
function diagnostics(own: string, unit: string) {
  const bytes = (tree: unknown) => new TextEncoder().encode(stringify(tree, { lineWidth: 0 }));
  const files = patch(baseFiles(), `部门.所属单位: [{名称: 乙县政务信息中心, 单位性质: 行政, 定义: 中心}]\n${controls(own)}${own}`);
  const member = patch(baseFiles(), `部门.名称: 乙县政务信息中心\n${controls(unit)}${unit}`).department;
  const input = {
    district: { name: '区县.yaml', bytes: bytes(files.district) },
    classifications: CLASSIFICATIONS,
    profile: { folder: 'templates/shanxi', files: PROFILE_FILES },
  };
  const units = new Map([['中心', { name: '单位/中心.yaml', bytes: bytes(member) }]]);
  return buildFromFiles({ ...input, department: { name: '部门.yaml', bytes: bytes(files.department) }, units }).diagnostics;
}

test('two units that are wrong by the same amount do not cancel out', () => {
  const found = diagnostics('收入.一般公共预算: 1000000.01', '收入.一般公共预算: 999999.99').filter(
    (one) => one.code === 'revenue-equals-expenditure',
  );
  expect(found.map((one) => `${one.at?.file ?? ''} ${one.message}`)).toEqual([
    '部门.yaml 乙县政务服务局的收入总计 1,326,000.01元，乙县政务服务局的支出总计 1,326,000.00元，相差 0.01元。',
    '单位/中心.yaml 乙县政务信息中心的收入总计 1,325,999.99元，乙县政务信息中心的支出总计 1,326,000.00元，相差 0.01元。',
  ]);
});

test('a mistake of one unit is reported once, with both files', () => {
  const found = diagnostics('', '收入.一般公共预算: 1000000.01').filter((one) => one.code === 'revenue-equals-expenditure');
  expect(found).toHaveLength(1);
  expect(JSON.stringify(found[0])).toContain('单位/中心.yaml');
});

test('核对数 are of the whole department in its own file, and of the unit in the unit’s', () => {
  const found = (own: number, unit: number) =>
    diagnostics(`核对数: {收入总计: ${own}}`, `核对数: {收入总计: ${unit}}`)
      .filter((one) => one.code === 'control-totals')
      .map((one) => `${one.at?.file ?? ''} ${one.message}`);
  expect(found(2652000, 1326000)).toEqual([]);
  expect(found(1326000, 1326000)).toEqual([
    '部门.yaml 核对数中的收入总计 1,326,000.00元，由各项加出的收入总计 2,652,000.00元，相差 1,326,000.00元。',
  ]);
  expect(found(2652000, 132600)).toEqual([
    '单位/中心.yaml 乙县政务信息中心的核对数中的收入总计 132,600.00元，乙县政务信息中心的由各项加出的收入总计 1,326,000.00元，相差 1,193,400.00元。',
  ]);
});
