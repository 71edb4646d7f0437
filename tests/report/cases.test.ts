import { describe, expect, test } from 'vitest';
import { readinessReport } from '../../src/features/report/report-html.js';
import { baseFiles, check, type Files, nineTablesFiles, patch } from '../support/build-fixture.js';
import { textsOf } from '../support/document-text.js';

/** The checklist's states, and every error, reminder and tail, as a stranger reads them. */
function read(files: Files) {
  const checks = check(files, {});
  const { definition, tables, document, profile } = checks.built;
  if (!definition || !tables || !document || !profile) throw new Error(JSON.stringify(checks.diagnostics));
  const input = { definition, tables, document, checks, diagnostics: checks.diagnostics, form: '', subject: '部门', files: [] } as const;
  const { data } = readinessReport(input);
  return {
    state: (id: string) => data.checklist.find((line) => line.id === id)?.state,
    found: (code: string) => checks.diagnostics.filter((one) => one.code === code).map(({ message, at }) => `${at?.line}: ${message}`),
    errors: checks.diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code),
    tails: data.summary.states.尾差,
    causes: data.comparisons.filter(({ state }) => state === '尾差').map(({ cause }) => cause),
    notes: textsOf(document).filter(({ text }) => text === '注：以上金额因四舍五入，分项之和与合计可能存在尾差。').length,
  };
}
const nine = (change: string) => read(patch(nineTablesFiles(), change));
const base = (change: string) => read(patch(baseFiles(), change));

describe('R2: what a requirement looks for is the form’s, and decided by what is printed', () => {
  test('nine tables have their own 收支总表', () => expect(nine('{}').state('C01')).toBe('符合'));

  test.each([
    ['C12', '政府购买服务: 无\n方案改动: {其他/05-政府购买服务.hbs: {"没有政府购买服务指导性目录": "没有指导性目录"}}'],
    ['C08', '方案改动: {其他/02-政府采购.hbs: {"政府采购预算{{万元 政府采购.合计}}": "预算若干"}}'],
    ['C09', '方案改动: {其他/04-国有资产.hbs: {"截至{{国有资产.截至日期}}，": ""}}'],
    ['C08', '方案改动: {其他/02-政府采购.hbs: {"货物预算{{万元 政府采购.货物}}": "货物预算若干"}}'],
    ['C09', '方案改动: {其他/04-国有资产.hbs: {"{{数量 国有资产.办公用房面积}}平方米": "若干"}}'],
  ])('%s is not met by a heading alone', (id, change) => expect(nine(change).state(id)).toBe('不符'));
});

describe('R4, R13: a note is held against its own table, in both directions', () => {
  test('a true note on an empty table passes, whatever words it takes', () => {
    for (const note of ['注：本部门2026年无国有资本经营预算安排的收支，故本表为空表。', '注：本年未安排国有资本经营预算收支。'])
      expect(base(`文字.空表说明: {国有资本经营预算收支: ${note}}`).state('C02'), note).toBe('符合');
  });

  test('one of another table is named with its line and table', () => {
    const { found, state } = base('文字.空表说明: {国有资本经营预算收支: 注：本部门2026年无政府性基金预算支出，故本表为空表。}');
    expect(state('C02')).toBe('不符');
    expect(found('empty-tables-explained')).toEqual([expect.stringMatching(/^158: 预算公开表9的说明.*国有资本经营预算收支没有数据。$/)]);
  });

  test('a table that holds 10.00 is not empty; a form without labels names it by its title', () => {
    const note = '注：本部门2026年无“三公”经费和机关运行经费预算，故本表为空表。';
    expect(nine(`文字.表注: {“三公”经费和机关运行经费: ${note}}`).found('empty-tables-explained')).toEqual([
      `74: 2026年部门“三公”经费和机关运行经费预算表有数据，下面却印着“${note}”。`,
    ]);
  });

  test('nor is what one of its cells holds absent', () => {
    const { found } = nine('文字.表注: {“三公”经费和机关运行经费: 注：本部门2026年没有安排公务接待费。}');
    expect(found('empty-tables-explained')).toEqual([expect.stringContaining('里“公务接待费”有数')]);
  });

  test.each(['注：本表的支出没有使用上年结转资金。', '注：本表不含未安排的预备费。'])('an honest note does not block: %s', (note) =>
    expect(nine(`文字.表注: {财务收支: ${note}}`).errors).toEqual([]),
  );
});

