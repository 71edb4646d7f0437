import * as fs from 'node:fs';
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { newYear } from '../../src/features/roll-over/command.js';
import { DISTRICT_YAML, OFFICE, OFFICE_YAML, type TestProject, testProject } from '../cli/command-line.js';
import { testEnvironment } from './environment.js';

async function run(project: TestProject, year = '2027', changes = {}) {
  const { environment, said } = testEnvironment(project, changes);
  const exitCode = await newYear({ command: 'new-year', year }, environment);
  return { exitCode, said: said() };
}

const NEXT = `data/2027/${OFFICE}.yaml`;

test('every department, unit, district and overlay file; what is left to do is said', async () => {
  const project = testProject();
  project.write('data/2026/单位/甲站.yaml', '收入: {单位资金: 5}\n');
  project.write('data/2026/方案/说明/12-其他说明.hbs', '2026年没有其他说明。\n');
  const { exitCode, said } = await run(project);
  expect(exitCode, said).toBe(0);
  expect(
    readdirSync(project.path('data/2027'), { recursive: true })
      .map(String)
      .filter((name) => name.includes('.'))
      .sort(),
  ).toEqual([`${OFFICE}.yaml`, '区县.yaml', '单位/甲站.yaml', '方案/说明/12-其他说明.hbs'].sort());
  expect(said).toMatch(new RegExp(`已写 ${NEXT}（待填 \\d+ 处，待确认 \\d+ 处）`));
  expect(said).toContain('已写 data/2027/方案/说明/12-其他说明.hbs（照抄，请核对）');
  expect(said).toMatch(new RegExp(`^${NEXT}:\\d+:\\d+ 提醒 stale-year$`, 'm'));
  expect(said).toContain('data/2027/方案/说明/12-其他说明.hbs:1:1 提醒 stale-year');
  expect(said).toContain('提醒 classification-missing\n  data/classifications/ 里还没有 2027 年度的政府收支分类科目；没有复制 2026 年的。');
  expect(existsSync(project.path('data/classifications/2027'))).toBe(false);
});

test('classifications of the year are there: no warning', async () => {
  const project = testProject();
  cpSync(project.path('data/classifications/2026'), project.path('data/classifications/2027'), { recursive: true });
  expect((await run(project)).said).not.toContain('classification-missing');
});

test('this year’s files are not touched', async () => {
  const project = testProject();
  const before = [OFFICE_YAML, DISTRICT_YAML].map((name) => readFileSync(project.path(name), 'utf8'));
  await run(project);
  expect([OFFICE_YAML, DISTRICT_YAML].map((name) => readFileSync(project.path(name), 'utf8'))).toEqual(before);
});

test('a file of the new year is never overwritten; those that are missing are made', async () => {
  const project = testProject();
  project.write(NEXT, '已经填好的\n');
  const { exitCode, said } = await run(project);
  expect(exitCode).toBe(1);
  expect(said).toContain('new-year-exists');
  expect(said).toContain(`“${NEXT}”已经有了，没有动。`);
  expect(readFileSync(project.path(NEXT), 'utf8')).toBe('已经填好的\n');
  expect(existsSync(project.path('data/2027/区县.yaml'))).toBe(true);
  expect((await run(project)).said).toContain('没有建立 2027 年度的文件。');
});

test.each([
  ['of another name', ['003-甲局.yaml'], 1],
  ['with the ending .yml', ['003-甲局.yml'], 1],
  ['of another code', ['0031-甲局.yaml'], 0],
  ['that is no definition', ['003-甲局.docx'], 0],
])('no second file of one code beside a file %s', async (_, names, refused) => {
  const project = testProject();
  for (const name of names) project.write(`data/2027/${name}`, '已经填好的\n');
  const { exitCode, said } = await run(project);
  expect(exitCode).toBe(refused);
  expect(existsSync(project.path(NEXT))).toBe(refused === 0);
  expect(said.includes(`2027 年已有同一代码的文件“${names[0]}”，没有由“${OFFICE_YAML}”另建一个。`)).toBe(refused === 1);
  expect(said.includes('在那个文件的“部门”里写“原名称”')).toBe(refused === 1);
});

test('a file that cannot be read is said with its place, the others are made', async () => {
  const project = testProject();
  project.write('data/2026/004-甲.yaml', '部门：甲\n');
  const { exitCode, said } = await run(project);
  expect(exitCode).toBe(1);
  expect(said).toContain('data/2026/004-甲.yaml:1:3 错误 yaml-full-width-colon');
  expect(readdirSync(project.path('data/2027')).sort()).toEqual([`${OFFICE}.yaml`, '区县.yaml']);
});

describe('wrong use', () => {
  test.each([
    ['27', '“27”不是年度。'],
    ['2031', '没有 2030 年度的数据，不能由它建立 2031 年度。'],
  ])('%s', async (year, words) => {
    const { exitCode, said } = await run(testProject(), year);
    expect(exitCode).toBe(2);
    expect(said).toContain(words);
  });
});

test('a full disk: exit 4, and no half year', async () => {
  const project = testProject();
  const writeSync = () => {
    throw Object.assign(new Error('full'), { code: 'ENOSPC' });
  };
  const { exitCode, said } = await run(project, '2027', { files: { ...fs, writeSync } });
  expect(exitCode).toBe(4);
  expect(said).toContain('没有建立 2027 年度的文件。');
  expect(existsSync(project.path('data/2027'))).toBe(false);
});
