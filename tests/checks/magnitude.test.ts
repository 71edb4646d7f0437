import { describe, expect, test } from 'vitest';
import { ALL_CHECKS } from '../../src/checks/all-checks.js';
import type { CheckReport } from '../../src/checks/check-report.js';
import { AMOUNT_PATHS } from '../support/amount-paths.js';
import { baseFiles, check, nineTablesFiles, patch } from '../support/build-fixture.js';
import { checkAmounts } from '../support/check-figures.js';

const SIZE = ['amounts-fit-unit', 'amounts-near-last-year', 'total-fits-unit', 'total-possible'];
const sizes = (files: Parameters<typeof check>[0], strictness: 'basic' | 'strict' = 'basic') =>
  check(files, { strictness }).diagnostics.filter((one) => SIZE.includes(one.code));

/** Amounts typed in 万元 into a file in 元, or the other way about; a reason for the change is given. */
const WRONG_UNIT: readonly (readonly [what: string, fixture: string, codes: readonly string[]])[] = [
  ['上年预算 1900 for 19,000,000', '上年预算: {一般公共预算: 1900}', ['amounts-near-last-year']],
  ['货物 40, 工程 40, 服务 10: print as 0.00', '政府采购: {货物: 40, 工程: 40, 服务: 10}', Array(3).fill('amounts-fit-unit')],
  ['货物 50, 工程 400, 服务 100: print as 0.01', '政府采购: {货物: 50, 工程: 400, 服务: 100}', Array(3).fill('amounts-fit-unit')],
  ['政府采购预留 55', '政府采购预留: {中小企业: 55, 小微企业: 30.5}', Array(2).fill('amounts-fit-unit')],
  ['机关运行经费 上年 150', '机关运行经费.上年: 150\n增减原因.机关运行经费: 新增办公设备', ['amounts-near-last-year']],
  ['公务接待费 上年 2.11', '三公经费.公务接待费.上年: 2.11\n增减原因.公务接待费: 新增接待任务', ['amounts-near-last-year']],
  [
    '公务接待费 of both years 2.11',
    '三公经费.公务接待费: {本年: {一般公共预算: 2.11}, 上年: 2.11}\n"一般公共预算基本支出[2].金额": 2.11',
    Array(2).fill('amounts-fit-unit'),
  ],
  ['a whole 政府采购 of 333', '政府采购: {货物: 333}', ['amounts-fit-unit']],
  ['55 beside hundreds of thousands', '政府采购: {货物: 500000, 工程: 55}', ['amounts-fit-unit']],
  ['一项工程 of 4000 beside the same project', '政府采购: {货物: 500000, 工程: 970}', ['amounts-fit-unit']],
];

test.each(WRONG_UNIT)('%s: a reminder; an error before publishing', (_, fixture, codes) => {
  const change = () => patch(nineTablesFiles(), fixture);
  expect(sizes(change()).map((one) => `${one.severity} ${one.code}`)).toEqual(codes.map((code) => `warning ${code}`));
  expect(sizes(change(), 'strict').map((one) => `${one.severity} ${one.code}`)).toEqual(codes.map((code) => `error ${code}`));
});

test('元 in a file of 万元: no department has as much, an error at once', () => {
  const found = sizes(patch(nineTablesFiles(), '金额单位: 万元'));
  expect(found.map((one) => `${one.severity} ${one.code}`)).toEqual(['error total-possible']);
});

const HONEST: readonly (readonly [what: string, fixture: string])[] = [
  ['0.21万元 of hospitality', '三公经费.公务接待费: {本年: {一般公共预算: 21100}, 上年: 2500}\n增减原因.公务接待费: 新增接待任务'],
  ['some hundred 元 in both years', '三公经费.公务接待费: {本年: {一般公共预算: 800}, 上年: 900}\n"一般公共预算基本支出[2].金额": 800'],
  ['a small purchase', '政府采购: {货物: 2100, 工程: 4000000, 服务: 1000000}'],
  ['a purchase of some hundred 元 beside large ones', '政府采购: {货物: 333, 工程: 4000000, 服务: 1000000}'],
  [
    'hospitality of 500 元 beside the cars',
    '三公经费.公务接待费: {本年: {一般公共预算: 500}, 上年: 无}\n"一般公共预算基本支出[2].金额": 500\n增减原因.公务接待费: 新增接待任务',
  ],
  ['a remainder of last year', '上年预算.上年结转: {单位资金: {其他收入: 62.5}}'],
  ['a fund that came and went', '上年预算.单位资金: {其他收入: 1200}'],
];

