import { describe, expect, test } from 'vitest';
import { compareWithPreviousYear } from '../../src/previous-year/compare-with-previous-year.js';
import { previousFileName, previousYearFigures } from '../../src/previous-year/previous-year.js';
import { takePreviousYear } from '../../src/previous-year/take-previous-year.js';
import { unconfirmedTexts } from '../../src/previous-year/unconfirmed-texts.js';
import { ORIGINAL_YAML, patchYaml } from '../support/build-case.js';
import { caseYaml } from '../support/cases.js';
import { STATED_YAML } from '../support/stated-sample.js';
import { classifications, definitionOf, previousOf, treeOf } from './support.js';

const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;
const lineOf = (yaml: string, start: string) => yaml.split('\n').findIndex((line) => line.startsWith(start)) + 1;
const SMALL = caseYaml('最小');

describe('last year’s figures from last year’s file', () => {
  test('the office: 支出 by fund, and 公用经费 as 机关运行经费', () => {
    expect(plain(previousYearFigures(definitionOf(ORIGINAL_YAML), classifications))).toEqual({
      上年预算: { 一般公共预算: '12627960.91' },
      三公经费上年: {},
      机关运行经费上年: '679000',
    });
  });

  test('five funds with carryover, 三公 and 单位资金', () => {
    const figures = previousYearFigures(definitionOf(caseYaml('五类资金')), classifications);
    expect(plain(figures)).toMatchSnapshot();
  });

  test('单位资金 by source where they are stated so', () => {
    const yaml = patchYaml(
      SMALL,
      ['支出/0/基本支出/单位资金', { 事业收入: '900000', 其他收入: '100000' }],
      ['收入/单位资金', { 事业收入: '900000', 其他收入: '100000' }],
    );
    expect(plain(previousYearFigures(definitionOf(yaml), classifications).上年预算)).toEqual({
      单位资金: { 事业收入: '900000', 其他收入: '100000' },
    });
  });

  test('a department with units: each file gets its own figures', () => {
    const unit = patchYaml(SMALL, ['部门/名称', '甲站'], ['部门/代码', '999001']);
    const whole = patchYaml(
      SMALL,
      ['部门/所属单位', [{ 名称: '甲站', 单位性质: '事业', 定义: '甲站.yaml' }]],
      ['支出/0/基本支出/单位资金', '7'],
    );
    const definition = definitionOf(whole, { units: { '甲站.yaml': unit } });
    expect(plain(previousYearFigures(definition, classifications).上年预算)).toEqual({ 单位资金: '7' });
    expect(plain(previousYearFigures(definition, classifications, definition.members[1]).上年预算)).toEqual({ 单位资金: '1000000' });
  });
});

describe('taken over into this year’s file', () => {
  const content = (yaml: string, previous: Parameters<typeof takePreviousYear>[1]) => {
    const { tree, diagnostics } = takePreviousYear(treeOf(yaml), previous);
    return {
      value: plain(tree.value) as Record<string, unknown>,
      codes: diagnostics.map(({ code, at }) => `${at?.line}:${at?.column} ${code}`),
    };
  };
  const head = '部门: {代码: "003"}\n';

  test('where the file says so, and where it says nothing', () => {
    const said = content(
      `金额单位: 元\n${head}上年预算: 取自上年文件\n机关运行经费: {上年: 取自上年文件}\n三公经费: {公务接待费: {上年: 取自上年文件}}\n`,
      previousOf(ORIGINAL_YAML),
    );
    expect(said.value).toMatchObject({
      上年预算: { 一般公共预算: '12627960.91' },
      机关运行经费: { 上年: '679000' },
      三公经费: { 公务接待费: { 上年: '0' } },
    });
    expect(said.codes).toEqual([]);
    expect(content(head, previousOf(ORIGINAL_YAML)).value).toMatchObject({
      上年预算: { 一般公共预算: '12627960.91' },
      机关运行经费: { 上年: '679000' },
    });
  });

  test('in the unit of this year’s file', () => {
    expect(content(`金额单位: 万元\n${head}`, previousOf(ORIGINAL_YAML)).value).toMatchObject({
      上年预算: { 一般公共预算: '1262.796091' },
      机关运行经费: { 上年: '67.9' },
    });
  });

  test('typed figures stay, to be compared', () => {
    expect(content(`${head}上年预算: {一般公共预算: "1"}\n机关运行经费: {上年: "2"}\n`, previousOf(ORIGINAL_YAML)).value).toMatchObject({
      上年预算: { 一般公共预算: '1' },
      机关运行经费: { 上年: '2' },
    });
  });

  test('no file of last year: said at each place; where only the year itself is wanted, not', () => {
    const yaml = `${head}上年预算: 取自上年文件\n机关运行经费: {上年: 取自上年文件}\n`;
    expect(content(yaml, undefined)).toMatchObject({
      value: { 上年预算: {}, 机关运行经费: { 上年: '0' } },
      codes: ['2:7 previous-year-missing', '3:14 previous-year-missing'],
    });
    expect(content(yaml, 'unneeded').codes).toEqual([]);
    expect(content(head, undefined)).toMatchObject({ value: { 部门: { 代码: '003' } }, codes: [] });
  });

  test('a key without a value is left to the schema, which names it', () => {
    const yaml = `${head}上年预算:\n机关运行经费: {上年: }\n三公经费: {公务接待费: {上年: ~}}\n`;
    expect(content(yaml, previousOf(ORIGINAL_YAML))).toEqual({
      value: { 部门: { 代码: '003' }, 机关运行经费: {}, 三公经费: { 公务接待费: {} } },
      codes: [],
    });
  });

  test('what is no map is left to the schema', () => {
    expect(
      content(`${head}三公经费: 没有\n机关运行经费: [1]\n`, previousOf(caseYaml('五类资金').replace(/代码: "\d+"/, '代码: "003"'))).value,
    ).toMatchObject({ 三公经费: '没有', 机关运行经费: ['1'] });
  });
});

