import { placeName } from '../../previous-year/place-names.js';
import type { Path } from '../excel/form-tree.js';
import { alignItems } from './align.js';
import { isSection, sameText, sameValue } from './same-value.js';

/** One value that changes: its place in words; what is not there has no side. */
export interface Difference {
  readonly name: string;
  readonly before?: string;
  readonly after?: string;
}

interface Sides {
  readonly before: unknown;
  readonly after: unknown;
}

/** Every value that differs, in the order of the file before, then of what is new. */
export function differences(before: unknown, after: unknown): Difference[] {
  const roots = { before, after };
  return compare(before, [], after, [], roots);
}

function compare(before: unknown, pathBefore: Path, after: unknown, pathAfter: Path, roots: Sides): Difference[] {
  if (before === undefined && after === undefined) return [];
  if (sameValue(before, after)) return [];
  if (isSection(before) && isSection(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) => compare(before[key], [...pathBefore, key], after[key], [...pathAfter, key], roots));
  }
  if (Array.isArray(before) && Array.isArray(after))
    return alignItems(before, after).flatMap((pair) => {
      const from = pair.before === undefined ? undefined : before[pair.before];
      const to = pair.after === undefined ? undefined : after[pair.after];
      return compare(from, [...pathBefore, pair.before ?? 0], to, [...pathAfter, pair.after ?? 0], roots);
    });
  if (typeof before === 'string' && typeof after === 'string')
    return sameText(before, after) ? [] : [{ name: placeName(pathBefore, roots.before), before, after }];
  return [
    ...leaves(before, pathBefore, roots.before).map(([name, text]) => ({ name, before: text })),
    ...leaves(after, pathAfter, roots.after).map(([name, text]) => ({ name, after: text })),
  ];
}

function leaves(value: unknown, path: Path, root: unknown): [name: string, text: string][] {
  if (typeof value === 'string') return [[placeName(path, root), value]];
  if (Array.isArray(value)) return value.flatMap((item, index) => leaves(item, [...path, index], root));
  return isSection(value) ? Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, key], root)) : [];
}
