import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { departmentSchema } from '../../src/definition/schema/department.js';
import { districtSchema } from '../../src/definition/schema/district.js';
import { rollFile } from '../../src/features/roll-over/roll-file.js';
import { ORIGINAL_YAML, ROOT } from '../support/build-case.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const roll = (text: string, schema: z.ZodType = departmentSchema('元')) =>
  rollFile({ file: { name: '2026.yaml', bytes: bytes(text) }, target: '2027.yaml', schema, year: 2027 });
/** Lines of one text that the other has not, in order; enough where lines are only replaced or added. */
const onlyIn = (one: string, other: string) => {
  const lines = new Set(other.split('\n'));
  return one.split('\n').filter((line) => !lines.has(line));
};

const commentsOf = (yaml: string) => [...yaml.matchAll(/(?:^|\s)#.*$/gm)].map(([comment]) => comment.trim());
const keysOf = (yaml: string) => [...yaml.matchAll(/^([^\s#-].*?):/gm)].map(([, key]) => key);

test('the diff of a file and its next year: figures, dates, last year’s figures, and the list to confirm; all else stays', async () => {
  const old = readFileSync(join(import.meta.dirname, '例/2026.yaml'), 'utf8');
  const { text = '', toFill, toConfirm } = roll(old);
  await expect(text).toMatchFileSnapshot('例/2027.yaml');
  const diff = [...onlyIn(old, text).map((line) => `- ${line}`), ...onlyIn(text, old).map((line) => `+ ${line}`)].join('\n');
  await expect(`${diff}\n`).toMatchFileSnapshot('例/差异.txt');
  expect(text.match(/待填/g)).toHaveLength(toFill);
  expect(text.match(/^ {2}- .*$/gm)?.slice(0, toConfirm.length)).toHaveLength(toConfirm.length);
});

test('the office: every comment but for the file’s own year, the order of keys and the line ends stay', () => {
  const { text = '', toFill } = roll(ORIGINAL_YAML);
  const kept = commentsOf(ORIGINAL_YAML).map((comment) => comment.replace('2026 年部门预算', '2027 年部门预算'));
  expect(commentsOf(text)).toEqual(expect.arrayContaining(kept));
  expect(keysOf(text)).toEqual(['待确认', ...keysOf(ORIGINAL_YAML)]);
  expect(text.match(/待填/g)).toHaveLength(toFill);
});

test('no amount and no date of this year is left; what stands in forms and acknowledgements is to be confirmed', () => {
  const { text: rolled = '', toConfirm } = roll(ORIGINAL_YAML);
  expect(toConfirm.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['项目/政府印刷费（政府办）/绩效目标表', '项目/残疾人就业保障金（政府办）/绩效目标表', '已确认的提醒']),
  );
  const text = rolled.replace(/^已确认的提醒:\n(?: .*\n)+/m, '');
  expect(text.length).toBeLessThan(rolled.length);
  const figures =
    text
      .split('\n')
      .filter((line) => !line.trimStart().startsWith('#'))
      .join('\n')
      .match(/(?<![\w“-])\d[\d.,-]*\d(?![\d年OA])/g) ?? [];
  const codes = /^(?:\d{5}|\d{7})$/;
  const inForms = ['29', '97', '100'];
  expect(figures.filter((figure) => !codes.test(figure) && !['003', '2025', '2026', ...inForms].includes(figure))).toEqual([]);
});

test('texts that name past years are listed with their places, not changed', () => {
  const { diagnostics } = roll(ORIGINAL_YAML);
  expect(diagnostics.map(({ code, severity, at, message }) => [code, severity, at?.line, message])).toEqual([
    ['stale-year', 'warning', expect.any(Number), '“名称”里还写着 2026：“2026年国民经济和社会发展各领域调研及…”。'],
    ['stale-year', 'warning', expect.any(Number), '“名称”里还写着 2026：“2026年政府网站运维费（政府办）”。'],
  ]);
});

test('the district gets the new year, and its texts are to be confirmed', () => {
  const { text = '', toConfirm } = roll(readFileSync(join(ROOT, 'data/2026/区县.yaml'), 'utf8'), districtSchema);
  expect(text).toContain('\n年度: 2027\n');
  expect(toConfirm.map(({ name }) => name)).toEqual(['名词解释']);
});

test.each([
  [
    '上年预算:\n  # 去年\n  一般公共预算: 1 # 批复数\n  上年结转: {单位资金: 2}   # 决算\n国有资产: {}\n',
    '# 去年\n# 批复数\n上年预算: 取自上年文件   # 决算\n国有资产: {}\n',
  ],
  ['上年预算: {一般公共预算: 1}   # 批复数\n', '上年预算: 取自上年文件   # 批复数\n'],
  ['上年预算: {}\n', '上年预算: 取自上年文件\n'],
  [
    '三公经费:\n  公务接待费: {本年: {一般公共预算: 5}, 上年: "6"}\n',
    '三公经费:\n  公务接待费: {本年: {一般公共预算: 待填}, 上年: 取自上年文件}\n',
  ],
  ['机关运行经费:\n    上年:   7 # 七\n', '机关运行经费:\n    上年: 取自上年文件 # 七\n'],
  ['收入:\r\n  单位资金: 5\r\n', '收入:\r\n  单位资金: 待填\r\n'],
  [
    '收入: {单位资金: {事业收入: 5, 其他收入: 0}, 政府性基金预算: [{科目: 1030148, 名称: 土地, 金额: 9}]}',
    '收入: {单位资金: {事业收入: 待填, 其他收入: 待填}, 政府性基金预算: [{科目: 1030148, 名称: 土地, 金额: 待填}]}',
  ],
])('%j', (before, after) => {
  expect(roll(before).text).toBe(after);
});

test('a list that last year left unfinished is replaced', () => {
  const { text } = roll('# 头\n待确认:\n  - 职责\n  - 增减原因/收入\n职责: [甲]\n其他说明: 乙\n');
  expect(text).toBe(
    '# 头\n# 下列内容沿用 2026 年的：逐条核对，改好或没有问题后，删去它的那一行；全部删完，“待确认:”也删去，才能公开。\n待确认:\n  - 职责\n  - 其他说明\n\n职责: [甲]\n其他说明: 乙\n',
  );
});

test('a part that the schema does not know is to be confirmed, never passed on unseen', () => {
  expect(roll('新的一项: {甲: 一, 乙: 二}\n').toConfirm.map(({ name }) => name)).toEqual(['新的一项/甲', '新的一项/乙']);
});

test.each([
  ['1262.80', '待填'],
  ['1,262.80万元', '待填'],
  ['2026-02-06', '待填'],
  ['2026年2月6日', '待填'],
  ['无', '无'],
  ['95%', '95%'],
  ['3年', '3年'],
])('%s, where the schema says nothing: %s', (typed, becomes) => {
  const { text, toConfirm } = roll(`新的一项: ${typed}\n`);
  expect(text).toContain(`新的一项: ${becomes}\n`);
  expect(toConfirm).toHaveLength(becomes === '待填' ? 0 : 1);
});

test('a file that is not YAML is refused with its place', () => {
  const { text, diagnostics } = roll('部门：甲\n');
  expect(text).toBeUndefined();
  expect(diagnostics[0]).toMatchObject({ code: 'yaml-full-width-colon', at: { file: '2026.yaml', line: 1 } });
});
