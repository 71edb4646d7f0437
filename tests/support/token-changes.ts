import { isCollection, isMap, isScalar, isSeq, type Node, type Pair, parseDocument } from 'yaml';

/** One token of a YAML file, changed as a person's slip would: the text after it, and what was touched. */
export interface TokenChange {
  readonly kind: '删去' | '清空' | '改动';
  readonly what: '键' | '值' | '项' | '段';
  /** The token as it stood. */
  readonly token: string;
  /** All of the text that was taken away or altered. */
  readonly was: string;
  /** Keys and indexes to it, and the line where it stood (from 1). */
  readonly path: readonly (string | number)[];
  readonly line: number;
  readonly text: string;
}

type Range = readonly [start: number, end: number];
type Path = readonly (string | number)[];

/** To the last character of what is in it: the library counts the space after a block as part of it. */
function rangeOf(node: unknown): Range {
  const [start = 0, end = 0] = (node as Node | null)?.range ?? [];
  const last = isMap(node) ? (node.items.at(-1)?.value ?? node.items.at(-1)?.key) : isSeq(node) ? node.items.at(-1) : undefined;
  return isCollection(node) && !node.flow && last ? [start, rangeOf(last)[1]] : [start, end];
}

/** Every change of one key, scalar, item or section of a file; comments are no tokens. */
export function tokenChanges(text: string): TokenChange[] {
  const changes: TokenChange[] = [];
  visit(parseDocument(text, { schema: 'failsafe', uniqueKeys: false }).contents, []);
  return changes;

  function visit(node: unknown, path: Path): void {
    if (isMap(node)) for (const [index, pair] of node.items.entries()) pairChanges(node.items, index, [...path, String(pair.key)]);
    else if (isSeq(node)) for (const [index, item] of node.items.entries()) itemChanges(node.items, index, item, [...path, index]);
    else if (isScalar(node)) scalarChanges(node, path);
  }

  function pairChanges(pairs: readonly Pair[], index: number, path: Path): void {
    const pair = pairs[index];
    const key = rangeOf(pair?.key);
    const value = pair?.value ? rangeOf(pair.value) : key;
    const cut = removal(index, pairs.length, key[0], value[1], (other) => ({
      start: rangeOf(pairs[other]?.key)[0],
      end: rangeOf(pairs[other]?.value ?? pairs[other]?.key)[1],
    }));
    add('删去', '键', key, path, without(cut), cut);
    for (const altered of alterations(text.slice(...key))) add('改动', '键', key, path, replaced(key, altered));
    if (isCollection(pair?.value)) add('清空', '段', key, path, without(value), value);
    visit(pair?.value, path);
  }

  function itemChanges(items: readonly unknown[], index: number, item: unknown, path: Path): void {
    const range = rangeOf(item);
    const cut = removal(index, items.length, ...range, (other) => ({ start: rangeOf(items[other])[0], end: rangeOf(items[other])[1] }));
    add('删去', '项', range, path, without(cut), cut);
    visit(item, path);
  }

  function scalarChanges(node: Node, path: Path): void {
    const range = rangeOf(node);
    add('清空', '值', range, path, without(range));
    for (const altered of alterations(text.slice(...range))) add('改动', '值', range, path, replaced(range, altered));
  }

  function add(kind: TokenChange['kind'], what: TokenChange['what'], range: Range, path: Path, changed: string, gone = range): void {
    const line = text.slice(0, range[0]).split('\n').length;
    const token = text.slice(...range).split('\n')[0] ?? '';
    changes.push({ kind, what, token: token.replace(/^["']|["']$/g, ''), was: text.slice(...gone), path, line, text: changed });
  }

  function replaced([start, end]: Range, by: string): string {
    return text.slice(0, start) + by + text.slice(end);
  }

  function without(range: Range): string {
    return replaced(range, '');
  }
}

/** Up to the next sibling, or from the end of the one before: what is between them goes too. */
function removal(
  index: number,
  length: number,
  start: number,
  end: number,
  sibling: (index: number) => { start: number; end: number },
): Range {
  if (index + 1 < length) return [start, sibling(index + 1).start];
  return [index > 0 ? sibling(index - 1).end : start, end];
}

/** A character more at the end, within quotes; and the first digit another one. */
function alterations(token: string): string[] {
  const [, body = '', quote = ''] = /^([\s\S]*?)(["']|\n*)$/.exec(token) ?? [];
  const longer = `${body}${/\d$/.test(body) ? '1' : '甲'}${quote}`;
  const otherDigit = token.replace(/\d/, (digit) => String((Number(digit) + 1) % 10));
  return otherDigit === token ? [longer] : [longer, otherDigit];
}
