import { isMap, isPair, isScalar, isSeq, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { applyEdits, type TextEdit } from '../roll-over/text-edits.js';
import { alignItems, isSection, sameValue } from './differences.js';
import { flowText, itemText, pairText, scalarText, sectionText } from './yaml-text.js';

/**
 * The text of a file that says something else. Only what changes is touched: every other character, comments and order of
 * keys stay, which no writer of whole documents keeps.
 */
export function editYaml(text: string, before: unknown, after: unknown): string {
  const root = parseDocument(text, { schema: 'failsafe', uniqueKeys: false }).contents;
  return applyEdits(text, new YamlEditor(text).value(root, before, asTyped(before, after)));
}

type Section = Readonly<Record<string, unknown>>;
interface Span {
  readonly start: number;
  readonly end: number;
}

/** What is to be said, in the words and the order of before where they say the same: 2232000.00 stays what it is. */
function asTyped(before: unknown, after: unknown): unknown {
  if (sameValue(before, after)) return before;
  if (Array.isArray(before) && Array.isArray(after)) {
    const typed = [...after];
    for (const pair of alignItems(before, after))
      if (pair.before !== undefined && pair.after !== undefined) typed[pair.after] = asTyped(before[pair.before], after[pair.after]);
    return typed;
  }
  if (!isSection(before) || !isSection(after)) return after;
  return Object.fromEntries(inOrder(Object.keys(before), Object.keys(after)).map((key) => [key, asTyped(before[key], after[key])]));
}

/** Keys that were there keep their order; new ones come after what precedes them in the schema. */
function inOrder(before: readonly string[], after: readonly string[]): string[] {
  const order = before.filter((key) => after.includes(key));
  for (const [index, key] of after.entries()) {
    if (order.includes(key)) continue;
    const previous = after.slice(0, index).findLast((other) => order.includes(other));
    order.splice(previous === undefined ? 0 : order.indexOf(previous) + 1, 0, key);
  }
  return order;
}

const keyOf = (pair: Pair): string => String(isScalar(pair.key) ? pair.key.value : '');

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

class YamlEditor {
  constructor(private readonly text: string) {}

  /** Makes a value say `after`. */
  value(node: unknown, before: unknown, after: unknown): TextEdit[] {
    if (sameValue(before, after)) return [];
    if (isMap(node) && isSection(before) && isSection(after)) return this.section(node, before, after);
    if (isSeq(node) && Array.isArray(before) && Array.isArray(after)) return this.list(node, before, after);
    return [{ ...this.span(node), text: flowText(after) }];
  }

  private section(map: YAMLMap, before: Section, after: Section): TextEdit[] {
    const pairs = map.items.filter(isPair);
    const removed = pairs.filter((pair) => !Object.hasOwn(after, keyOf(pair)));
    const added = Object.keys(after).filter((key) => !Object.hasOwn(before, key));
    const [first] = pairs;
    if (map.flow && removed.length + added.length > 0) return [{ ...this.span(map), text: flowText(after) }];
    const indent = first ? this.indentOf(this.pairSpan(first).start) : '';
    // A key on the line of a list's dash cannot go without moving the next one there.
    const isRewritten = removed.length === pairs.length || (first !== undefined && removed.includes(first) && !this.standsAlone(first));
    if (isRewritten) return [{ ...this.span(map), text: sectionText(after, indent) }];
    const edits = pairs.flatMap((pair): TextEdit[] => {
      if (removed.includes(pair)) return [this.lines(this.pairSpan(pair))];
      return this.pairValue(pair, before[keyOf(pair)], after[keyOf(pair)], indent, map.flow === true);
    });
    const kept = pairs.filter((pair) => !removed.includes(pair));
    const examples = new Map(added.flatMap((key) => this.exampleOf(key, map, indent)));
    const others = added.filter((key) => !examples.has(key));
    const written = [...examples].map(([key, span]) => ({ ...span, text: `${indent}${pairText(key, after[key], indent)}` }));
    return [...edits, ...written, ...this.newPairs(others, kept, after, indent)];
  }

  private pairValue(pair: Pair, before: unknown, after: unknown, indent: string, inFlow: boolean): TextEdit[] {
    if (sameValue(before, after)) return [];
    const { value } = pair;
    if (inFlow || keepsKind(value, before, after)) return this.value(value, before, after);
    return [{ ...this.pairSpan(pair), text: pairText(keyOf(pair), after, indent) }];
  }

  /** The lines that show, commented out, how a key of a section is written: the key itself takes their place. */
  private exampleOf(key: string, map: YAMLMap, indent: string): [string, Span][] {
    if (map.flow) return [];
    const { start, end } = this.span(map);
    const from = this.lineStart(start);
    // Behind the last section of a file there is nothing but its own examples.
    const to = indent === '' ? this.text.length : this.afterComments(this.lineEnd(end), indent.length - 1);
    const example = new RegExp(`^${indent}#${escaped(scalarText(key))}:.*(?:\\n${indent}#  .*)*`, 'm').exec(this.text.slice(from, to));
    return example ? [[key, { start: from + example.index, end: from + example.index + example[0].length }]] : [];
  }

  /** New keys stand after the one that comes before them; without one, after the first, which may stand on a dash's line. */
  private newPairs(added: readonly string[], kept: readonly Pair[], after: Section, indent: string): TextEdit[] {
    const order = Object.keys(after);
    const groups = new Map<Pair | undefined, string[]>();
    for (const key of added) {
      const earlier = order.slice(0, order.indexOf(key));
      const previous = kept.findLast((pair) => earlier.includes(keyOf(pair))) ?? kept[0];
      groups.set(previous, [...(groups.get(previous) ?? []), key]);
    }
    return [...groups].map(([previous, keys]): TextEdit => {
      const at = previous ? this.afterComments(this.lineEnd(this.pairSpan(previous).end), indent.length) : this.text.length;
      return { start: at, end: at, text: keys.map((key) => `\n${indent}${pairText(key, after[key], indent)}`).join('') };
    });
  }

  private list(list: YAMLSeq, before: readonly unknown[], after: readonly unknown[]): TextEdit[] {
    const { items } = list;
    const pairs = alignItems(before, after);
    const isSameLength = pairs.every((pair) => pair.before !== undefined && pair.after !== undefined);
    if (list.flow && !isSameLength) return [{ ...this.span(list), text: flowText(after) }];
    const spans = items.map((item) => this.span(item));
    const dash = this.text.lastIndexOf('-', (spans[0]?.start ?? 0) - 1);
    const indent = list.flow ? '' : this.indentOf(dash);
    const inLine = items.some((item) => isMap(item) && item.flow === true);
    const edits: TextEdit[] = [];
    const added = new Map<number, string[]>();
    const top = this.lineStart(spans[0]?.start ?? 0);
    let at = top;
    for (const pair of pairs) {
      const span = pair.before === undefined ? undefined : (spans[pair.before] as Span);
      const item = pair.after === undefined ? undefined : after[pair.after];
      if (span && item !== undefined) edits.push(...this.item(items[pair.before ?? 0], before[pair.before ?? 0], item, indent));
      else if (span) edits.push(this.lines(span));
      else added.set(at, [...(added.get(at) ?? []), `${indent}${inLine ? `- ${flowText(item)}` : itemText(item, indent)}`]);
      if (span && item !== undefined) at = this.lineEnd(span.end);
    }
    for (const [start, lines] of added)
      edits.push({ start, end: start, text: start === top ? `${lines.join('\n')}\n` : `\n${lines.join('\n')}` });
    return edits;
  }

  private item(node: unknown, before: unknown, after: unknown, indent: string): TextEdit[] {
    if (keepsKind(node, before, after)) return this.value(node, before, after);
    return [{ ...this.span(node), text: itemText(after, indent).slice(2) }];
  }

  /** A value, up to its last character: a comment after it on its line is not part of it. */
  private span(node: unknown): Span {
    const [start] = (node as { range?: readonly [number, number, number] } | null)?.range ?? [0];
    return { start, end: this.endOf(node) };
  }

  private endOf(node: unknown): number {
    const last = isMap(node) || isSeq(node) ? node.items.at(-1) : undefined;
    if (isPair(last) && isMap(node) && !node.flow) return this.pairSpan(last).end;
    if (last !== undefined && isSeq(node) && !node.flow) return this.endOf(last);
    let end = (node as { range?: readonly [number, number, number] } | null)?.range?.[1] ?? 0;
    // A text of several lines ends in the line feed of its last.
    while (end > 0 && this.text[end - 1] === '\n') end -= 1;
    return end;
  }

  private pairSpan(pair: Pair): Span {
    const key = this.span(pair.key);
    return { start: key.start, end: Math.max(key.end, pair.value === null ? 0 : this.endOf(pair.value)) };
  }

  /** All lines of a key or an item. */
  private lines({ start, end }: Span): TextEdit {
    return { start: this.lineStart(start), end: Math.min(this.lineEnd(end) + 1, this.text.length), text: '' };
  }

  /** Comments that stand deeper than a key belong to what is in it: examples of what may be written there. */
  private afterComments(lineEnd: number, indent: number): number {
    let end = lineEnd;
    for (;;) {
      const next = /^\n( *)#[^\n]*/.exec(this.text.slice(end, end + 1000));
      if (!next || (next[1] ?? '').length <= indent) return end;
      end += next[0].length;
    }
  }

  private standsAlone(pair: Pair): boolean {
    const { start } = this.pairSpan(pair);
    return this.text.slice(this.lineStart(start), start).trim() === '';
  }

  private lineStart(offset: number): number {
    return this.text.lastIndexOf('\n', offset - 1) + 1;
  }

  private lineEnd(offset: number): number {
    const end = this.text.indexOf('\n', offset);
    return end < 0 ? this.text.length : end;
  }

  /** As many blanks as stand before an offset on its line; a dash counts as one. */
  private indentOf(offset: number): string {
    return ' '.repeat(offset - this.lineStart(offset));
  }
}

function keepsKind(node: unknown, before: unknown, after: unknown): boolean {
  if (isMap(node)) return isSection(before) && isSection(after);
  if (isSeq(node)) return Array.isArray(before) && Array.isArray(after);
  return isScalar(node) && typeof after === 'string';
}
