import type { Decimal } from '../money/decimal.js';
import { formatNumber } from '../money/format.js';
import type { FigureUnit } from './figure.js';

/** An exact amount, not rounded: two decimals at least, more where it has more. */
export function exactAmount(yuan: Decimal, unit: '元' | '万元'): string {
  const value = unit === '万元' ? yuan.div(10000) : yuan;
  return `${formatNumber(value, Math.max(2, value.decimalPlaces()), true)}${unit}`;
}

/** What of a ratio without end is shown. */
const RATIO_DECIMALS = 10;

/** A value of any unit, exact, as messages and 由来 show it; of a ratio without end the first decimals, and …. */
export function exactValue(value: Decimal, unit: FigureUnit, amountUnit: '元' | '万元', ratioDecimals = RATIO_DECIMALS): string {
  switch (unit) {
    case 'yuan':
      return exactAmount(value, amountUnit);
    case 'ratio':
      return exactPercent(value.times(100), ratioDecimals);
    case 'count':
      return formatNumber(value, value.decimalPlaces(), true);
    case 'squareMetre':
      return `${formatNumber(value, value.decimalPlaces(), true)}平方米`;
    default:
      return unit satisfies never;
  }
}

function exactPercent(percent: Decimal, decimals: number): string {
  const shown = percent.toDecimalPlaces(decimals);
  return `${shown.toFixed()}${shown.eq(percent) ? '' : '…'}%`;
}
