import { describe, expect, test } from 'vitest';
import { loadDefinition } from '../../src/definition/load-definition.js';
import { printExplanation } from '../../src/features/explain/command.js';
import { explain } from '../../src/features/explain/explain.js';
import { buildDocument } from '../../src/pipeline.js';
import { takePreviousYear } from '../../src/previous-year/take-previous-year.js';
import { classifications, inputFile, previousOf } from '../roll-over/support.js';
import { loadedProfile, patchYaml } from '../support/build-case.js';
import { build, patch, realFiles } from '../support/build-fixture.js';
import { caseYaml } from '../support/cases.js';

const { definition, document, tables } = build(realFiles());
if (!definition || !document || !tables) throw new Error('the real data does not build');
const input = { definition, document, tables, pages: new Map([['table-2', '5']]) };

describe('a printed figure', () => {
  test('34.96%: the share, its parts down to the file, and the digits before rounding', () => {
    const { figures } = explain(input, '34.96%');
    const text = printExplanation(explain(input, '34.96%'));
    expect(figures).toHaveLength(1);
    expect(text).toContain('支出（基本支出） 4,414,880.00元 ÷ 支出 12,627,960.91元 ＝ 34.9611471833…%');
    expect(text).toMatch(/2,232,000\.00元　部门\.yaml:\d+:\d+/);
    expect(text).toContain('“基本支出441.49万元，占34.96%”');
  });

  test('47.81: every place of the one figure, with its tails and pages', () => {
    const { figures } = explain(input, '47.81');
    expect(figures).toHaveLength(1);
    expect(figures[0]?.places).toHaveLength(19);
    expect(figures[0]?.derivation.value).toBe('478080');
    const tail = figures[0]?.places.find((place) => place.tail !== undefined);
    expect(tail?.tail).toBe('印出的分项 行政单位离退休 7.34 + 机关事业单位基本养老保险缴费支出 40.46 = 47.80');
    expect(tail?.page).toBe('5');
  });

  test('22.86%: three rates that print alike are told apart', () => {
    const { figures } = explain(input, '22.86%');
    expect(figures.map((figure) => figure.derivation.label)).toEqual(['收入总计增减率', '支出总计增减率', '一般公共预算当年支出增减率']);
    expect(printExplanation(explain(input, '22.86%'))).toContain('增减额 3,742,039.09元 ÷ 上年 16,370,000.00元 ＝ 22.8591270006…%');
  });

  test('separators and the unit may be left out', () => {
    const places = (query: string) => explain(input, query).figures.reduce((sum, figure) => sum + figure.places.length, 0);
    expect(places('1262.80')).toBeGreaterThan(10);
    expect(places('1,262.80万元')).toBe(places('1262.80'));
  });

  test.each([
    ['1262.8', '1262.80'],
    ['110', '110.00'],
    ['100%', '100.00%'],
  ])('R11: zeros at the end of a fraction may be left out: %s is printed as %s', (typed, printed) => {
    const found = explain(input, typed).figures;
    expect(found.flatMap((one) => one.printed)).toContain(printed.replace(/^1262/, '1,262'));
  });
});

test.each([
  ['113,649', '1136490000', '113,649.00'],
  ['113649', '1136490000', '113,649.00'],
  ['2,000', '20000000', '2,000.00'],
])('R11: an amount without its fraction is found: %s', (typed, amount, printed) => {
  const built = build(patch(realFiles(), `政府采购.货物: ${amount}`));
  if (!built.definition || !built.document || !built.tables) throw new Error('the purchase does not build');
  const { figures } = explain({ ...input, definition: built.definition, document: built.document, tables: built.tables }, typed);
  expect(figures.find(({ derivation }) => derivation.label.includes('货物'))?.printed).toContain(printed);
});

test('a path finds every figure that rests on what is stated there', () => {
  const labels = explain(input, '支出[4].基本支出').figures.map((figure) => figure.derivation.label);
  expect(labels).toContain('支出（基本支出）');
  expect(labels).toContain('基本支出占支出合计的比重');
  expect(explain(input, '支出/4/基本支出').figures).toHaveLength(labels.length);
});

test('a figure taken from last year’s file is led back to the lines of that file', () => {
  const previous = previousOf(caseYaml('最小'));
  const edits = [
    ['收入/单位资金', '1200000'],
    ['支出/0/基本支出/单位资金', '1200000'],
    ['上年预算', '取自上年文件'],
  ] as const;
  const file = inputFile('2027.yaml', patchYaml(caseYaml('最小'), ...edits));
  const district = inputFile('区县.yaml', '年度: 2027\n地区: 虚构市示例区\n级次: 区级\n方案: shanxi\n');
  const definition = loadDefinition(file, district, new Map(), (tree) => takePreviousYear(tree, previous));
  const profile = { value: loadedProfile(), diagnostics: [], sources: [] };
  const { document, tables } = buildDocument({ definition, profile, classifications, previous });
  if (!definition.value || !document || !tables) throw new Error(JSON.stringify(definition.diagnostics));
  const found = { definition: definition.value, document, tables, previous };
  // The rate, and the amount.
  for (const asked of ['20.00%', '20.00万元'])
    expect(printExplanation(explain(found, asked)), asked).toMatch(/上年(?:收入总计|支出总计) 1,000,000\.00元　2026\.yaml:6:/);
  expect(printExplanation(explain(found, '20.00%'))).toMatch(/收入总计 1,200,000\.00元　2027\.yaml:\d+:/);
});

test('nothing found says how to ask', () => {
  expect(printExplanation(explain(input, '99999.99'))).toContain('没有找到印作“99999.99”的数');
});
