import { expect, test } from 'vitest';
import { expenditureFigures } from '../../src/budget/figures/expenditure.js';
import { fiscalAppropriationFigures } from '../../src/budget/figures/general-budget.js';
import { revenueFigures } from '../../src/budget/figures/revenue.js';
import { baseFiles, build } from '../support/build-fixture.js';

/* Of tests/checks/base.yaml, added up by hand: 1,000,000 + 200,000 + 30,000 + 40,000, and 50,000 + 6,000 of last year's. */
test('what is carried over is in the totals of both sides, and no money of this year', () => {
  const { budget } = build(baseFiles());
  if (!budget) throw new Error('no budget');
  const [revenue, fiscal] = [revenueFigures(budget), fiscalAppropriationFigures(budget)];
  const values = [revenue.currentYear, revenue.carryover, revenue.grandTotal, fiscal.currentYear, fiscal.carryover, fiscal.grandTotal];
  expect(values.map(({ value }) => value.toFixed())).toEqual(['1270000', '56000', '1326000', '1200000', '50000', '1250000']);
  expect(expenditureFigures(budget).grandTotal.value.toFixed()).toBe('1326000');
});
