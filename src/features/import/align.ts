import { groupBy } from '../../plain/objects.js';
import { isSection } from './same-value.js';

/** How the items of a list before and after belong together; a gap on either side was taken out or put in. */
export interface Pairing {
  readonly before?: number;
  readonly after?: number;
}

/** Which items belong together, and whether those that stayed stand in another order. */
export interface Matching {
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
export function matchItems(before: readonly unknown[], after: readonly unknown[]): Matching {
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
