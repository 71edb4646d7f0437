import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { loadYaml } from '../../src/definition/load-definition.js';
import { departmentSchema } from '../../src/definition/schema/department.js';
import { readSmall } from '../support/read-small.js';

// Random runs take as long as the machine is busy.
vi.setConfig({ testTimeout: 60_000 });

const FOLDER = join(import.meta.dirname, '../../data/2026');
const REAL = readdirSync(FOLDER)
  .filter((file) => /^\d+.*\.yaml$/.test(file))
  .map((file) => readFileSync(join(FOLDER, file)));

const SMALL = new TextEncoder().encode(
  '部门:\n  名称: 办公室\n  代码: 001001\n支出:\n  - 科目: 2010301\n    金额: 1262.80\n职责:\n  - "一"\n说明: |\n  甲\n',
);

/** What happens to files on their way: a byte changed, the end lost, lines pasted twice. */
const flip = (bytes: Uint8Array, at: number, to: number) => bytes.map((byte, index) => (index === at % bytes.length ? to : byte));
const cut = (bytes: Uint8Array, at: number) => bytes.slice(0, at % bytes.length);
const twice = (bytes: Uint8Array, at: number) => {
  const lines = new TextDecoder().decode(bytes).split('\n');
  const from = at % lines.length;
  return new TextEncoder().encode([...lines.slice(0, from + 3), ...lines.slice(from)].join('\n'));
};

describe('damaged files are read or refused with places, never thrown at', () => {
  const damage = fc.tuple(fc.constantFrom('flip', 'cut', 'twice'), fc.nat(), fc.integer({ min: 0, max: 255 }));
  const damaged = (bytes: Uint8Array, [kind, at, byte]: [string, number, number]) =>
    kind === 'flip' ? flip(bytes, at, byte) : kind === 'cut' ? cut(bytes, at) : twice(bytes, at);

  test('a small one, 3,000 times', () => {
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (damages) => {
        const bytes = damages.reduce((before, step) => (before.length > 0 ? damaged(before, step) : before), SMALL);
        const { value, diagnostics } = readSmall(bytes);
        expect(value === undefined).toBe(diagnostics.some((diagnostic) => diagnostic.severity === 'error'));
        for (const { at, message } of diagnostics)
          expect([at?.line, message]).toEqual([expect.any(Number), expect.stringMatching(/[一-龥]/)]);
      }),
      { numRuns: 3000 },
    );
  });

  test.each(REAL.map((bytes, index) => [index + 1, bytes] as const))('the real one, file %i, 50 times', (_index, bytes) => {
    fc.assert(
      fc.property(damage, (step) => {
        const { value, diagnostics } = loadYaml({ name: 'a.yaml', bytes: damaged(bytes, step) }, departmentSchema('元'));
        expect(value === undefined).toBe(diagnostics.some((diagnostic) => diagnostic.severity === 'error'));
      }),
      { numRuns: 50 },
    );
  });
});
