import type { Decimal } from '../money/decimal.js';
import { formatNumber } from '../money/format.js';
import { type AmountUnit, inUnit } from '../money/units.js';

/** What a figure counts. Amounts are always held in 元; `ratio` 0.3496 prints as 34.96%. */
export type FigureUnit = 'yuan' | 'ratio' | 'count' | 'squareMetre';

/** Where a figure comes from: a leaf of the definition, or a formula over other figures. */
export type FigureOrigin =
  | { readonly kind: 'stated'; readonly path: string }
  | { readonly kind: 'derived'; readonly formula: string; readonly inputs: readonly string[]; readonly basis?: string };

/** A leaf's place in one text: file#/支出/0/基本支出/一般公共预算. */
export const statedPath = (file: string, path: readonly (string | number)[]): string => `${file}#/${path.join('/')}`;

/** Its file, and the steps to it; a step that is a number is the place in a list. */
export function placeOfStated(text: string): { readonly file: string; readonly path: readonly (string | number)[] } {
  const [file = '', path = ''] = text.split('#/');
  return { file, path: path.split('/').map((step) => (/^\d+$/.test(step) ? Number(step) : step)) }; // ok: an index
}

/** One figure of the budget, as the document carries it: exact value as a decimal string, unit, label, origin. */
export interface FigureRecord {
  readonly id: string;
  readonly label: string;
  readonly unit: FigureUnit;
  readonly value: string;
  readonly origin: FigureOrigin;
  /** The fact table (表) and what is said of its dimensions (科目, 资金, 时段 …), where the figure is of one table. */
  readonly about?: Readonly<Record<string, string>>;
  /** What a published total has beyond the rounded amounts below it. */
  readonly isTail?: true;
}

/** A figure as printed at one place: the id of its record, its exact value and its printed form. */
export interface FigureInline {
  readonly type: 'figure';
  readonly figure: string;
  readonly unit: FigureUnit;
  readonly value: string;
  readonly text: string;
}

/** An exact amount, not rounded: two decimals at least, more where it has more. */
export function exactAmount(yuan: Decimal, unit: AmountUnit): string {
  const value = inUnit(yuan, unit);
  return `${formatNumber(value, Math.max(2, value.decimalPlaces()), true)}${unit}`;
}

/** What of a ratio without end is shown. */
const RATIO_DECIMALS = 10;

/** A value of any unit, exact, as messages and 由来 show it; of a ratio without end the first decimals, and …. */
export function exactValue(value: Decimal, unit: FigureUnit, amountUnit: AmountUnit, ratioDecimals = RATIO_DECIMALS): string {
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
