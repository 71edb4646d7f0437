import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { amount, choice, section, text } from '../../src/definition/fields.js';
import { parseYaml } from '../../src/definition/parse-yaml.js';
import { validate } from '../../src/definition/validate.js';
import { sourceText } from '../../src/diagnostics/source-text.js';
import { nearestWord } from '../../src/plain/nearest-word.js';
import { codesOf, readSmall } from '../support/read-small.js';

function check(schema: z.ZodType, yaml: string) {
  const { tree } = parseYaml(sourceText('a.yaml', yaml));
  if (!tree) throw new Error('the test YAML must be readable');
  return validate(schema, tree);
}
const first = (schema: z.ZodType, yaml: string) => check(schema, yaml).diagnostics[0];

test('a good file gives its typed value', () => {
  const { value, diagnostics } = readSmall(
    '部门:\n  名称: 办公室\n  代码: 001001\n批复日期: 2026年2月5日\n支出:\n  - { 科目: 2010301, 金额: 1262.80 }\n公开: 是\n',
  );
  expect(diagnostics).toEqual([]);
  expect(JSON.parse(JSON.stringify(value))).toEqual({
    部门: { 名称: '办公室', 代码: '001001' },
    批复日期: '2026-02-05',
    支出: [{ 科目: '2010301', 金额: '1262.8' }],
    公开: true,
  });
});

test('CRLF and a byte order mark change nothing', () => {
  const bad = '部门:\n  名秤: 办公室\n支出:\n  - { 科目: 1, 金额: 1e3 }\n';
  expect(readSmall(`\uFEFF${bad.replaceAll('\n', '\r\n')}`)).toEqual(readSmall(bad));
});

test('a misspelt required key is one mistake', () => {
  expect(codesOf('部门:\n  名秤: 办公室\n')).toEqual(['unknown-key']);
  expect(codesOf('部门:\n  甲乙丙丁戊己: 办公室\n')).toEqual(['missing-key', 'unknown-key']);
});

describe('a key without a value', () => {
  const named = (yaml: string) => readSmall(yaml).diagnostics.map(({ code, at }) => `${at?.line}:${at?.column} ${code}`);
  const OK = '部门: { 名称: 办公室 }\n';

  test('is named, whatever the schema asks of it', () => {
    expect(named(`${OK}车辆:\n批复日期: ~\n支出: null\n三公经费:\n`)).toEqual(['2:1', '3:1', '4:1', '5:1'].map((at) => `${at} empty-key`));
    expect(named('部门: { 名称: }\n胡写:\n')).toEqual(['1:7 missing-key', '2:1 unknown-key']);
  });

  test('is named once, and with the others', () => {
    expect(named(`${OK}车两: { 甲: , 乙: }\n公开:\n面积: 大\n`)).toEqual(['4:5 number-invalid', '2:1 unknown-key', '3:1 empty-key']);
  });
});

describe('a union names the mistake in the branch that was meant', () => {
  const schema = section({
    行: z.array(z.union([section({ 名称: text('名称'), 金额: amount('元') }), section({ 左: text('左'), 右: text('右') })])),
    值: z.union([choice(['甲', '乙']), z.array(choice(['甲', '乙']))]).optional(),
  });

  test('by the keys that are there', () => {
    expect(first(schema, '行:\n  - { 左: 1, 右面: 2 }\n')).toMatchObject({ code: 'unknown-key', at: { line: 2, column: 13 } });
    expect(first(schema, '行:\n  - { 名称: 1, 金额: 1e3 }\n')).toMatchObject({ code: 'amount-invalid', at: { line: 2, column: 18 } });
  });

  test('by the type of the value', () => {
    expect(first(schema, '行: []\n值: 丙\n')).toMatchObject({ code: 'choice-invalid', at: { line: 2 } });
    expect(first(schema, '行: []\n值: [甲, 丙]\n')).toMatchObject({ code: 'choice-invalid', at: { line: 2, column: 8 } });
    expect(first(schema, '行: []\n值: { 甲: 1 }\n')).toMatchObject({ code: 'wrong-type' });
    expect(first(schema, '行: [甲]\n')).toMatchObject({ code: 'wrong-type' });
  });

  test('that has a discriminator by its allowed words', () => {
    const kinds = z.discriminatedUnion('类', [section({ 类: z.literal('甲'), 甲值: text('甲值') }), section({ 类: z.literal('乙') })]);
    const schemaOfKinds = section({ 表: kinds });
    expect(first(schemaOfKinds, '表: { 类: 丙 }\n')).toMatchObject({ code: 'choice-invalid', at: { line: 1, column: 9 } });
    expect(first(schemaOfKinds, '表: { 甲值: 1 }\n')).toMatchObject({ code: 'missing-key' });
    expect(first(schemaOfKinds, '表: { 类: 甲 }\n')).toMatchObject({ code: 'missing-key', message: '“表”中缺少“甲值”。' });
  });
});

test('a schema may bring its own words, code aside', () => {
  const schema = section({
    字号: z.string({ error: '应为数字' }).regex(/^\d+$/, { error: '应为数字，如 16' }),
    年: text('年').refine((year) => year === '2026', { error: '不是本年', params: { hint: '改为 2026。' } }),
  });
  expect(check(schema, '字号: 大\n年: 2025\n').diagnostics).toMatchObject([
    { code: 'value-invalid', message: '“字号”应为数字，如 16。' },
    { code: 'value-invalid', message: '“年”不是本年。', hint: '改为 2026。' },
  ]);
});

test('recursive schemas are followed', () => {
  const node: z.ZodType = z.lazy(() => section({ 名: text('名'), 下级: z.array(node).optional() }));
  expect(first(node, '名: 一\n下级:\n  - 名: 二\n    下极: []\n')).toMatchObject({ code: 'unknown-key', at: { line: 4 } });
});

test('a thousand mistakes are listed, more are counted as one', () => {
  const { diagnostics } = readSmall(`部门: { 名称: 一 }\n${Array.from({ length: 5000 }, (_, index) => `键${index}: 1`).join('\n')}\n`);
  expect(diagnostics).toHaveLength(1001);
  expect(diagnostics.at(-1)?.code).toBe('too-many-mistakes');
});

describe('nearestWord', () => {
  const KEYS = ['部门', '部门代码', '支出', '收入', '因公出国（境）费', '公务接待费'];
  test.each([
    ['因公出国(境)费', '因公出国（境）费'],
    ['因公出国境费', '因公出国（境）费'],
    ['公务接待费用', '公务接待费'],
    ['“部门”', '部门'],
    ['支岀', '支出'],
    ['部门名称', '部门'],
    ['项目', undefined],
    ['constructor', undefined],
  ])('%s', (typed, expected) => expect(nearestWord(typed, KEYS)).toBe(expected));
  test('a whole text is near to no key', () => expect(nearestWord('部门'.repeat(5000), KEYS)).toBeUndefined());
});