test.each(HONEST)('%s is silent', (_, fixture) => {
  expect(sizes(patch(nineTablesFiles(), fixture)).map((one) => one.message)).toEqual([]);
});

test('thresholds are the profile’s', () => {
  const rules = (text: string) => patch(nineTablesFiles(), `方案改动: {核对.yaml: {"必备报表:": ${JSON.stringify(`${text}\n必备报表:`)}}}`);
  expect(sizes(rules('金额大小: {总额上限: 10000000}')).map((one) => one.code)).toEqual(['total-fits-unit']);
  expect(sizes(rules('金额大小: {可疑小额: 1100000}')).length).toBe(0);
  expect(sizes(patch(rules('金额大小: {可疑小额: 30}'), '政府采购: {货物: 60, 工程: 4000000}')).length).toBe(0);
  expect(sizes(patch(rules('金额大小: {变动倍数: 20000}'), '上年预算: {一般公共预算: 1900}')).length).toBe(0);
});

describe('each amount of the schema, in another unit', () => {
  /** Always held against another statement, as tests/checks/slips.test.ts tells. */
  const HELD = /^(?:收入|支出|年终结转|一般公共预算基本支出|项目\/资金|核对数|公布数)\//;
  const paths = AMOUNT_PATHS.filter((path) => !HELD.test(path));
  /** Keys under which there are lists. */
  const place = (path: string) =>
    path
      .replace(/^(项目|上年支出|上年执行支出)/, '$1[0]')
      .replace('机关运行经费/单位', '机关运行经费.单位[0]')
      .replaceAll('/', '.');
  const BASE = [
    '核对数: 删除',
    '项目[0].绩效目标表.项目期: 3年',
    '政府采购: {货物: 400000, 服务: 150000}',
    '增减原因: {收入: 新增项目，动用上年结转资金, 支出: 新增项目}',
  ].join('\n');
  const typed = (path: string, amount: string) => {
    const files = patch(baseFiles(), BASE);
    if (path.includes('/单位资金/')) patch(files, `${place(path).replace(/\.[^.]+$/, '')}: 删除`);
    const [section = ''] = path.split('/');
    if (section === '上年支出' || section === '上年执行支出') patch(files, `${section}: [{科目: 2010301}]`);
    if (/^三公经费\/.*\/上年\//.test(path)) patch(files, `${place(path).replace(/\.[^.]+$/, '')}: {}`);
    if (path.startsWith('机关运行经费/单位')) patch(files, '机关运行经费.单位: [{名称: 乙县政务服务局, 本年: {}}]');
    return patch(files, `${place(path)}: ${amount}`);
  };

  const codesOf = ({ diagnostics }: CheckReport) =>
    diagnostics.filter(({ severity, code }) => severity === 'error' || SIZE.includes(code)).map(({ code }) => code);
  const sizeChecks = ALL_CHECKS.filter(({ code }) => SIZE.includes(code));
  /** Of the amounts alone: whether one of them is printed as 0.00 is asked below, of one amount in each section. */
  const alone = (path: string, amount: string) => codesOf(checkAmounts(typed(path, amount), sizeChecks));

  test('there are some', () => expect(paths.length).toBeGreaterThan(40));

  test.each(paths)('%s', (path) => {
    expect(alone(path, '120000').filter((code) => SIZE.includes(code))).toEqual([]);
    for (const wrong of ['12', '1200000000']) {
      // Most are told by the size of the amounts themselves, whatever else is said.
      const told = alone(path, wrong);
      expect(told.length > 0 ? told : codesOf(check(typed(path, wrong))), wrong).not.toEqual([]);
    }
  });

  const sections = new Map(paths.map((path) => [path.split('/')[0], path] as const));
  test.each([...sections.values()])('%s, in print', (path) => {
    expect(sizes(typed(path, '120000'))).toEqual([]);
  });
});
