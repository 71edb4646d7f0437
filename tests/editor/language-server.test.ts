import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../support/build-case.js';
import { type LanguageServer, startLanguageServer } from './language-server.js';

/** The editor of an accountant: the YAML extension with the settings that the repository recommends. */
let editor: LanguageServer;
const settings = JSON.parse(readFileSync(join(ROOT, '.vscode/settings.json'), 'utf8')) as Record<string, unknown>;
const yaml = Object.fromEntries(
  Object.entries(settings).flatMap(([key, value]) => (key.startsWith('yaml.') ? [[key.slice('yaml.'.length), value]] : [])),
);
beforeAll(async () => {
  editor = await startLanguageServer({ validate: true, hover: true, completion: true, ...yaml });
}, 60_000);
afterAll(() => editor.stop());

const DEPARTMENT = 'data/2026/105-教育局.yaml';
const head = (schema: string) => `# yaml-language-server: $schema=../${schema}.schema.json\n`;
const department = (marked: string) => editor.at(DEPARTMENT, head('部门预算') + marked);
const district = (marked: string) =>
  editor.at('data/2026/区县/区县.yaml', `# yaml-language-server: $schema=../../区县.schema.json\n${marked}`);

describe('is offered', () => {
  test.each([
    ['a word', '金额单位: ‸\n', ['元', '万元'], /本文件中所有金额的单位/],
    ['a code of the lists, with its name', '支出:\n  - 科目: ‸\n', ['2010301', '2080505'], /^行政运行$/],
    ['a code of the other list', '一般公共预算基本支出:\n  - 科目: ‸\n', ['30101'], /^基本工资$/],
    ['a key, with what it means', '部门:\n  ‸\n', ['名称', '代码', '单位性质'], /部门全称/],
    ['a key of a list', '项目:\n  - ‸\n', ['类别', '资金'], /^其他运转类或特定目标类/],
    ['an amount as it is written, not 0', '收入:\n  一般公共预算: ‸\n', ['1262800.5'], /^$/],
  ])('%s', async (_, marked, labels, told) => {
    const offered = await (await department(marked)).completions();
    const found = labels.map((label) => offered.find((one) => one.label === label));
    expect(found.map((one) => one?.label)).toEqual(labels);
    expect(found[0]?.told ?? '').toMatch(told);
  });

  test('the words of a district', async () => {
    const offered = await (await district('级次: ‸\n')).completions();
    expect(offered.map(({ label }) => label)).toEqual(['省级', '市级', '区级', '县级', '乡镇级']);
  });
});

describe('is told', () => {
  test.each([
    ['what a key is for', '批复‸日期: 2026-02-06\n', /#### 批复日期\s+财政部门批复预算的日期/],
    ['the name of a code', '支出:\n  - 科目: 20103‸01\n', /^#### 2010301 行政运行\n/],
    ['what an amount is', '上年预算:\n  一般公共‸预算: 5\n', /一般公共预算安排的金额（元），没有就写“无”；冲减填负数/],
  ])('%s', async (_, marked, told) => {
    const hover = await (await department(marked)).hover();
    expect(hover).toMatch(told);
    expect(hover).not.toContain('Allowed Values');
  });

  test('a term of a district', async () => {
    expect(await (await district('名词解释:\n  - 名‸词: 基本支出\n')).hover()).toContain('要解释的名词');
  });
});

describe('of a profile', () => {
  const table = (marked: string) =>
    editor.at('templates/my/报表/01-收支总表.yaml', `# yaml-language-server: $schema=../../报表.schema.json\n${marked}`);
  const spec = (marked: string) => editor.at('templates/my/方案.yaml', `# yaml-language-server: $schema=../方案.schema.json\n${marked}`);

  test('the words of a key are offered', async () => {
    const offered = await (await table('方向: ‸\n')).completions();
    expect(offered.map(({ label }) => label)).toEqual(expect.arrayContaining(['横向', '纵向']));
  });

  test('a key is told with its effect', async () => {
    expect(await (await spec('报表目录‸标签: 表{{序号}}\n')).hover()).toContain('目录里报表标题前面的表号');
  });

  test('a key that there is not is found at its line', async () => {
    const found = await (await spec('报表标簽: 表{{序号}}\n')).findings();
    expect(found.filter((line) => /^2: Property 报表标簽 is not allowed/.test(line))).toHaveLength(1);
  });
});

describe('is found', () => {
  const findings = async (text: string) => (await (await department(text)).findings()).filter((line) => !/Missing property/.test(line));

  test.each([
    ['an amount with separators', '收入:\n  一般公共预算: 1,200\n', /^3: 写金额（元），如 1262\.80：不写千位分隔符和单位，最多 2 位小数。/],
    ['a negative amount', '收入:\n  一般公共预算: -5\n', /^3: 写金额（元），如 1262\.80：/],
    ['a short code', '支出:\n  - 科目: 201030\n', /^3: 编码是 7 位数字。/],
    ['a long code', '一般公共预算基本支出:\n  - 科目: 301011\n', /^3: 编码是 5 位数字。/],
    ['an amount in the form of another notation', '收入:\n  一般公共预算: 1e15\n', /^3: 写金额（元），如 1262\.80：/],
    ['a date', '批复日期: 2026.2.6\n', /^2: 写日期，如 2026-02-06。/],
    ['a misspelt key', '部门:\n  名稱: 某局\n', /^3: Property 名稱 is not allowed\./],
  ])('%s, at its line and under a name', async (_, text, finding) => {
    const found = await findings(text);
    expect(found.filter((line) => finding.test(line))).toHaveLength(1);
    expect(found.join('\n')).toContain('yaml-schema: ');
    expect(found.join('\n')).not.toMatch(/file:|%E/);
  });

  test('a code that the lists do not have yet, a code in quotation marks, and the whole sample: nothing', async () => {
    expect(await findings('支出:\n  - 科目: 2999999\n  - 科目: "2010301"\n')).toEqual([]);
    const sample = readFileSync(join(ROOT, 'data/2026/003-朔州市平鲁区人民政府办公室.yaml'), 'utf8');
    expect(await (await editor.at(DEPARTMENT, sample)).findings()).toEqual([]);
    const shared = readFileSync(join(ROOT, 'data/2026/区县.yaml'), 'utf8');
    expect(await (await editor.at('data/2026/区县.yaml', shared)).findings()).toEqual([]);
  });
});
