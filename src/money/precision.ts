import { Decimal } from './decimal.js';

/** The unit and the decimals to which a figure was stated. */
export interface StatedUnit {
  readonly power: number;
  readonly decimals: number;
}

/**
 * The unit of an amount that was typed in the file's unit and is only known as exact 元: of trailing zeros nothing is left,
 * so whole 元, 分, and in 万元 two decimals, four or six are told apart.
 */
export function unitOfAmount(yuan: Decimal, fileUnit: '元' | '万元'): StatedUnit {
  const power = fileUnit === '万元' ? 4 : 0;
  const decimals = Math.ceil(scaled(yuan, power).decimalPlaces() / 2) * 2;
  return { power, decimals: Math.max(decimals, power / 2) };
}

const scaled = (value: Decimal, power: number): Decimal => value.div(new Decimal(10).pow(power));

/** The figure as it reads with that unit and those decimals, in 元 again. */
export function readsAs(value: Decimal, { power, decimals }: StatedUnit): Decimal {
  return scaled(value, power).toDecimalPlaces(decimals).times(new Decimal(10).pow(power));
}