describe('contradictions', () => {
  test('both figures, the difference and both places', () => {
    const [finding, ...others] = compareWithPreviousYear(
      definitionOf(ORIGINAL_YAML, { year: 2027 }),
      previousOf(ORIGINAL_YAML),
    ).diagnostics;
    expect(finding).toEqual({
      code: 'previous-year-contradicts',
      severity: 'error',
      message: '上年预算的一般公共预算写的是 16,370,000.00元，上年文件里是 12,627,960.91元，相差 3,742,039.09元。',
      at: expect.objectContaining({ file: '2027.yaml', line: lineOf(ORIGINAL_YAML, '  一般公共预算: 16370000') }) as unknown,
      related: [
        { message: '上年文件的支出', at: expect.objectContaining({ file: '2026.yaml', line: lineOf(ORIGINAL_YAML, '支出:') }) as unknown },
      ],
      expected: '12,627,960.91元',
      actual: '16,370,000.00元',
      hint: '上年数由程序从上年文件中取，删去这里写的金额即可；上年文件错了的，改正上年文件。',
    });
    expect(others.map(({ message }) => message)).toEqual([
      '上年机关运行经费写的是 729,100.00元，上年文件里是 679,000.00元，相差 50,100.00元。',
    ]);
  });

  test('none where the figures are the same, or last year has no such department', () => {
    const same = patchYaml(ORIGINAL_YAML, ['上年预算/一般公共预算', '12627960.91'], ['机关运行经费/上年', '679000']);
    expect(compareWithPreviousYear(definitionOf(same, { year: 2027 }), previousOf(ORIGINAL_YAML)).diagnostics).toEqual([]);
    expect(compareWithPreviousYear(definitionOf(ORIGINAL_YAML), previousOf(SMALL)).diagnostics).toEqual([]);
    expect(compareWithPreviousYear(definitionOf(ORIGINAL_YAML), undefined).diagnostics).toEqual([]);
  });
});

test('last year’s file is found by the code in its name', () => {
  const names = ['003-区委办公室.yaml', '0031-甲.yaml', '甲.yaml'];
  expect(previousFileName('003-区委办.yaml', '003', names)).toBe('003-区委办公室.yaml');
  expect(previousFileName('甲.yaml', '777', names)).toBe('甲.yaml');
  expect(previousFileName('乙.yaml', '888', names)).toBeUndefined();
});

test.each(['部门/所属单位', '三公经费/本年', '三公经费/其余', '政府购买服务', '国有资产/车辆'])(
  '%s, where 无 is typed, is there to be confirmed',
  (name) => {
    const stated = patchYaml(STATED_YAML, ['三公经费', { 本年: '无', 其余: '无' }], ['待确认', [name, '已经删去的']]);
    const messages = unconfirmedTexts(definitionOf(stated)).map(({ message }) => message);
    expect(messages).toEqual([`“${name}”沿用上年的内容，还没有人确认。`, '待确认的“已经删去的”已经不在文件里。']);
  },
);
