import { isNode, isScalar, type Pair, type ParsedNode, Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { foldDigits } from '../../money/parse-amount.js';
import type { Finding } from './finding.js';

/** A pair of a map together with the pieces that a comma in a number tore off its value. */
export interface WholePair {
  readonly pair: Pair;
  /** The value, or the key that has none, and the pieces that follow; one alone or none where nothing was torn. */
  readonly pieces: readonly Scalar[];
}

/**
 * `{货物: 1,100,000}` is 货物: 1 to YAML, with two keys 100 and 000 that have no value: put together again, so that one
 * mistake is told as one, and never read as 1.
 */
export function wholePairs(map: YAMLMap): WholePair[] {
  if (!map.flow) return map.items.map((pair) => ({ pair, pieces: [] }));
  const whole: { pair: Pair; pieces: Scalar[] }[] = [];
  for (const pair of map.items) {
    const last = whole.at(-1)?.pieces;
    if (last && isBare(pair) && goesOn(last.at(-1), pair.key)) last.push(pair.key);
    else whole.push({ pair, pieces: [isBare(pair) ? pair.key : pair.value].filter(isScalar) });
  }
  return whole;
}

/**
 * The numbers torn in a list, `[1,100,000]`. A list of numbers is honest, and its commas have a space after them: without,
 * or where a piece could not begin a number (`000`), it was one.
 */
export function tornItems(list: YAMLSeq, text: string): Finding[] {
  const runs: Scalar[][] = [];
  for (const item of list.flow ? list.items : []) {
    const last = runs.at(-1);
    if (last && isTornItem(last.at(-1), item, text)) last.push(item);
    else runs.push(isScalar(item) ? [item] : []);
  }
  return runs.filter((pieces) => pieces.length > 1).map((pieces) => tornNumber(pieces, true));
}

export function tornNumber(pieces: readonly Scalar[], inList = false): Finding {
  const texts = pieces.map((piece) => String(piece.value));
  const typed = texts.join(',');
  return {
    code: 'yaml-torn-number',
    message: `“${typed}”被逗号拆成了 ${texts.length} 段，只读到“${texts[0]}”。`,
    hint: `${hint(typed)}${inList ? '若是几项，逗号后面空一格。' : ''}`,
    offset: offsetOf(pieces[0]),
  };
}

/** `{货物:1,100,000}` has two slips: without a space after the colon, the value is part of the key. */
function hint(typed: string): string {
  const [, key, value = typed] = /^([^\d０-９:：]+)[:：]\s*(.+)$/.exec(typed) ?? [];
  const right = corrected(value);
  if (right === undefined) return '金额里不要写逗号，写成 1100000 的样子；逗号不能代替小数点。';
  const rule = right.startsWith('"') ? '文字里有逗号时，请给整段文字加上引号' : '金额里不要写逗号';
  return key === undefined ? `${rule}：是否为 ${right}？` : `冒号用半角，后面空一格；${rule}：是否为 ${key}: ${right}？`;
}

/** Groups of three, or of four as 万 and 亿 are written; anything else leaves open where a figure is missing. */
const GROUPED = /^-?[1-9](?:\d{0,2}(?:,\d{3})+|\d{0,3}(?:,\d{4})+)(?:\.\d+)?(?:[百千万亿]*元)?$/;

/** An amount without its commas, or a text in quotes; nothing for figures that are not grouped as an amount. */
function corrected(typed: string): string | undefined {
  const amount = foldDigits(typed)
    .replace(/，/g, ',')
    .replace(/－/g, '-')
    .replace(/[\s¥￥]/g, '');
  if (GROUPED.test(amount)) return amount.replace(/,/g, '');
  return /^[-\d,.]+$/.test(amount) ? undefined : JSON.stringify(typed);
}

/** One to three figures end the item before, exactly three begin this one. */
const THOUSANDS = /(?<!\d)\d{1,3},\d{3}(?!\d)/;

function isTornItem(before: unknown, item: unknown, text: string): item is Scalar {
  if (!isPlain(before) || !isPlain(item) || !THOUSANDS.test(foldDigits(`${before.value},${item.value}`))) return false;
  return text.slice(before.range?.[1], offsetOf(item)) === ',' || /^[0０]/.test(String(item.value));
}

function isBare(pair: Pair): boolean {
  return pair.value === null || (isScalar(pair.value) && pair.value.source === '');
}

/** A number ends and figures follow, neither of them in quotes. */
function goesOn(before: unknown, next: unknown): next is Scalar {
  return isPlain(before) && isPlain(next) && /[\d０-９]$/.test(String(before.value)) && /^[\d０-９]/.test(String(next.value));
}

const isPlain = (node: unknown): node is Scalar => isScalar(node) && node.type === Scalar.PLAIN;

function offsetOf(node: unknown): number {
  return (isNode(node) ? (node as ParsedNode).range?.[0] : undefined) ?? 0;
}
