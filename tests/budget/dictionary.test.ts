import { expect, test } from 'vitest';
import { CUBES } from '../../src/budget/cubes/index.js';
import { dimensionsOf, shapesOf, wordsIn } from '../../src/budget/dictionary.js';
import type { Dimension } from '../../src/budget/dimensions.js';
import type { Fact } from '../../src/budget/facts.js';
import { buildWell, profileNamed, RICH_YAML } from '../profile/support.js';
import { ORIGINAL_YAML } from '../support/build-case.js';

const budgets = [RICH_YAML, ORIGINAL_YAML].map((yaml) => buildWell(profileNamed('shanxi'), yaml).budget);
const facts = budgets.flatMap((budget) => CUBES.flatMap((cube) => budget?.facts(cube) ?? []));
const KINDS = { 车辆: undefined, 设备: undefined };

/** Which shape of its table a fact has, by its dimensions and their words. */
const shapeOf = ({ cube, dimensions }: Fact): number =>
  shapesOf(cube).findIndex((shape) => {
    const known = Object.entries(dimensions).every(([dimension, value]) => {
      const holds = shape[dimension as Dimension];
      const words = wordsIn(holds, KINDS as never);
      return (
        holds !== undefined && (words === undefined || words.includes(value) || cube === '车辆' || cube === '计划购置' || cube === '资产')
      );
    });
    const missing = Object.keys(shape).filter((dimension) => dimension !== '来源' && !(dimension in dimensions));
    return known && missing.length === 0;
  });

test('every fact has a shape of the dictionary', () => {
  expect(facts.filter((fact) => shapeOf(fact) === -1).map(({ id, dimensions }) => `${id} ${JSON.stringify(dimensions)}`)).toEqual([]);
});

test('every shape but those that few forms ask for is the shape of some fact', () => {
  const seen = new Set(facts.map((fact) => `${fact.cube} ${shapeOf(fact)}`));
  const unseen = CUBES.flatMap((cube) => shapesOf(cube).flatMap((_, index) => (seen.has(`${cube} ${index}`) ? [] : [`${cube} ${index}`])));
  // The others are seen in tests/profile/own-language.test.ts and form-language.test.ts.
  expect(unseen).toEqual(['支出 1', '上年项目支出 0', '上年执行 0', '上年支出 0', '上年支出 1', '上年执行支出 0', '上年执行支出 1']);
});

test('every fact has a unit', () => {
  for (const cube of CUBES.filter((one) => one !== '明细' && one !== '自有数据')) expect(dimensionsOf(cube)).toContain('单位');
  expect(facts.filter(({ dimensions }) => !dimensions.单位)).toEqual([]);
});
