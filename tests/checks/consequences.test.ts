import { describe, expect, test } from 'vitest';
import { ALL_CHECKS } from '../../src/checks/all-checks.js';
import { finding } from '../../src/checks/check.js';
import { baseFiles, check, type Files, nineTablesFiles, patch } from '../support/build-fixture.js';

test.each(['部门.所属单位: 删除', '政府购买服务: 删除', '整体绩效目标: 删除'])(
  'a missing statement is 未填, and nothing stands as 不符 beside a file that is written: %s',
  (change) => {
    const { outcomes, diagnostics } = check(patch(baseFiles(), change));
    expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toContain('warning not-stated');
    expect(outcomes.filter(({ state }) => state === '不符')).toEqual([]);
  },
);

test('what a missing statement leaves out stands as the statement does', () => {
  const { outcomes } = check(patch(baseFiles(), '政府购买服务: 删除'));
  const left = outcomes.filter(({ causedBy }) => causedBy === 'not-stated');
  expect(left.length).toBeGreaterThan(0);
  expect(new Set(left.map(({ state }) => state))).toEqual(new Set(['未填']));
});

test.each([
  [
    'a nature that the form has no column for',
    'nature-not-in-form',
    '支出[1].上缴上级支出: {单位资金: 10000}\n收入.单位资金: 50000\n核对数: 删除',
  ],
  [
    'two of them',
    'nature-not-in-form nature-not-in-form',
    '支出[1].上缴上级支出: {单位资金: 10000}\n支出[1].事业单位经营支出: {单位资金: 500}\n收入.单位资金: 50500\n核对数: 删除',
  ],
])('R5: %s is told once, and no word on the form', (_, codes, change) => {
  const { diagnostics } = check(patch(baseFiles(), change));
  expect(
    diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ code }) => code)
      .join(' '),
  ).toBe(codes);
});

test('one wrong figure is one finding, and what follows from what follows is counted under it', () => {
  const { outcomes, diagnostics } = check(patch(baseFiles(), '支出[0].项目支出.一般公共预算: 1234567\n核对数: 删除'));
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ code }) => code)).toEqual(['project-expenditure-equals-projects']);
  const follow = outcomes.filter(({ causedBy }) => causedBy !== undefined);
  expect(new Set(follow.map(({ causedBy }) => causedBy))).toEqual(new Set(['project-expenditure-equals-projects']));
  expect(follow.map(({ check }) => check.code)).toEqual(
    expect.arrayContaining(['funds-balance', 'tables-agree', 'performance-groups-sum']),
  );
  expect(outcomes.filter(({ state }) => state === '不符')).toHaveLength(1 + follow.length);
  expect(errors[0]?.related?.at(-1)?.message).toContain(`由它引起的不符另有 ${follow.length} 处`);
});

test('no check follows from itself, by whatever way: one of them would never be told', () => {
  const causes = new Map<string, readonly string[]>(
    ALL_CHECKS.map((one) => [one.code, [...(one.consequenceOf ?? []), ...(one.sameAmountAs ?? [])]]),
  );
  const above = (code: string, seen = new Set<string>()): Set<string> => {
    for (const cause of causes.get(code) ?? []) if (!seen.has(cause)) above(cause, seen.add(cause));
    return seen;
  };
  expect([...causes.keys()].filter((code) => above(code).has(code))).toEqual([]);
});

test('thousands of findings are told in a second or two, not in minutes', () => {
  const place = { kind: 'definition', path: ['职责'] } as const;
  const outcomes = Array.from({ length: 5000 }, (_, index) => finding(`第${index}处不妥。`, place));
  const many = { code: 'brackets', group: '文字规范', severity: '提醒', rule: '', relations: [], run: () => outcomes } as const;
  const files = baseFiles();
  const started = performance.now();
  const { diagnostics } = check(files, { checks: [many, { ...many, code: 'digits', consequenceOf: ['brackets'] }] });
  expect(diagnostics).toHaveLength(5000);
  expect(diagnostics[0]?.related?.[0]?.message).toContain('另有 5000 处（digits）');
  expect(performance.now() - started).toBeLessThan(5000);
});

describe('what nobody stated contradicts nothing', () => {
  const CODES = /^(?:vehicle|planned-vehicles|last-year-stated|control-totals|procurement|three-public)/;
  const found = (files: Files) => check(files).diagnostics.filter(({ code }) => CODES.test(code));

  test.each([
    ['vehicles without a quota', nineTablesFiles, '{国有资产.车辆编制: 删除}'],
    ['cost of vehicles that nobody counted', baseFiles, '{国有资产.车辆: 删除}'],
    ['cost of vehicles without 国有资产', baseFiles, '{国有资产: 删除}'],
    ['a total of 三公经费', baseFiles, '{三公经费: 删除, 核对数: {三公经费合计: 50000}}'],
    ['vehicles to be bought without 三公经费', nineTablesFiles, '{三公经费: 删除, 国有资产.计划购置: {车辆: 2}}'],
    ['what is reserved of purchases', nineTablesFiles, '{政府采购: 删除, 政府采购预留: {中小企业: 100000}}'],
    ['a year before that is not told', nineTablesFiles, '{上年预算: 删除}'],
  ] as const)('%s', (_, files, fixture) => {
    expect(found(patch(files(), fixture))).toEqual([]);
  });

  test.each([
    ['a quota of none', nineTablesFiles, '{国有资产.车辆编制: 0}', 'vehicles-within-quota'],
    ['no vehicles', baseFiles, '{国有资产.车辆: 无}', 'vehicle-cost-has-vehicles'],
    ['no year before', baseFiles, '{上年预算: 无}', 'last-year-stated'],
  ] as const)('but where it is stated, it does: %s', (_, files, fixture, code) => {
    expect(found(patch(files(), fixture)).map((one) => one.code)).toContain(code);
  });
});
