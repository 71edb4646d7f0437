import type { Budget } from '../../budget/budget.js';
import type { THREE_PUBLIC_ITEMS } from '../../definition/schema/kinds.js';
import { type Decimal, sum } from '../../money/decimal.js';

/** What one file states of a “三公” item in a year, of all funds. */
export function threePublicOf(budget: Budget, file: string, item: (typeof THREE_PUBLIC_ITEMS)[number], year: '本年' | '上年'): Decimal {
  const facts = budget.facts('三公经费').filter(({ dimensions }) => dimensions.三公项目 === item && dimensions.年份 === year);
  return sum(facts.filter(({ origin }) => origin.kind === 'stated' && origin.source.file === file).map(({ value }) => value));
}
