import { Decimal as Base } from 'decimal.js';

/**
 * Exact decimals of the project: 60 significant digits and rounding half away from zero, as printed budgets round.
 * The only constructor of numbers that end up in print.
 */
export const Decimal = Base.clone({ precision: 60, rounding: Base.ROUND_HALF_UP, toExpNeg: -1e9, toExpPos: 1e9 });
export type Decimal = Base;

export const ZERO = new Decimal(0);

/** Exact sum; the empty sum is zero. */
export function sum(values: Iterable<Decimal>): Decimal {
  let total = ZERO;
  // Most cells of a budget are zero, and each addition makes a number.
  for (const value of values) if (!value.isZero()) total = total.isZero() ? value : total.plus(value);
  return total;
}
