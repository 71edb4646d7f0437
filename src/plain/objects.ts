/** Without the keys that have no value: where a key may be missing, it may not be there as `undefined`. */
export function defined<T extends object>(values: T): Defined<T> {
  const kept: Partial<T> = {};
  for (const key in values) if (values[key] !== undefined) kept[key] = values[key];
  return kept as Defined<T>;
}

type Optional<T> = { [K in keyof T]: undefined extends T[K] ? K : never }[keyof T];
export type Defined<T> = Omit<T, Optional<T>> & { [K in Optional<T>]?: Exclude<T[K], undefined> };

/** One value for each key: an object that has them all. */
export function forEachKey<const K extends string, V>(keys: readonly K[], valueOf: (key: K) => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as Record<K, V>;
}

/** In the order of the first of each group. */
export function groupBy<T, K>(all: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

/** An object with named values: neither a list nor a text. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The same result for the same object: several checks walk one document or table. Both are never changed. */
export function oncePer<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    const found = known.get(key) ?? { value: compute(key) };
    known.set(key, found);
    return found.value;
  };
}

/** The same result for the same arguments, which are plain data, told apart by what they say. */
export function oncePerArguments<A extends readonly unknown[], V>(compute: (...given: A) => V): (...given: A) => V {
  const known = new Map<string, { readonly value: V }>();
  return (...given) => {
    const key = JSON.stringify(given);
    const found = known.get(key) ?? { value: compute(...given) };
    known.set(key, found);
    return found.value;
  };
}

/** The same result for the same key, for up to so many keys: then all are forgotten. What is kept depends on its key alone. */
export function remembering<V>(limit: number): (key: string, compute: () => V) => V {
  const known = new Map<string, V>();
  return (key, compute) => {
    if (known.has(key)) return known.get(key) as V;
    const value = compute();
    if (known.size >= limit) known.clear();
    known.set(key, value);
    return value;
  };
}

/** Widths, heights and counts together, or those from one place on before another; never money. */
export function total(values: readonly number[], from = 0, to = values.length): number {
  let sum = 0;
  for (let index = from; index < Math.min(to, values.length); index++) sum += values[index] ?? 0;
  return sum;
}
