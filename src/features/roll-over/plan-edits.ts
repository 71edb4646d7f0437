import { isMap, isPair, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { z } from 'zod';
import { FROM_PREVIOUS, TO_CONFIRM, TO_FILL } from '../../definition/carried-over-words.js';
import { type NewYear, newYearOf } from '../../definition/new-year.js';
import { type Path, placeName } from '../../previous-year/place-names.js';
import { staleYears } from './stale-years.js';
import type { TextEdit } from './text-edits.js';

/** A text that is kept: where it is, and which past years it speaks of. */
export interface KeptText {
  readonly name: string;
  readonly years: readonly string[];
}

export interface PlannedEdits {
  readonly edits: TextEdit[];
  readonly toConfirm: KeptText[];
  /** How many figures and dates are to be filled in. */
  readonly toFill: number;
}

interface Source {
  readonly text: string;
  /** The same content as plain data, for names of places. */
  readonly data: unknown;
  /** Says what becomes of each key. */
  readonly schema: z.ZodType;
  readonly year: number;
}

/** Goes through a file and says what is to be changed, and what is to be confirmed. */
export function planEdits(root: unknown, source: Source): PlannedEdits {
  const edits: TextEdit[] = [];
  const toConfirm: KeptText[] = [];
  let toFill = 0;
  visit(root, [], false);
  return { edits, toConfirm, toFill };

  /** `whole`: the node stands within what is confirmed as a whole. */
  function visit(node: unknown, path: Path, whole: boolean, pair?: Pair): void {
    const said = newYearOf(source.schema, path);
    if (said === 'previous') return void edits.push(fromPrevious(source.text, node, pair));
    if (said === 'confirm' && !whole) confirm(node, path);
    if (isScalar(node)) return scalar(node, path, whole, said);
    for (const [step, child, childPair] of childrenOf(node)) visit(child, [...path, step], whole || said === 'confirm', childPair);
  }

  function scalar(node: Node & { value: unknown }, path: Path, whole: boolean, said: NewYear | undefined): void {
    const value = String(node.value ?? '');
    const action = said ?? (whole ? 'keep' : byText(value));
    const replace = (text: string) => edits.push({ start: node.range?.[0] ?? 0, end: node.range?.[1] ?? 0, text });
    if (value === '' || said === 'confirm') return;
    if (action === 'nextYear') return void replace(`${source.year}`);
    if (action === 'fill' || (action === 'fillUnlessZero' && !/^0(\.0*)?$/.test(value))) {
      toFill += 1;
      return void replace(TO_FILL);
    }
    const isOld = staleYears(value, source.year - 1).length > 0;
    if (action === 'confirm' || (action === 'keep' && isOld && !whole)) confirm(node, path);
  }

  function confirm(node: unknown, path: Path): void {
    const years = textsIn(node, path, source.schema).flatMap((text) => staleYears(text, source.year - 1));
    toConfirm.push({ name: placeName(path, source.data), years: [...new Set(years)].sort() });
  }
}

const FIGURE = /^[-－]?[\d０-９][\d０-９,，.]*(?:亿元|万元|元)?$|^\d{4}[-年]\d{1,2}[-月]\d{1,2}日?$/;

/** Where the schema says nothing: a figure or a date is the old year's, a text may be. */
const byText = (typed: string): NewYear => (FIGURE.test(typed.trim()) ? 'fill' : 'confirm');

function childrenOf(node: unknown): [step: string | number, child: unknown, pair?: Pair][] {
  if (isSeq(node)) return node.items.map((item, index) => [index, item]);
  if (!isMap(node)) return [];
  return node.items.filter(isPair).flatMap((pair) => (isTopMark(pair) ? [] : [[keyOf(pair), pair.value, pair] as [string, unknown, Pair]]));
}

/** The texts below a node that are kept as they are. */
function textsIn(node: unknown, path: Path, schema: z.ZodType): string[] {
  if (isScalar(node)) return newYearOf(schema, path) === 'fill' ? [] : [String(node.value ?? '')];
  return childrenOf(node).flatMap(([step, child]) => textsIn(child, [...path, step], schema));
}

const keyOf = (pair: Pair): string => String(isScalar(pair.key) ? pair.key.value : '');
const isTopMark = (pair: Pair): boolean => keyOf(pair) === TO_CONFIRM;

/** Puts the word for the value; comments that stood between its parts go on lines of their own above the key. */
function fromPrevious(text: string, node: unknown, pair: Pair | undefined): TextEdit {
  const key = (pair?.key as Node | undefined)?.range ?? [0, 0, 0];
  const start = text.indexOf(':', key[1]) + 1;
  const end = Math.max(start, lastOffset(node));
  const isBlock = isMap(node) && !node.flow && node.items.length > 0;
  if (!isBlock) return { start, end, text: ` ${FROM_PREVIOUS}` };
  const lineStart = text.lastIndexOf('\n', key[0]) + 1;
  const indent = text.slice(lineStart, key[0]);
  const comments = [...text.slice(start, end).matchAll(/(?:^|\s)(#[^\n]*)/g)].map(([, comment]) => `${indent}${comment}\n`);
  return { start: lineStart, end, text: `${comments.join('')}${text.slice(lineStart, start)} ${FROM_PREVIOUS}` };
}

/** Where the last value in a node ends; what follows it on its line stays. */
function lastOffset(node: unknown): number {
  if (isMap(node) && !node.flow && node.items.length > 0) return lastOffset(node.items.at(-1)?.value);
  return (node as Node | null)?.range?.[1] ?? 0;
}
