import { describe, expect, test } from 'vitest';
import { readinessReport } from '../../src/features/report/report-html.js';
import { baseFiles, check, type Files, patch, realFiles } from '../support/build-fixture.js';

function report(files: Files) {
  const checks = check(files);
  const { definition, tables, document, diagnostics, profile } = checks.built;
  if (!definition || !tables || !profile) throw new Error('does not build');
  const pages = new Map([
    ['table-1', '3'],
    ['table-10', '14'],
  ]);
  return readinessReport({
    definition,
    tables,
    document,
    checks,
    diagnostics,
    pages,
    form: profile.spec.名称,
    files: [{ role: '输入', name: '部门.yaml', sha256: 'ab'.repeat(32) }],
  });
}

describe('the readiness report', () => {
  const real = report(realFiles());

  test('of the real data: ready, the checklist line by line', () => {
    expect(real.data.ready).toBe(true);
    expect(real.data.checklist.map((line) => `${line.id} ${line.verdict}`)).toEqual([
      'C01 符合',
      'C02 符合',
      'C03 符合',
      'C04 符合',
      'C05 符合',
      'C06 符合',
      'C07 符合',
      'C08 符合',
      'C09 符合',
      'C10 符合',
      'C11 符合',
      'C12 符合',
      'C13 符合',
      'C14 符合',
      'C15 符合',
      'C16 符合',
    ]);
    expect(real.data.checklist[0]?.page).toBe('3');
    expect(real.data.acknowledged.map((one) => one.check)).toEqual(['secrecy-words', 'secrecy-words']);
  });

  test('keeps what could not be checked apart from what holds', () => {
    expect(real.data.unchecked.map((one) => one.check)).toEqual(['last-year-published']);
    expect(real.html).toContain('不等于符合');
  });

  test('is one file: no script, no request, safe texts', () => {
    expect(real.html).not.toMatch(/<script|<link|<img|<iframe|https?:\/\/|@import|url\(/);
    expect(real.html).toContain("default-src 'none'");
    const hostile = report(patch(baseFiles(), '其他说明: 本部门<b>没有</b>其他情况&nbsp;。'));
    expect(hostile.html).not.toContain('<b>没有');
    expect(hostile.html).toContain('&lt;b&gt;');
  });

  test('says what blocks, with both figures and places', () => {
    const wrong = report(patch(baseFiles(), '收入.一般公共预算: 1000000.01'));
    expect(wrong.data.ready).toBe(false);
    expect(wrong.html).toContain('须改正后才能公开');
    const comparison = wrong.data.comparisons.find((one) => one.check === 'revenue-equals-expenditure');
    expect(comparison?.left.value).toBe('1,326,000.01元');
    expect(comparison?.right.value).toBe('1,326,000.00元');
    expect(comparison?.left.places[0]).toMatch(/^部门\.yaml:\d+:\d+$/);
  });

  test('an open reminder is 待确认, not met and not failed', () => {
    const line = report(patch(baseFiles(), '职责: [负责机要保密工作。]')).data.checklist.find((one) => one.id === 'C16');
    expect(line?.verdict).toBe('待确认');
  });

  test('the JSON has a schema version and is the same data', () => {
    expect(JSON.parse(real.json)).toEqual(JSON.parse(JSON.stringify(real.data)));
    expect(real.data.schemaVersion).toBe(1);
  });

  test('same input, same bytes', () => {
    expect(report(realFiles()).html).toBe(real.html);
  });
});
