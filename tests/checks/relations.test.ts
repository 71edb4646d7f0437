import { expect, test } from 'vitest';
import { ALL_CHECKS } from '../../src/checks/all-checks.js';
import { REQUIREMENT_IDS, requirementsAbout } from '../../src/checks/requirements.js';
import { baseFiles, check } from '../support/build-fixture.js';

/** Lines of the checklist that sum up: all relations, and the findings of the other stages. */
const SUMS = ['C21', 'C22'];
/** Only looked at where a district demands it, or where there are units. */
const NOT_IN_BASE = ['C17', 'C19'];

test('every requirement has a check', () => {
  const served = new Set<string>(ALL_CHECKS.flatMap((one) => one.relations));
  expect(REQUIREMENT_IDS.filter((id) => !served.has(id))).toEqual(SUMS);
});

test('every check serves a requirement, and rests on a notice or says that it is an inference', () => {
  expect(ALL_CHECKS.filter((one) => one.relations.length === 0)).toEqual([]);
  expect(ALL_CHECKS.filter((one) => (one.basis === undefined) !== (one.inference ?? false)).map((one) => one.code)).toEqual([]);
});

test('on a whole budget each of them is looked at: the checks that claim it give outcomes', () => {
  const { outcomes } = check(baseFiles());
  const looked = new Set<string>(outcomes.filter(({ state }) => state !== '未能核对').flatMap((one) => one.check.relations));
  // N-5 is also held against last year's file where there is one: previous-year-contradicts, see slips.test.ts.
  expect(REQUIREMENT_IDS.filter((id) => !looked.has(id) && !SUMS.includes(id) && !NOT_IN_BASE.includes(id))).toEqual([]);
});

test('a finding concerns the lines that its place belongs to, and every relation; without a place, all', () => {
  const reasons = ['C05', 'C06', 'C07', 'N-2'] as const;
  expect(requirementsAbout(reasons, [['增减原因', '公务接待费']])).toEqual(['C05', 'N-2']);
  expect(requirementsAbout(reasons, [['机关运行经费']])).toEqual(['C07', 'N-2']);
  expect(requirementsAbout(reasons, [])).toEqual(reasons);
});

test('what the profile says of tables is found in them: nothing is left unchecked', () => {
  const { outcomes } = check(baseFiles());
  expect(outcomes.filter(({ state }) => state === '未能核对').map((one) => one.check.code)).toEqual(['last-year-published']);
});
