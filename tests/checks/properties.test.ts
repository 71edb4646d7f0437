import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { CheckReport } from '../../src/checks/check-report.js';
import { buildDocument } from '../../src/pipeline.js';
import { checkFigures, classifications, loadRandom, profile } from '../support/check-figures.js';
import { plausibleBudget, type RandomBudget, randomBudget } from '../support/random-budget.js';

const RUNS = Number(process.env.PROPERTY_RUNS ?? 100);
vi.setConfig({ testTimeout: 180_000 + RUNS * 600 });

/** Looked for by the size of an amount: budgets of any amounts are made to have such. */
const SIZE = ['amounts-fit-unit', 'amounts-near-last-year', 'total-fits-unit', 'total-possible'];
/** Random budgets give any money to any code. */
const FUNDS = 'codes-fit-funds';

/** A year before of which nothing is stated is asked about; nothing else may be. */
const isAskedAbout = ({ department, units }: RandomBudget) => [
  ...SIZE,
  FUNDS,
  ...([department, ...units.values()].every((tree) => !/[1-9]/.test(JSON.stringify(tree.上年预算))) ? ['last-year-stated'] : []),
];

/** What does not hold, in words. */
const wrong = ({ outcomes }: CheckReport, asked: readonly string[]) =>
  outcomes.flatMap(({ check, outcome }) =>
    outcome.verdict === '不符' && !asked.includes(check.code)
      ? [`${check.code} ${outcome.kind === 'comparison' ? `${outcome.left.label} ${outcome.right.label}` : outcome.message}`]
      : [],
  );

describe('random valid budgets', () => {
  test('give no finding at all, figures, tables and text', () => {
    fc.assert(
      fc.property(randomBudget, (random) => {
        const result = buildDocument({ definition: loadRandom(random), profile, classifications });
        const asked = isAskedAbout(random);
        const found = result.diagnostics.filter((one) => !asked.includes(one.code));
        expect(found.map((one) => `${one.code} ${one.message}`)).toEqual([]);
        expect(result.checks && wrong(result.checks, asked)).toEqual([]);
        expect(result.document).toBeDefined();
      }),
      { numRuns: Math.max(50, RUNS / 5) },
    );
  });

  test('rounding never makes a false alarm', () => {
    fc.assert(
      fc.property(randomBudget, (random) => {
        expect(wrong(checkFigures(random), isAskedAbout(random))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('random budgets of plausible amounts', () => {
  test('give no finding on the size of any amount, figures, tables and text', () => {
    fc.assert(
      fc.property(plausibleBudget, (random) => {
        const result = buildDocument({ definition: loadRandom(random), profile, classifications });
        const found = result.diagnostics.filter(({ code }) => code !== FUNDS);
        expect(found.map((one) => `${one.code} ${one.message}`)).toEqual([]);
      }),
      { numRuns: Math.max(50, RUNS / 5) },
    );
  });

  test('nor do their figures alone', () => {
    fc.assert(
      fc.property(plausibleBudget, (random) => {
        expect(wrong(checkFigures(random), [FUNDS])).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});
