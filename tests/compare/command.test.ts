import { cpSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
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
