import type { FigureUnit } from '../../document/figure.js';
import type { Decimal } from '../../money/decimal.js';
import { formatNumber } from '../../money/format.js';

/** An exact amount, not rounded: two decimals at least, more where it has more. */
export function exactAmount(yuan: Decimal, unit: '元' | '万元'): string {
  const value = unit === '万元' ? yuan.div(10000) : yuan;
  return `${formatNumber(value, Math.max(2, value.decimalPlaces()), true)}${unit}`;
}

/** A value of any unit, exact, as messages show it. */
export function exactValue(value: Decimal, unit: FigureUnit, amountUnit: '元' | '万元'): string {
  switch (unit) {
    case 'yuan':
      return exactAmount(value, amountUnit);
    case 'ratio':
      return `${formatNumber(value.times(100), value.times(100).decimalPlaces(), false)}%`;
    case 'count':
      return formatNumber(value, value.decimalPlaces(), true);
    case 'squareMetre':
      return `${formatNumber(value, value.decimalPlaces(), true)}平方米`;
    default:
      return unit satisfies never;
  }
}
