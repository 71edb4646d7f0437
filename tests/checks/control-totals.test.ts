import { describe, expect, test } from 'vitest';
import { controlTotals } from '../../src/checks/model/control-totals.js';
import { baseFiles, check, patch } from '../support/build-fixture.js';

/** What the check says of the base definition with these 核对数, and with other changes. */
function outcomes(stated: string, more = '') {
  const report = check(patch(baseFiles(), `核对数: ${stated}\n${more}`), { checks: [controlTotals] });
  return report.outcomes.map(({ outcome }) => outcome);
}
const verdicts = (stated: string, more = '') => outcomes(stated, more).map(({ verdict }) => verdict);
const message = (stated: string, more = '') => {
  const [first] = check(patch(baseFiles(), `核对数: ${stated}\n${more}`), { checks: [controlTotals] }).diagnostics;
  return first && `${first.at?.line === undefined ? '' : '有行号 '}${first.message}${first.hint ?? ''}`;
};

test.each([
  ['收入增减额: 186000', '符合'],
  ['收入增减额: 1000000', '不符'],
  ['上年收入总计: 1140000', '符合'],
  ['收入.变动.上年: 114万元', '符合'],
  ['支出增减率: 16.32%', '符合'],
  ['支出增减率: 16.3%', '符合'],
  ['支出增减率: 16.33%', '不符'],
  ['一般公共预算收入: 1000000', '符合'],
  ['政府性基金预算收入: 20.00万元', '符合'],
  ['财政拨款收入: 1250000', '符合'],
  ['事业收入: 30000', '符合'],
  ['公务接待费: 20000', '符合'],
  ['上年公务接待费: 25000', '符合'],
  ['公务接待费去年: 25000', '符合'],
  ['公务接待费增减额: -5000', '符合'],
  ['公务接待费增减额: +5000', '不符'],
  ['三公经费增减额: 减少0.50万元', '符合'],
  ['机关运行经费上年: 18万元', '符合'],
  ['基本支出占比: 59.73%', '符合'],
  ['国有资产.实有车辆: 2辆', '符合'],
  ['办公用房面积: 1200平方米', '符合'],
  ['公用经费: "200,000.00元"', '符合'],
  ['项目支出: 0.01亿元', '符合'],
  ['项目支出: 0.02亿元', '不符'],
  ['车辆按种类.机要通信用车: 1', '不符'],
  ['支出.按项.2080505.金额: 80000', '符合'],
] as const)('{%s}: %s', (stated, verdict) => {
  expect(verdicts(`{${stated}}`)).toEqual([verdict]);
});

describe('a figure is compared at the precision in which it was typed', () => {
  const cents = '三公经费.公务接待费.本年.一般公共预算: 19850\n三公经费.公务用车运行维护费.本年.一般公共预算: 95000';

  test('11.49万元 and 114,850 元 are the same figure; 11.48万元 is apart by rounding, 11.47万元 is not', () => {
    expect(verdicts('{三公经费合计: 11.49万元}', cents)).toEqual(['符合']);
    expect(verdicts('{三公经费合计: 11.48万元}', cents)).toEqual(['尾差']);
    expect(verdicts('{三公经费合计: 11.47万元}', cents)).toEqual(['不符']);
    expect(verdicts('{三公经费合计: 114850}', cents)).toEqual(['符合']);
    expect(verdicts('{三公经费合计: 114851}', cents)).toEqual(['不符']);
  });

  const fractions = '支出[1].项目支出.单位资金: 40000.49\n支出[1].项目支出.财政专户管理资金: 30000.49';
  test('whole 元 against amounts with cents', () => {
    expect(verdicts('{项目支出: 534001}', fractions)).toEqual(['符合']);
    // The sum of the rounded parts.
    expect(verdicts('{项目支出: 534000}', fractions)).toEqual(['尾差']);
    expect(verdicts('{项目支出: 534003}', fractions)).toEqual(['不符']);
    expect(verdicts('{项目支出: 534000.98}', fractions)).toEqual(['符合']);
  });

  test('amounts without cents leave nothing to rounding', () => {
    expect(verdicts('{项目支出: 534001}')).toEqual(['不符']);
    expect(verdicts('{项目支出: 53万元}')).toEqual(['符合']);
    expect(verdicts('{项目支出: 53.41万元}')).toEqual(['不符']);
  });

  test('a percentage of the amounts as they are printed is apart by rounding', () => {
    // 25,033 → 2.50万元 last year, 20,049 → 2.00万元 this year: 19.91% exactly, 20.00% of the printed ones.
    const odd = '三公经费.公务接待费: {本年: {一般公共预算: 20049}, 上年: 25033}';
    expect(verdicts('{公务接待费增减率: 19.91%}', odd)).toEqual(['符合']);
    expect(verdicts('{公务接待费增减率: 20.00%}', odd)).toEqual(['尾差']);
    expect(verdicts('{公务接待费增减率: 19.99%}', odd)).toEqual(['不符']);
  });
});

describe('what cannot be compared is said at its line', () => {
  test('a misspelt name, with the nearest known one', () => {
    expect(message('{收入增减颔: 186000}')).toMatch(/^有行号 “核对数”里的“收入增减颔”不是程序知道的数。是否为“收入增减额”？/);
    expect(message('{收入总记: 1326000}')).toContain('是否为“收入总计”？');
    expect(message('{三公经费.合计.上牛: 1}')).toContain('是否为“三公经费.合计.上年”？');
  });

  test('a short name that several figures have', () => {
    expect(message('{一般公共预算: 1000000}')).toContain('写明是哪一个：收入.一般公共预算、财政拨款.一般公共预算');
  });

  test('a unit that the figure does not have', () => {
    expect(message('{支出增减率: 16.32}')).toContain('写成“34.96%”');
    expect(message('{行政单位数: 1万元}')).toContain('单位不对');
    expect(message('{收入总计: 34.96%}')).toContain('这是金额');
  });

  test('the rate of a figure that last year did not have', () => {
    expect(message('{公务接待费增减率: 5%}', '三公经费.公务接待费.上年: 0')).toContain('没有增减率');
  });

  test('commas without a unit', () => {
    expect(() => outcomes('{收入总计: "1,326,000"}')).toThrow(/千位分隔符/);
  });
});
