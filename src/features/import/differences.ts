import { placeName } from '../../previous-year/place-names.js';
import { type Path, textsOf } from '../excel/form-tree.js';
import { matchItems } from './align.js';
import { isSection, sameText, sameValue } from './same-value.js';

/** One value that changes: its place, in words too; what is not there has no side. */
export interface Difference {
  readonly path: Path;
  readonly name: string;
  readonly before?: string;
  readonly after?: string;
  /** The item of a list that comes or goes with it as a whole, in words. */
  readonly item?: string;
  /** Items of this list stand in another order; the sides name them, and nothing else of it may change. */
  readonly order?: 'alone' | 'besides';
}

interface Sides {
  readonly before: unknown;
  readonly after: unknown;
}

/** Every value that differs, in the order of the file before, then of what is new. */
export function differences(before: unknown, after: unknown): Difference[] {
  return compare(before, [], after, [], { before, after });
}

function compare(before: unknown, pathBefore: Path, after: unknown, pathAfter: Path, roots: Sides): Difference[] {
  if (before === undefined && after === undefined) return [];
  if (sameValue(before, after)) return [];
  if (isSection(before) && isSection(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) => compare(before[key], [...pathBefore, key], after[key], [...pathAfter, key], roots));
  }
  if (Array.isArray(before) && Array.isArray(after)) return compareLists(before, pathBefore, after, pathAfter, roots);
  if (typeof before === 'string' && typeof after === 'string')
    return sameText(before, after) ? [] : [{ path: pathBefore, name: placeName(pathBefore, roots.before), before, after }];
  return [
    ...leaves(before, pathBefore, roots.before).map(({ text, ...place }) => ({ ...place, before: text })),
    ...leaves(after, pathAfter, roots.after).map(({ text, ...place }) => ({ ...place, after: text })),
  ];
}

/** Of a list that is in another order. */
const MOST_NAMES = 5;

function compareLists(
  before: readonly unknown[],
  pathBefore: Path,
  after: readonly unknown[],
  pathAfter: Path,
  roots: Sides,
): Difference[] {
  const { pairs, isReordered } = matchItems(before, after);
  const inside = pairs.flatMap((pair) => {
    const [at, now] = [
      [...pathBefore, pair.before ?? 0],
      [...pathAfter, pair.after ?? 0],
    ];
    const found = compare(valueOf(before, pair.before), at, valueOf(after, pair.after), now, roots);
    if (pair.before !== undefined && pair.after !== undefined) return found;
    const item = pair.before === undefined ? placeName(now, roots.after) : placeName(at, roots.before);
    return found.map((one) => ({ ...one, item }));
  });
  if (!isReordered) return inside;
  const names = (path: Path, list: readonly unknown[], root: unknown) =>
    `${list
      .slice(0, MOST_NAMES)
      .map(
        (_, index) =>
          placeName([...path, index], root)
            .split('/')
            .at(-1) ?? '',
      )
      .join('、')}${list.length > MOST_NAMES ? '……' : ''}`;
  const sides = { before: names(pathBefore, before, roots.before), after: names(pathAfter, after, roots.after) };
  return [
    { path: pathBefore, name: placeName(pathBefore, roots.before), ...sides, order: inside.length === 0 ? 'alone' : 'besides' },
    ...inside,
  ];
}

const valueOf = (list: readonly unknown[], index: number | undefined): unknown => (index === undefined ? undefined : list[index]);

const leaves = (value: unknown, from: Path, root: unknown): { readonly path: Path; readonly name: string; readonly text: string }[] =>
  textsOf(value, from).map(({ path, text }) => ({ path, name: placeName(path, root), text }));
