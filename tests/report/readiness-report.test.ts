import { describe, expect, test } from 'vitest';
import { STATES } from '../../src/checks/states.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { readinessReport } from '../../src/features/report/report-html.js';
import { baseFiles, check, type Files, patch, realFiles } from '../support/build-fixture.js';

function report(files: Files, strictness: 'basic' | 'strict' = 'basic', elsewhere: readonly Diagnostic[] = []) {
  const checks = check(files, { strictness });
  const { definition, tables, document, profile } = checks.built;
  if (!definition || !tables || !profile) throw new Error('does not build');
  const made = readinessReport({
    definition,
    tables,
    document,
    checks,
    diagnostics: [...checks.diagnostics, ...elsewhere],
    pages: new Map([['table-1', '3']]),
    pdfPages: new Map([['table-1', 7]]),
    form: profile.spec.名称,
    subject: '部门',
    files: [
      { role: '输入', name: '部门.yaml', sha256: 'ab'.repeat(32) },
      { role: '成品', name: '999-某部门-2026年部门预算公开.pdf', sha256: 'cd'.repeat(32) },
    ],
  });
  const states = new Map(made.data.checklist.map((line) => [line.id, line.state ?? '']));
  return { ...made, states, line: (id: string) => made.data.checklist.find((one) => one.id === id) };
}

const not = (states: ReadonlyMap<string, string>, ...fine: string[]) =>
  [...states].filter(([, state]) => !['符合', '', ...fine].includes(state)).map(([id, state]) => `${id} ${state}`);

describe('the readiness report', () => {
  const real = report(realFiles());

  test('of the real data: ready, the checklist line by line', () => {
    expect(real.data.ready).toBe(true);
    // What the office did not publish; own figures and words that a person has confirmed; the blank for the review.
    expect(not(real.states)).toEqual([
      'C05 未填',
      'C07 提醒',
      'C10 已确认',
      'C13 未填',
      'C14 未能核对',
      'C15 未填',
      'C16 已确认',
      'C17 未填',
      'C18 未填',
      'C21 未能核对',
    ]);
    expect(real.line('C01')).toMatchObject({ page: '3', pdfPage: 7 });
    expect(real.line('C08')?.evidence.join('')).toContain('政府采购情况');
    // What the program has not been told is not said to be absent, nor to be all there; a section is proved by its own words.
    expect(real.line('C17')?.evidence).toEqual(['未填：“部门”的“所属单位”。文件里要说它的话都没有印。']);
    expect(real.line('C19')?.evidence).toEqual(['方案没有写本地要求的比例。']);
    expect(real.line('C20')?.evidence).toContain('方案要用的内容，除别的各条列为“未填”的，都已填写。');
    expect(real.line('C06')?.evidence).toContain(
      '见“一、部门预算收支数据变动情况及原因”、“二、收入预算情况说明”、“三、支出预算情况说明”。',
    );
    expect(real.data.acknowledged.map((one) => one.check)).toEqual([
      'form-cost-equals-money',
      'form-period-equals-year',
      'form-period-equals-year',
      'secrecy-words',
      'secrecy-words',
    ]);
  });

  test('keeps what could not be checked, and what is not filled in, apart from what holds', () => {
    expect(real.data.unchecked.map((one) => `${one.check} ${one.state}`)).toEqual([
      'last-year-published 未能核对',
      'date-in-properties 未填',
      'not-stated 未填',
      'not-stated 未填',
      'published-in-time 未能核对',
      'secrecy-reviewed 未填',
    ]);
    expect(real.html).toContain('不等于符合');
  });

  test('a page number opens the PDF beside the report at that page', () => {
    expect(real.html).toContain(`href="${encodeURIComponent('999-某部门-2026年部门预算公开.pdf')}#page=7"`);
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
    expect(wrong.states.get('C21')).toBe('不符');
  });

  test('R8: where ≥ holds there is no difference to read', () => {
    const held = real.data.comparisons.filter((one) => one.operator === '≥');
    expect(held.length).toBeGreaterThan(0);
    expect(held.filter((one) => one.difference !== undefined)).toEqual([]);
  });

  test('R8: where ≥ does not hold, what lacks is said', () => {
    const { data } = report(patch(baseFiles(), '三公经费.公务接待费.本年: {一般公共预算: 19000}'));
    const short = data.comparisons.filter((one) => one.operator === '≥' && one.difference !== undefined);
    expect(short.map(({ check: code, difference }) => [code, difference])).toEqual([['three-public-covers-economic', '少 1,000.00元']]);
  });

  test('the JSON has a schema version and is the same data', () => {
    expect(JSON.parse(real.json)).toEqual(JSON.parse(JSON.stringify(real.data)));
    expect(real.data.schemaVersion).toBe(2);
  });

  test('same input, same bytes', () => {
    expect(report(realFiles()).html).toBe(real.html);
  });
});

