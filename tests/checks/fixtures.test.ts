import { describe, expect, test } from 'vitest';
import { ALL_CHECKS } from '../../src/checks/all-checks.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { baseFiles, check, patch } from '../support/build-fixture.js';
import { checkSources, fixturesOf } from '../support/check-fixtures.js';

const sources = checkSources();

test('the base definition gives no finding at all', () => {
  const report = check(baseFiles(), { strictness: 'strict' });
  expect(report.built.diagnostics).toEqual([]);
  expect(report.diagnostics).toEqual([]);
});

/** How many failures the findings say follow from them. */
const counted = (diagnostics: readonly Diagnostic[]): number =>
  diagnostics
    .flatMap(({ related = [] }) => related)
    .reduce((sum, { message }) => sum + Number(/由它引起的不符另有 (\d+) 处/.exec(message)?.[1] ?? 0), 0);

describe.each(ALL_CHECKS.map((one) => [one.code, one] as const))('%s', (code, { severity }) => {
  const fixtures = fixturesOf(sources.get(code) ?? '');
  const ok = fixtures.filter((fixture) => fixture.kind === '符合');
  const bad = fixtures.filter((fixture) => fixture.kind === '不符');
  const blank = fixtures.filter((fixture) => fixture.kind === '未填');

  test('has a fixture of each kind', () => {
    expect(ok.length).toBeGreaterThan(0);
    expect(bad.length + blank.length).toBeGreaterThan(0);
  });

  test.each(ok)('is silent: $patch', ({ patch: change }) => {
    const report = check(patch(baseFiles(), change));
    expect([...report.built.diagnostics, ...report.diagnostics]).toEqual([]);
  });

  test.each(blank)('leaves a blank on the report and says nothing: $patch', ({ patch: change }) => {
    const { outcomes, diagnostics } = check(patch(baseFiles(), change));
    expect(outcomes.filter((one) => one.check.code === code).map((one) => one.state)).toEqual(['未填']);
    expect(diagnostics).toEqual([]);
  });

  test.each(bad)('fires: $patch', ({ patch: change, at }) => {
    const { diagnostics, outcomes, built } = check(patch(baseFiles(), change));
    expect(counted(diagnostics), '有的不符既没有说，也没有算在说了的之下').toBe(
      outcomes.filter(({ causedBy }) => causedBy !== undefined).length,
    );
    const found = diagnostics.filter((one) => one.code === code);
    expect(found, '此检查没有查出').not.toEqual([]);
    for (const one of found) {
      expect(one.severity).toBe(severity === '错误' ? 'error' : 'warning');
      expect(one.message).toMatch(/。$/);
      expect(one.message).not.toMatch(/错误：|undefined|NaN/);
      expect(one.at?.file, '没有指出文件').toMatch(/\.(?:yaml|hbs)$/);
    }
    if (!at) return;
    const places = (['key', 'value'] as const).map((part) => built.definition?.locate(at, part));
    expect(found.some((one) => places.some((place) => place?.line === one.at?.line && place?.column === one.at?.column))).toBe(true);
  });
});
