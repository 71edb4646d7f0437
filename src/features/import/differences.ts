import { Decimal } from '../../money/decimal.js';
import { groupBy } from '../../plain/objects.js';
import { placeName } from '../../previous-year/place-names.js';
import { type Path, textsOf } from '../excel/form-tree.js';

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

/** How the items of a list before and after belong together; a gap on either side was taken out or put in. */
interface Pairing {
  readonly before?: number;
  readonly after?: number;
}

/** Which items belong together, and whether those that stayed stand in another order. */
interface Matching {
  readonly pairs: readonly Pairing[];
  readonly isReordered: boolean;
}

/** What tells an item: its text, or its first values that are texts. */
function identity(item: unknown): string {
  if (!isSection(item)) return String(item);
  const [first, second] = ['名称', '科目', '名词', '编码', '检查'].map((key) => item[key]);
  return [first, second, item['政府科目']].filter((value) => typeof value === 'string').join('\n') || JSON.stringify(item);
}

/** Items of one name belong together wherever they stand now; what changed its name still follows what it followed. */
function matchItems(before: readonly unknown[], after: readonly unknown[]): Matching {
  const waiting = groupBy([...before.keys()], (index) => identity(before[index]));
  const partners = after.map((item) => waiting.get(identity(item))?.shift());
  const free = new Set([...before.keys()].filter((index) => !partners.includes(index)));
  for (const [index, partner] of partners.entries()) {
    const next = (index === 0 ? -1 : (partners[index - 1] ?? before.length)) + 1;
    if (partner === undefined && free.delete(next)) partners[index] = next;
  }
  const kept = [...before.keys()].map((index): Pairing => {
    const partner = partners.indexOf(index);
    return partner < 0 ? { before: index } : { before: index, after: partner };
  });
  const added = partners.flatMap((partner, index): Pairing[] => (partner === undefined ? [{ after: index }] : []));
  const order = kept.flatMap((pair) => pair.after ?? []);
  return { pairs: [...kept, ...added], isReordered: order.some((index, at) => at > 0 && index < (order[at - 1] ?? 0)) };
}

/** Items of one name belong together, in the order that most of them keep; between them, what changed its name, in turn. */
export function alignItems(before: readonly unknown[], after: readonly unknown[]): Pairing[] {
  const pairs: Pairing[] = [];
  let [b, a] = [0, 0];
  for (const [nextB, nextA] of [...anchors(before.map(identity), after.map(identity)), [before.length, after.length] as const]) {
    while (b < nextB && a < nextA) pairs.push({ before: b++, after: a++ });
    while (b < nextB) pairs.push({ before: b++ });
    while (a < nextA) pairs.push({ after: a++ });
    if (b < before.length && a < after.length) pairs.push({ before: b++, after: a++ });
  }
  return pairs;
}

/** The longest common subsequence; what begins and ends alike needs no table. */
function anchors(before: readonly string[], after: readonly string[]): (readonly [number, number])[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < before.length - start && end < after.length - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const head = Array.from({ length: start }, (_, index) => [index, index] as const);
  const tail = Array.from({ length: end }, (_, index) => [before.length - end + index, after.length - end + index] as const);
  const middle = subsequence(before.slice(start, before.length - end), after.slice(start, after.length - end));
  return [...head, ...middle.map(([b, a]) => [b + start, a + start] as const), ...tail];
}

function subsequence(before: readonly string[], after: readonly string[]): (readonly [number, number])[] {
  const width = after.length + 1;
  const lengths = new Uint16Array((before.length + 1) * width);
  const at = (b: number, a: number): number => lengths[b * width + a] ?? 0;
  for (let b = before.length - 1; b >= 0; b--)
    for (let a = after.length - 1; a >= 0; a--)
      lengths[b * width + a] = before[b] === after[a] ? at(b + 1, a + 1) + 1 : Math.max(at(b + 1, a), at(b, a + 1));
  const found: (readonly [number, number])[] = [];
  for (let b = 0, a = 0; b < before.length && a < after.length; ) {
    if (before[b] === after[a]) found.push([b++, a++]);
    else if (at(b + 1, a) >= at(b, a + 1)) b += 1;
    else a += 1;
  }
  return found;
}

const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?$/;

/** A sheet does not keep how many zeros end a number; codes have no point, so that none is taken for another. */
const sameText = (one: string, other: string): boolean =>
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
