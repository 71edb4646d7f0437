import { Decimal } from '../../money/decimal.js';

/** A printed number, its separators and unit taken off; undefined where the text is not a number. An empty cell is zero. */
export function printedNumber(text: string): Decimal | undefined {
  const bare = text.replace(/,/g, '').replace(/(?:万元|元|%|平方米)$/, '');
  if (bare === '') return new Decimal(0);
  return /^-?\d+(?:\.\d+)?$/.test(bare) ? new Decimal(bare) : undefined;
}

/** Decimals of a printed number. */
export function printedDecimals(text: string): number {
  return /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
}

/**
 * value ÷ 10^shift rounded half away from zero to `decimals`, in whole numbers of its last place.
 * Uses none of the code that prints: a second way to the same figure.
 */
export function roundedUnits(value: string, shift: number, decimals: number): bigint {
  const [, sign, whole = '0', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) ?? [];
  const drop = fraction.length + shift - decimals;
  const digits = BigInt(whole + fraction);
  const divisor = 10n ** BigInt(Math.max(0, drop));
  const scaled = drop >= 0 ? (digits * 2n + divisor) / (divisor * 2n) : digits * 10n ** BigInt(-drop);
  return sign === '-' ? -scaled : scaled;
}

/** A printed number in whole numbers of its last place. */
export function printedUnits(text: string): bigint | undefined {
  const bare = text.replace(/[,.]/g, '').replace(/(?:万元|元|%|平方米)$/, '');
  return /^-?\d+$/.test(bare) ? BigInt(bare) : undefined;
}
