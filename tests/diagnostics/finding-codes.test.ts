import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FINDING_CODES, type FindingStage } from '../../src/diagnostics/finding-codes.js';

const TESTS = join(import.meta.dirname, '..');
const names = readdirSync(TESTS, { recursive: true, encoding: 'utf8' });
const texts = names.filter((name) => name.endsWith('.ts') && !name.endsWith('finding-codes.test.ts'));
/** Every test and the folders of the gallery: what they name, they show. */
const shown = [...names, ...texts.map((name) => readFileSync(join(TESTS, name), 'utf8'))].join('\n');
// A check's file carries the inputs that show it: tests/checks/fixtures.test.ts.
const stages = (Object.keys(FINDING_CODES) as FindingStage[]).filter((stage) => stage !== 'check');

test.each(stages)('every finding of stage %s is shown by a test', (stage) => {
  const codes: readonly string[] = FINDING_CODES[stage];
  expect(codes.filter((code) => !new RegExp(`(?<![a-z-])${code}(?![a-z-])`).test(shown))).toEqual([]);
});

test('no two stages share a code', () => {
  const all = Object.values(FINDING_CODES).flat();
  expect(all.length).toBe(new Set(all).size);
});
