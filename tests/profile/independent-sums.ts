import { parse } from 'yaml';

// A second way to each printed total, which shares no code with the program: the numbers of the YAML as typed, added up.

export type Leaf = number | string | { readonly [key: string]: Leaf } | readonly Leaf[];
export type Tree = Readonly<Record<string, Leaf>>;
/** Whether the number at this path counts. */
export type Only = (path: readonly string[]) => boolean;

/** Codes, counts and prices of one: numbers that are no money. */
const NOT_MONEY = /科目$|^(?:名称|数量|单价)$/;

export const treeOf = (text: string): Tree => parse(text) as Tree;

/** Millionths of 万元 of every number below that counts. */
export function sumOf(value: Leaf | undefined, only: Only = () => true, path: readonly string[] = []): bigint {
  if (typeof value === 'number') return only(path) ? BigInt(Math.round(value * 1_000_000)) : 0n;
  if (typeof value !== 'object' || value === null) return 0n;
  return Object.entries(value).reduce((all, [key, inner]) => all + (NOT_MONEY.test(key) ? 0n : sumOf(inner, only, [...path, key])), 0n);
}

/** As printed: 万元 to two decimals, half up, with separators; nothing for zero. */
export function printed(sum: bigint): string {
  if (sum === 0n) return '';
  const cents = ((sum < 0n ? -sum : sum) + 5_000n) / 10_000n;
  const whole = String(cents / 100n).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${sum < 0n ? '-' : ''}${whole}.${String(cents % 100n).padStart(2, '0')}`;
}

/** Somewhere below all of these keys. */
export const has =
  (...keys: readonly string[]): Only =>
  (path) =>
    keys.every((key) => path.includes(key));

/** The same, but nothing carried over. */
export const now =
  (...keys: readonly string[]): Only =>
  (path) =>
    has(...keys)(path) && !path.includes('上年结转');

/** Totals over several files under a key of each: as sums, and as printed. */
export function totalsOf(trees: readonly Tree[]) {
  const sum = (key: string, only?: Only): bigint => trees.reduce((all, tree) => all + sumOf(tree[key], only), 0n);
  return { sum, total: (key: string, only?: Only): string => printed(sum(key, only)) };
}