test.each([
  '收入.单位资金: 100000\n支出[0].项目支出: {一般公共预算: 9700000, 单位资金: 100000}\n项目[0].资金: {一般公共预算: 9700000, 单位资金: 100000}',
])('R5: an amount of 单位资金 without its source is one finding, and no word on the form', (change) =>
  expect(nine(change).errors).toEqual(['unit-funds-unsplit']),
);

describe('R14: another level’s words in a district’s file', () => {
  test.each(['市级预算主管部门', '使用市级财政拨款', '指导省级各部门', '联系市级各预算单位'])('%s', (words) =>
    expect(nine(`职责: ["${words}开展工作。"]`).found('wrong-level')).toHaveLength(1),
  );

  test('its own level is none', () => expect(nine('职责: [使用区级财政拨款开展工作。]').found('wrong-level')).toEqual([]));
});

describe('R15: a tail in a sentence is counted and noted like a table’s', () => {
  const thousands = (basic: string, retired: string, project: string, income: string) => `
收入.一般公共预算: ${income}
支出[0].基本支出: {一般公共预算: ${basic}}
支出[0].项目支出: {一般公共预算: ${project}}
支出[1].基本支出: {一般公共预算: ${retired}}
一般公共预算基本支出[0].金额: ${Number(basic) - 2000000}
项目[0].资金: {一般公共预算: ${project}}`;

  test('2,000.01 = 1,030.00 + 970.00', () => {
    const { tails, causes, notes, errors } = nine(thousands('10000040', '300000', '9700040', '20000080'));
    expect(errors).toEqual([]);
    expect(tails).toBeGreaterThan(0);
    expect(causes).toHaveLength(tails);
    for (const cause of causes) expect(cause).toMatch(/四舍五入/);
    expect(notes).toBe(1);
  });

  test('none where the printed parts come to the printed whole', () => {
    expect(nine(thousands('10000000', '300000', '9700000', '20000000'))).toMatchObject({ tails: 0, notes: 0 });
  });
});

describe('R16: where a sentence and a table print one amount apart', () => {
  const sentence = '"“三公”经费预算数为{{万元 三公经费.合计.本年}}": "“三公”经费预算数为{{数量 三公经费.合计.本年}}万元"';
  const told = (change: string) => nine(change).found('narrative-figures-match-tables');

  test('quotes stay whole, and the table and its column are named', () => {
    const [line = '', ...more] = told(`方案改动: {其他/01-三公经费和机关运行经费.hbs: {${sentence}}}`);
    expect(more).toEqual([]);
    expect(line).toContain('说明里的“2026年“三公”经费预算数为');
    expect(line).toContain('在2026年部门“三公”经费和机关运行经费预算表“合计”栏印的是 10.00。');
    expect(line).not.toContain('“”');
  });

  test('a row with a name is named', () => {
    const { found } = base('方案改动: {说明/02-收入预算.hbs: {"{{万元 收入.一般公共预算}}": "{{数量 收入.一般公共预算}}万元"}}');
    const lines = found('narrative-figures-match-tables');
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(/，在预算公开表\d.*“[^“”]+”行“[^“”]+”栏印的是 100\.00。$/);
  });

  test('a table that has other decimals by choice is none', () => {
    const decimals = '报表/09-三公经费和机关运行经费.yaml: {"单位: 万元": "单位: 万元\\n小数: 1"}';
    expect(told(`方案改动: {${decimals}}`)).toEqual([]);
  });
});
