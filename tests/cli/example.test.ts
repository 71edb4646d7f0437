import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ReadinessData } from '../../src/features/report/readiness-report.js';
import { commandLine, OFFICE, testProject } from './command-line.js';

const EXAMPLE = 'data/示例/207-虚构市示例区文化和旅游局.yaml';

test('the example has every section filled in: nothing to say before publishing, no blank on the report, and no default year builds it', async () => {
  const project = testProject();
  const { exitCode, stderr } = await commandLine(project, ['check', '--strict', EXAMPLE]);
  expect([exitCode, stderr.match(/(?:错误|提醒) [a-z-]+/g)]).toEqual([0, null]);
  for (const folder of ['207-虚构市示例区文化和旅游局', '207001-虚构市示例区图书馆']) {
    const { summary, ready } = JSON.parse(readFileSync(project.path('out/2026', folder, '核对报告.json'), 'utf8')) as ReadinessData;
    expect([folder, ready, summary.errors, summary.warnings, summary.states.未填]).toEqual([folder, true, 0, 0, 0]);
  }
  await commandLine(project, ['check', '--out', 'out/year']);
  expect(readdirSync(project.path('out/year/2026'))).toEqual([OFFICE]);
});
