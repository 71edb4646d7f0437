import { Decimal } from '../../money/decimal.js';

const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?$/;

/** A sheet does not keep how many zeros end a number; codes have no point, so that none is taken for another. */
export const sameText = (one: string, other: string): boolean =>
  one === other || (NUMBER.test(one) && NUMBER.test(other) && new Decimal(one).eq(new Decimal(other)));

/** Texts, lists and sections that say the same. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (typeof one === 'string' && typeof other === 'string') return sameText(one, other);
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => sameValue(item, other[index]));
  if (!isSection(one) || !isSection(other)) return false;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => Object.hasOwn(other, key) && sameValue(one[key], other[key]));
}

export const isSection = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
