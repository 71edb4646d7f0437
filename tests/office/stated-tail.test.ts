import { describe, expect, test } from 'vitest';
import { readinessReport } from '../../src/features/report/report-html.js';
import type { Edit } from '../support/build-case.js';
import { buildOffice, findings } from './support.js';

/** The platform adds up more decimals than it shows: the items, as published, come to one 元 less than the approved total. */
const projectOf = (amount: string): readonly Edit[] => [
  ['支出/0/项目支出/一般公共预算', amount],
  ['项目/0/资金/一般公共预算', amount],
];
const OFF_BY_ONE = projectOf('9699999');
const REASON = '一体化系统保留更多小数，公布的各项相加少 1 元。';
const confirmed = (检查: string, 尾差: string): Edit => ['已确认的提醒', [{ 检查, 尾差, 理由: REASON }]];
const said = (edits: readonly Edit[], codes: RegExp) => findings(buildOffice({ edits })).filter((line) => codes.test(line));

describe('a tail between published amounts in 元', () => {
  test('is an error until the office states it', () => {
    expect(said(OFF_BY_ONE, /equal|balance|agree|sum/)).toEqual([
      expect.stringMatching(/^revenue-equals-expenditure .*收入总计 20,000,000.00元，支出总计 19,999,999.00元，相差 1.00元。/),
    ]);
  });

  test('stated with its reason, it is confirmed, with both figures; nothing else is let pass', () => {
    const built = buildOffice({ edits: [...OFF_BY_ONE, confirmed('revenue-equals-expenditure', '1元')] });
    expect(findings(built).filter((line) => /equals|balance|agree|acknowledgement/.test(line))).toEqual([]);
    const [one, ...others] = built.checks?.acknowledged ?? [];
    expect(others).toEqual([]);
    expect(one?.state).toBe('已确认');
    expect(one?.reason).toBe(`尾差：${REASON}`);
    expect(one?.diagnostic.message).toContain('收入总计 20,000,000.00元，支出总计 19,999,999.00元，相差 1.00元。');
    expect(built.checks?.outcomes.filter(({ state }) => state === '不符')).toEqual([]);
  });

  test('the report has one truth: it stands among the tails with its reason, and as confirmed', () => {
    const { definition, tables, document, profile, checks } = buildOffice({
      edits: [...OFF_BY_ONE, confirmed('revenue-equals-expenditure', '1元')],
    });
    if (!definition || !tables || !document || !profile || !checks) throw new Error('there is no document');
    const input = { definition, tables, document, checks, diagnostics: checks.diagnostics, form: '', subject: '部门', files: [] } as const;
    const { html } = readinessReport(input);
    const tails = html.slice(html.indexOf('id="tails"'), html.indexOf('<h2', html.indexOf('id="tails"')));
    expect(tails).toContain('由单位写明是尾差，已确认');
    expect(tails).toContain(REASON);
    expect(tails).toContain('1.00元');
  });

  test('totals that print apart are noted under their tables', () => {
    const noted = (...edits: Edit[]) =>
      buildOffice({ edits })
        .tables?.filter(({ notes }) => notes.some((note) => note.includes('尾差')))
        .map(({ name }) => name);
    expect(noted()).toEqual([]);
    expect(noted(...OFF_BY_ONE, confirmed('revenue-equals-expenditure', '1元'))).toEqual(['财务收支', '财政拨款收支']);
  });

  test.each([
    ['another figure', [['一般公共预算基本支出/0/金额', '8000001']], 'basic-expenditure-equals-economic', '1'],
    ['a total of the approval', [['核对数', { 支出总计: '20000001' }]], 'control-totals', '0.0001万元'],
  ] as const)('%s may be off, too', (_, edits, check, tail) => {
    expect(said([...edits], new RegExp(`^${check} `))).toHaveLength(1);
    expect(said([...edits, confirmed(check, tail)], /^(?:basic|control|acknowledgement)/)).toEqual([]);
  });

  test.each([
    ['it is no amount', OFF_BY_ONE, '1%', '尾差“1%”不是金额。'],
    ['the stated amount is another', OFF_BY_ONE, '2元', '没有相差 2.00元的核对，实际相差 1.00元。'],
    ['rounding cannot come to so much', projectOf('9699000'), '1000元', '相差 1,000.00元，超过四舍五入可能带来的 2.00元，不是尾差。'],
    [
      'amounts to the 分 are not off by one 元',
      [...OFF_BY_ONE, ['支出/1/基本支出/一般公共预算', '299999.99']],
      '1.01元',
      '相差 1.01元，超过四舍五入可能带来的 0.02元，不是尾差。',
    ],
  ] as const)('is not believed where %s', (_, edits, tail, why) => {
    const lines = said([...edits, confirmed('revenue-equals-expenditure', tail)], /^(?:revenue-equals|acknowledgement)/);
    expect(lines[0]).toContain('revenue-equals-expenditure');
    expect(lines[1]).toContain(why);
  });

  test('a reminder that compares nothing is confirmed without one', () => {
    const edits: Edit[] = [['国有资产/车辆', '无'], confirmed('vehicle-cost-has-vehicles', '1元')];
    expect(said(edits, /^(?:vehicle-cost|acknowledgement)/)).toEqual([
      expect.stringMatching(/^vehicle-cost-has-vehicles/),
      expect.stringContaining('这项检查没有两个数相差的结果'),
    ]);
  });
});
