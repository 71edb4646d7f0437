import { isPlainObject } from '../../plain/objects.js';
import type { Pattern } from './form-layout.js';

/** Keys and places in lists, from the top of a file. */
export type Path = readonly (string | number)[];

/** What a file says at a path. */
export function valueAt(tree: unknown, path: Path): unknown {
  let value = tree;
  for (const step of path) {
    if (value === null || typeof value !== 'object') return undefined;
    value = Object.hasOwn(value, step) ? (value as Record<string | number, unknown>)[step] : undefined;
  }
  return value;
}

/** Puts a text at a path; lists and sections on the way are made. */
export function putAt(tree: Record<string, unknown>, path: Path, text: string): void {
  let into = tree as Record<string | number, unknown>;
  for (const [index, step] of path.slice(0, -1).entries()) {
    const next = into[step];
    if (next === null || typeof next !== 'object') into[step] = typeof path[index + 1] === 'number' ? [] : {};
    into = into[step] as Record<string | number, unknown>;
  }
  into[path.at(-1) ?? ''] = text;
}

/** The places of a tree that a pattern means; sections that are not there have none. */
export function placesOf(tree: unknown, pattern: Pattern, from: Path = []): Path[] {
  const [step, ...rest] = pattern;
  if (step === undefined) return [from];
  const value = valueAt(tree, from);
  if (step === '*') return Array.isArray(value) ? value.flatMap((_, index) => placesOf(tree, rest, [...from, index])) : [];
  if (step === '?') return isPlainObject(value) ? Object.keys(value).flatMap((key) => placesOf(tree, rest, [...from, key])) : [];
  return valueAt(tree, [...from, step]) === undefined ? [] : placesOf(tree, rest, [...from, step]);
}

/** How the items of a list are called in columns of keys: by their name where only one has it. */
export function itemNames(tree: unknown, list: Path): string[] {
  const items = valueAt(tree, list);
  if (!Array.isArray(items)) return [];
  const names = items.map((item) => (isPlainObject(item) && typeof item['名称'] === 'string' ? item['名称'] : ''));
  return names.map((name, index) => (name !== '' && names.indexOf(name) === names.lastIndexOf(name) ? name : `第${index + 1}项`));
}

/** Every text of a tree with its place. */
export function textsOf(value: unknown, path: Path = []): { readonly path: Path; readonly text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((item, index) => textsOf(item, [...path, index]));
  return isPlainObject(value) ? Object.entries(value).flatMap(([key, item]) => textsOf(item, [...path, key])) : [];
}
