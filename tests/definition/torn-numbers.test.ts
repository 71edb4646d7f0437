import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { isPair, parseDocument, visit } from 'yaml';
import { loadYaml } from '../../src/definition/load-definition.js';
import { departmentSchema } from '../../src/definition/schema/department.js';
import { ROOT } from '../support/build-case.js';
import { codesOf, printRead, readSmall } from '../support/read-small.js';

vi.setConfig({ testTimeout: 60_000 });

const FILES = ['data/2026/003-朔州市平鲁区人民政府办公室.yaml', 'tests/office/东河区/部门.yaml', 'tests/cases/四个单位/预算.yaml'];

/** Every amount of four figures or more, with its text in thousands: 12,627,960.91. */
function withThousands(text: string): { line: number; figure: string; changed: string }[] {
  const found: { line: number; figure: string; changed: string }[] = [];
  visit(parseDocument(text, { schema: 'failsafe', uniqueKeys: false }), {
    Scalar(key, { value, range, type }, ancestors) {
      const parent = ancestors.at(-1);
      const name = isPair(parent) ? String(parent.key) : '';
      if (key !== 'value' || type !== 'PLAIN' || !/^\d{4,}(\.\d+)?$/.test(String(value)) || /科目|代码|编码|年度|面积/.test(name)) return;
      const [start = 0, end = 0] = range ?? [];
      const typed = String(value).replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');
      const line = text.slice(0, start).split('\n').length;
      found.push({ line, figure: String(value), changed: text.slice(0, start) + typed + text.slice(end) });
    },
  });
  return found;
}

test.each(FILES)('every amount of %s, written with commas, is one error that shows the figure', (path) => {
  const slips = withThousands(readFileSync(join(ROOT, path), 'utf8'));
  expect(slips.length).toBeGreaterThan(10);
  for (const { line, figure, changed } of slips) {
    const { diagnostics } = loadYaml({ name: 'a.yaml', bytes: new TextEncoder().encode(changed) }, departmentSchema('元'));
    expect(diagnostics).toMatchObject([{ at: { line }, hint: expect.stringMatching(`是否为 ${figure}？$`) }]);
  }
});

describe('commas that tear nothing apart', () => {
  test.each([
    '取数: [30201, 30217, 302]',
    '取数: [201, 208, 210]',
    '取数: [养老服务 2, 120急救服务]',
    '取数: ["1,100,000"]',
    '取数: [1，100，000]',
    '取数: [2024,2025]',
    '说明: 1,100,000',
    '说明: { 增加1,000: 一 }',
  ])('%s', (line) => {
    expect(codesOf(`部门: { 名称: 办公室 }\n${line}\n`)).not.toContain('yaml-torn-number');
  });
});

test('a torn number hides no other mistake of another line, and is not hidden', () => {
  const read = readSmall('部门: { 名称: 办公室 }\n职责: [一, 二\n三公经费: { 公务接待费: 1,000 }\n');
  expect(printRead(read)).toContain('2:5 错误 yaml-bracket');
  const two = readSmall('部门: { 名称: 办公室, 名称: 二 }\n三公经费: { 公务接待费: 1,000, 因公出国（境）费: 2,000 }\n');
  expect(two.diagnostics.map(({ code, at }) => `${at?.line} ${code}`)).toEqual([
    '1 yaml-duplicate-key',
    '2 yaml-torn-number',
    '2 yaml-torn-number',
  ]);
});
