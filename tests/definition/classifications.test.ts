import { expect, test } from 'vitest';
import { type ClassificationFiles, parseClassifications } from '../../src/definition/classifications.js';
import { CLASSIFICATIONS, classifications } from '../support/classifications.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const HEAD = 'code,name,level,trust\n';
const FUNCTIONAL = 'data/classifications/2026/functional-classification.csv';

/** The lists that the program brings along, with one of them replaced. */
const withFunctional = (content: string | Uint8Array): ClassificationFiles => ({
  ...CLASSIFICATIONS,
  lists: {
    ...CLASSIFICATIONS.lists,
    'functional-classification': { name: FUNCTIONAL, bytes: typeof content === 'string' ? bytes(content) : content },
  },
});
const withConfirmations = (text: string): ClassificationFiles => ({
  ...CLASSIFICATIONS,
  confirmations: { name: 'data/科目核实.csv', bytes: bytes(text) },
});
const findings = (files: ClassificationFiles) =>
  parseClassifications(files).diagnostics.map(({ code, at, message }) => `${at?.file}:${at?.line} ${code} ${message}`);

/** Notices on changes name the new 项 alone; its 款 is not in the catalogue. */
const ALONE_IN_A_NOTICE = ['2170404', '2300412'];

test('the lists of the program are in order: every code with a name, and each 项 of a known 款 of a known 类', () => {
  const { functional, revenue, departmentEconomic, governmentEconomic } = classifications;
  expect(functional.size).toBeGreaterThan(1300);
  expect(revenue.size).toBeGreaterThan(50);
  for (const list of [functional, departmentEconomic, governmentEconomic]) {
    const orphans = [...list.keys()].filter((code) => code.length > 3 && !list.has(code.slice(0, -2)));
    expect(orphans.filter((code) => !ALONE_IN_A_NOTICE.includes(code))).toEqual([]);
  }
});

test('a quoted cell with a comma or a line break is one cell, and later lines keep their numbers', () => {
  const quoted = `${HEAD}201,"一般公共服务支出",类,published\n20101,"人大\n事务",款,published\n2010101,行政运行,项,sure\n`;
  expect(findings(withFunctional(quoted))).toEqual([`${FUNCTIONAL}:5 list-invalid 编码 2010101 的 trust 不能写成“sure”。`]);
  const good = parseClassifications(withFunctional(quoted.replace('sure', 'notice'))).value;
  expect(good?.functional.get('2010101')).toEqual({ code: '2010101', name: '行政运行', trust: 'notice' });
});

test.each([
  ['an open quotation mark, at its line', `${HEAD}201,一般公共服务支出,类,published\n20101,"人大事务,款,published\n`, 3, '引号没有成对'],
  ['a code that Excel shortened', `${HEAD}201,一般公共服务支出,类,published\n2.01E+06,行政运行,项,published\n`, 3, '不是科目编码'],
  ['a code without a name', `${HEAD}201,,类,published\n`, 2, '没有名称'],
  ['a column that is missing', 'code,name\n201,一般公共服务支出\n', 1, '没有“trust”这一栏'],
  ['a comma too many', `${HEAD}201,一般公共服务支出,类,published,,x\n`, 2, '这一行的栏比第一行多'],
  ['an empty file', '', 1, '没有“code”“name”“trust”这一栏'],
])('%s', (_, content, line, message) => {
  const [first = ''] = findings(withFunctional(content));
  expect(first).toContain(`${FUNCTIONAL}:${line} list-invalid`);
  expect(first).toContain(message);
});

test('GBK from Excel is refused with what to choose when saving', () => {
  const gbk = Uint8Array.from([
    ...bytes('code,name,level,trust\n201,'),
    0xd2,
    0xbb,
    0xb0,
    0xe3,
    0xb9,
    0xab,
    0xb9,
    0xb2,
    ...bytes(',x,published\n'),
  ]);
  const [finding] = parseClassifications(withFunctional(gbk)).diagnostics;
  expect(finding).toMatchObject({ code: 'file-encoding', at: { file: FUNCTIONAL, line: 2, column: 6 } });
  expect(finding?.hint).toContain('CSV UTF-8');
});

test('a list that is missing is named', () => {
  const { 'functional-classification': _, ...lists } = CLASSIFICATIONS.lists;
  expect(findings({ ...CLASSIFICATIONS, lists })).toEqual([`${FUNCTIONAL}:1 list-invalid 没有这个科目目录文件。`]);
});

test('what the office has looked up with its source is confirmed, and its name goes before the list', () => {
  const own = withConfirmations(
    '\uFEFF编码,名称,来源\r\n2010302,一般行政管理事务,《2026年政府收支分类科目》\r\n2010388,数据事务,财预〔2025〕1号\r\n',
  );
  const { value } = parseClassifications(own);
  expect(value?.functional.get('2010302')?.trust).toBe('confirmed');
  expect(value?.functional.get('2010388')).toEqual({ code: '2010388', name: '数据事务', trust: 'confirmed' });
});

test.each([
  ['编码,名称,来源\n2010302,一般行政管理事务,\n', 2, '没有写“来源”'],
  ['编码,名称,来源\n\n2010302,,某书\n', 3, '没有写“名称”'],
  ['编码,名称,来源\n政务,一般行政管理事务,某书\n', 2, '不是科目编码'],
  ['编码,名称\n2010302,一般行政管理事务\n', 1, '没有“来源”这一栏'],
])('a confirmation that confirms nothing is said: %s', (text, line, message) => {
  const [first = ''] = findings(withConfirmations(text));
  expect(first).toContain(`data/科目核实.csv:${line} list-invalid`);
  expect(first).toContain(message);
});

test('超长期特别国债 has its 款 in every 类; 22198 keeps the trust of its print', () => {
  expect(classifications.functional.get('20598')).toEqual({ code: '20598', name: '超长期特别国债安排的支出', trust: 'unconfirmed' });
  expect(classifications.functional.get('22198')?.trust).toBe('published');
});

test('names of another year are all unconfirmed', () => {
  const { value } = parseClassifications({ ...CLASSIFICATIONS, wanted: '2027' });
  expect(value?.year).toBe('2026');
  expect(new Set([...(value?.functional.values() ?? [])].map(({ trust }) => trust))).toEqual(new Set(['unconfirmed']));
});
