import { describe, expect, test } from 'vitest';
import { changeOutliers, median, threePublicOutliers } from '../../src/features/batch/page/outliers.js';
import { Decimal } from '../../src/money/decimal.js';
import { summary } from './entries.js';

describe('totals that moved far', () => {
  const changes = (...pairs: [total: string, previous: string][]) =>
    changeOutliers(pairs.map(([total, previous], index) => summary({ code: `00${index}`, total, previous }))).map(
      ({ department, rate }) => `${department.code} ${rate.toFixed(2)}`,
    );

  test('half of last year and more, up or down; a 分 less is not', () => {
    expect(changes(['150', '100'], ['50', '100'], ['149.99', '100'])).toEqual(['000 0.50', '001 -0.50']);
  });

  test('by amount, not by rate', () => {
    expect(changes(['3', '1'], ['2000', '1000'])).toEqual(['001 1.00', '000 2.00']);
  });

  test('a department without last year has no rate', () => {
    expect(changes(['100', '0'])).toEqual([]);
  });

  test('ten at most', () => {
    expect(changes(...Array.from({ length: 12 }, (): [string, string] => ['3', '1']))).toHaveLength(10);
  });

  test('carries the reason that the department gives', () => {
    const [one] = changeOutliers([summary({ code: '001', total: '2', previous: '1', reasons: [{ about: '收入', text: '新增项目' }] })]);
    expect(one?.reason).toBe('新增项目');
  });

  test("not a unit's own document", () => {
    expect(changeOutliers([summary({ code: '001001', total: '2', previous: '1', partOf: '教育局' })])).toEqual([]);
  });
});

describe('“三公” far from the others', () => {
  const spending = (...amounts: string[]) =>
    threePublicOutliers(amounts.map((threePublic, index) => summary({ code: `0${10 + index}`, threePublic })));

  test('median and deviation over those that have any; the far one is found', () => {
    const { departments, median: middle, deviation, outliers } = spending('1', '2', '3', '4', '5', '6', '7', '100', '0');
    expect([departments, middle?.toFixed(), deviation?.toFixed()]).toEqual([8, '4.5', '2']);
    expect(outliers.map(({ department, score }) => `${department.code} ${score.toFixed(2)}`)).toEqual(['017 32.21']);
  });

  test('none where all are near', () => {
    expect(spending('1', '2', '3', '4', '5', '6', '7', '8').outliers).toEqual([]);
  });

  test('too few to say', () => {
    expect(spending('1', '2', '3', '100')).toEqual({ departments: 4, outliers: [] });
  });

  test('most spend the same: there is no measure, so nothing is said', () => {
    expect(spending('5', '5', '5', '5', '5', '5', '5', '900').outliers).toEqual([]);
  });
});

test.each([
  [['3'], '3'],
  [['1', '2'], '1.5'],
  [['0.03', '0.01', '0.02'], '0.02'],
])('the median of %j is %s', (values, expected) => {
  expect(median(values.map((value) => new Decimal(value))).toFixed()).toBe(expected);
});
