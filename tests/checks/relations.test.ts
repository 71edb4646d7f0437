import { expect, test } from 'vitest';
import { ALL_CHECKS } from '../../src/checks/all-checks.js';
import { baseFiles, check } from '../support/build-fixture.js';

/** Every relation and requirement by the id that the requirements give it, and what it is about. */
const RELATIONS: Readonly<Record<string, string>> = {
  'T1-1': '收入总计 = 支出总计',
  'T1-2': '本年收入合计, 收入总计',
  'T1-3': '本年支出合计, 支出总计',
  'T1-4': '上年结转 = 上年结转安排 + 年终结转',
  'T2-1': 'each row = its sources',
  H: 'every parent = its children',
  'T2-2': 'T2 = income of T1',
  'T3-1': 'rows = 基本 + 项目; T3 = T1, 类 by 类',
  'T4-1': 'T4 balances; 小计 = three funds',
  'T4-2': 'T1 − T4 = 专户 + 单位资金',
  'T4-3': 'T4 = T5, T8, T9',
  'T5-1': 'T5 = T3 restricted to 一般公共预算 of the year',
  'T6-1': 'T6 = 基本支出 of T5',
  'T6-2': 'rows = 人员 + 公用',
  'T6-3': 'social insurance by item and by function',
  'T6-4': 'government codes fit the unit',
  'T7-1': '基金收入 = 基金支出',
  'T10-1': '三公 sums',
  'T10-2': '三公 ≥ economic items',
  'T11-1': '部门合计 = units',
  'T11-2': '机关运行经费 = 公用经费 of agencies only',
  'T12-1': 'projects = 项目支出',
  'T12-2': 'names unique; unit subtotals',
  'N-1': 'amounts of the text = cells',
  'N-2': 'changes and rates',
  'N-3': 'components of a change',
  'N-4': 'shares',
  'N-5': 'last year = as published',
  'N-6': 'lists = rows, in code order',
  'P-1': '采购 sums',
  'X-1': '绩效 projects',
  'X-2': 'forms = project money',
  'A-1': 'vehicles',
  'Y-1': 'years',
  C01: 'required tables',
  C02: 'empty tables explained',
  C03: 'function codes to 项',
  C04: 'economic codes to 款',
  C05: '三公 with reasons',
  C06: '收支 with reasons',
  C07: '机关运行经费 with reason',
  C08: '政府采购 by kind',
  C09: '国有资产',
  C10: '绩效',
  C11: '名词解释',
  C12: '政府购买服务',
  C13: '职责, 机构, 单位',
  C14: 'published in time',
  C16: '涉密, personal data',
};

/** Requirements that no check needs to look at. */
const NOT_CHECKED: Readonly<Record<string, string>> = {
  C15: 'file names and the date in the properties are made by the program: tests/output and tests/writers hold them',
};

/** Checks that enforce the language rather than a numbered requirement. */
const covered = new Set(ALL_CHECKS.flatMap((one) => one.relations ?? []));

test('every relation and every line of the checklist has a check, or the reason why it needs none', () => {
  expect(Object.keys(RELATIONS).filter((id) => !covered.has(id))).toEqual([]);
  expect(Object.keys(NOT_CHECKED).filter((id) => covered.has(id))).toEqual([]);
});

test('no check claims a relation that there is none of', () => {
  expect([...covered].filter((id) => RELATIONS[id] === undefined)).toEqual([]);
});

test('on a whole budget each of them is looked at: the checks that claim it give outcomes', () => {
  const { outcomes } = check(baseFiles());
  const looked = new Set(outcomes.filter(({ outcome }) => outcome.verdict !== '未能核对').flatMap((one) => one.check.relations ?? []));
  // N-5 is also held against last year's file where there is one: previous-year-contradicts, see slips.test.ts.
  expect(Object.keys(RELATIONS).filter((id) => !looked.has(id))).toEqual([]);
});

test('what the profile says of tables is found in them: nothing is left unchecked', () => {
  const { outcomes } = check(baseFiles());
  const unchecked = outcomes.filter(({ outcome }) => outcome.verdict === '未能核对').map((one) => one.check.code);
  expect(unchecked).toEqual(['last-year-published']);
});
