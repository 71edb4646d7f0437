import type { Decimal } from './decimal.js';
import { type AmountUnit, inUnit } from './units.js';

/** How all numbers of a document are written. */
export interface NumberStyle {
  /** Whether thousands are separated. */
  readonly separators: boolean;
  /** Whether nothing is «0», without the decimals that other numbers have. */
  readonly bareZero?: boolean;
}

/** How an amount in 元 is printed: the unit, and the digits after the point. */
export interface AmountFormat extends NumberStyle {
  readonly unit: AmountUnit;
  readonly decimals: number;
}

/** How a ratio is printed as a percentage. */
export interface RateFormat extends NumberStyle {
  readonly decimals: number;
}

/** The one rounding step: exact 元 to the printed unit, half away from zero. */
export function roundToUnit(yuan: Decimal, format: AmountFormat): Decimal {
  return inUnit(yuan, format.unit).toDecimalPlaces(format.decimals);
}

/** There is an amount, but too little for the last digit that is printed. */
export function printsAsZero(yuan: Decimal, format: AmountFormat): boolean {
  return !yuan.isZero() && roundToUnit(yuan, format).isZero();
}

/** Prints an amount given in 元; never gives `-0.00`. */
export function formatAmount(yuan: Decimal, format: AmountFormat): string {
  if (yuan.isZero() && format.bareZero) return '0';
  return formatNumber(roundToUnit(yuan, format), format.decimals, format.separators);
}

/** Prints a ratio (0.3496 means 34.96 %) with its percent sign. */
export function formatPercent(ratio: Decimal, { decimals, separators, bareZero }: RateFormat): string {
  if (ratio.isZero() && bareZero) return '0%';
  return `${formatNumber(ratio.times(100).toDecimalPlaces(decimals), decimals, separators)}%`;
}

/** Prints an already rounded number with a fixed count of decimals. */
export function formatNumber(rounded: Decimal, decimals: number, separators: boolean): string {
  // The library gives zero no sign.
  const text = rounded.toFixed(decimals);
  return separators ? separateThousands(text) : text;
}

function separateThousands(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