describe('R1: a line that a finding speaks of is never 符合, and no other line turns red', () => {
  const without = (file: string, from: string, to: string) => patch(baseFiles(), `方案改动: {说明/${file}: {"${from}": "${to}"}}`);

  test.each([
    ['C08', without('09-政府采购.hbs', '政府采购预算总额{{万元 政府采购.合计}}', '有政府采购预算')],
    ['C08', without('09-政府采购.hbs', '{{万元 政府采购.货物}}', '若干')],
    ['C12', without('12-其他说明.hbs', '政府购买服务指导性目录。\\n{{else}}', '指导性目录。\\n{{else}}')],
    ['C09', without('11-国有资产.hbs', '办公用房建筑总面积{{数量 国有资产.办公用房面积}}平方米', '房屋若干')],
  ])('%s', (id, files) => {
    const { states, data } = report(files);
    expect(data.ready).toBe(false);
    expect(not(states, '未填', '未能核对')).toEqual([`${id} 不符`]);
  });

  test('a reason that lacks turns its own line', () => {
    const { states } = report(patch(baseFiles(), '增减原因.机关运行经费: 删除'), 'strict');
    expect(not(states, '未填', '未能核对')).toEqual(['C07 不符']);
  });

  test('a slip of the language, and a finding of another stage, have their lines', () => {
    expect(not(report(patch(baseFiles(), '其他说明: 没有其它情况。'), 'strict').states, '未填', '未能核对')).toEqual(['C20 不符']);
    const elsewhere = { code: 'glyph-missing', severity: 'error', message: '缺字。' } as const;
    const { states, data } = report(baseFiles(), 'basic', [elsewhere]);
    expect([data.ready, not(states, '未填', '未能核对')]).toEqual([false, ['C22 不符']]);
  });
});

describe('R3: one word for each state', () => {
  test.each([
    ['an open reminder', '职责: [负责机要保密工作。]', '提醒'],
    ['a confirmed one', '职责: [负责机要工作。]\n已确认的提醒: [{检查: secrecy-words, 内容: 机要, 理由: 通用职责}]', '已确认'],
  ])('%s', (_, change, state) => {
    const { data, line, html } = report(patch(baseFiles(), change));
    expect(line('C16')?.state).toBe(state);
    expect(data.checks.find((one) => one.code === 'secrecy-words')?.state).toBe(state);
    expect(data.summary.states).toMatchObject({ 不符: 0, [state]: expect.any(Number) });
    expect(html).not.toContain('<span class="tag 不符">');
  });

  test.each(['{}', '收入.一般公共预算: 1000000.01', '公开日期: 删除', '职责: [负责机要保密工作。]'])(
    'not ready and 不符 are the same: %s',
    (change) => {
      const { data } = report(patch(baseFiles(), change));
      expect(data.ready).toBe(data.summary.states.不符 === 0);
      expect(data.findings.every((one) => STATES.includes(one.state))).toBe(true);
    },
  );
});
