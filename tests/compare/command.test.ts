import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type CompareRequest, compare } from '../../src/features/compare/command.js';
import { DISTRICT_YAML, OFFICE, OFFICE_YAML, testProject } from '../cli/command-line.js';
import { testEnvironment } from '../roll-over/environment.js';

function twoYears() {
  const project = testProject();
  cpSync(project.path('data/classifications/2026'), project.path('data/classifications/2025'), { recursive: true });
  project.write(
    `data/2025/${OFFICE}.yaml`,
    readFileSync(project.path(OFFICE_YAML), 'utf8').replace('服务: 600000', '服务: 500000').replaceAll('2026-02', '2025-02'),
  );
  project.write('data/2025/区县.yaml', readFileSync(project.path(DISTRICT_YAML), 'utf8').replace('年度: 2026', '年度: 2025'));
  return project;
}

async function run(request: Partial<CompareRequest>, project = twoYears()) {
  const { environment, said, printed } = testEnvironment(project);
  const exitCode = await compare({ command: 'compare', current: '2026', previous: '2025', format: 'text', ...request }, environment);
  return { exitCode, said: said(), printed: printed(), project };
}

test('two years: a page, and a summary on stdout', async () => {
  const { exitCode, said, printed, project } = await run({});
  expect(exitCode, said).toBe(0);
  expect(said).toContain('已写 out/对比/2026年与2025年对比.html');
  expect(printed).toContain('2026 年与 2025 年对比');
  expect(readFileSync(project.path('out/对比/2026年与2025年对比.html'), 'utf8')).toMatch(/<td class="amount"[^>]*>\+100,000\.00<\/td>/);
});

test('two files, JSON', async () => {
  const project = twoYears();
  const { exitCode, said, printed } = await run(
    { current: OFFICE_YAML, previous: `data/2025/${OFFICE}.yaml`, format: 'json', out: '送审' },
    project,
  );
  expect(exitCode, said).toBe(0);
  expect(JSON.parse(printed)).toMatchObject({ currentYear: '2026', previousYear: '2025' });
  expect(said).toContain('已写 送审/对比/2026年与2025年对比-003.html');
});

test.each([
  [{ previous: '2024' }, 2, '没有 2024 年度的数据。'],
  [{ previous: '2026' }, 2, '两边都是“2026”。'],
  [{ previous: OFFICE_YAML }, 2, '一边是年度，一边是文件。'],
  [{ current: './a.yaml', previous: './b.yaml' }, 3, '没有“a.yaml”这个文件。'],
])('%j', async (request, code, text) => {
  const { exitCode, said } = await run(request);
  expect(said).toContain(text);
  expect(exitCode).toBe(code);
});

test('a file with mistakes is said, and the others are compared', async () => {
  const project = twoYears();
  project.write('data/2025/001-甲.yaml', '部门：甲\n');
  const { exitCode, said, printed } = await run({}, project);
  expect(exitCode).toBe(1);
  expect(said).toContain('data/2025/001-甲.yaml:1:3 错误 yaml-full-width-colon');
  expect(printed).toContain('003 朔州市平鲁区人民政府办公室');
});

describe('R12: code lists of the two years', () => {
  const LISTS = 'data/classifications/2025';

  test('a year without lists is compared by the names of the other, and that is said once', async () => {
    const project = twoYears();
    rmSync(project.path(LISTS), { recursive: true });
    project.write('data/2025/004-甲.yaml', readFileSync(project.path(`data/2025/${OFFICE}.yaml`), 'utf8').replace('"003"', '"004"'));
    const { exitCode, said, printed } = await run({}, project);
    expect(exitCode, said).toBe(0);
    expect(said.match(/提醒 classification-missing\n {2}还没有 2025 年的科目目录，暂用 2026 年的/g)).toHaveLength(1);
    expect(printed).toContain('003 朔州市平鲁区人民政府办公室');
  });

  test('nothing is said where each year has its own', async () => {
    expect((await run({})).said).not.toContain('classification-missing');
  });

  test.each([
    [
      'GBK from Excel',
      (path: string) => writeFileSync(path, Buffer.from('636f64652c6e616d650ad2bbb0e3', 'hex')),
      ':2:2 错误 file-encoding',
      'CSV UTF-8',
    ],
    [
      'an open quotation mark',
      (path: string) => writeFileSync(path, 'code,name,level,trust\n201,"一般,类,notice\n'),
      ':2:1 错误 list-invalid',
      '引号没有成对',
    ],
    ['a missing list', (path: string) => rmSync(path), ':1:1 错误 list-invalid', '没有这个科目目录文件'],
  ])('a slip in one year’s list stops that year alone, with file and line: %s', async (_, spoil, place, words) => {
    const project = twoYears();
    spoil(project.path(LISTS, 'functional-classification.csv'));
    const { exitCode, said } = await run({}, project);
    expect(said).toContain(`${LISTS}/functional-classification.csv${place}`);
    expect(said).toContain(words);
    expect(said).toContain('没有可以对比的部门。');
    expect(exitCode).not.toBe(0);
  });
});
