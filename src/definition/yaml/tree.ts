import { isMap, isScalar, isSeq, type Pair, type ParsedNode, Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Finding } from './finding.js';
import { fullWidthColon, missingSpace } from './known-causes.js';
import { tornItems, tornNumber, wholePairs } from './torn-numbers.js';

/** Where a value and its key begin, as offsets, with the places of what is in it. */
export interface Place {
  readonly key?: number;
  readonly value: number;
  readonly children: ReadonlyMap<string | number, Place>;
}

/**
 * A value of lists, null-prototype objects and texts. A key after which nothing, `~` or `null` is written stays, with the
 * value `undefined`: it was typed, so somebody has to say what became of it.
 */
interface Built {
  readonly value: unknown;
  readonly place: Place;
}

const NO_CHILDREN: ReadonlyMap<string | number, Place> = new Map();

/** Turns the composed nodes into plain data. Its recursion is bounded: deep files are refused before. */
export function buildTree(root: ParsedNode, text: string): Built & { readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  return { ...buildNode(root), findings };

  function buildNode(node: unknown, key?: number): Built {
    if (isMap(node)) return buildMap(node, key);
    if (isSeq(node)) return buildList(node, key);
    const offset = offsetOf(node) ?? key ?? 0;
    if (!isScalar(node)) return { value: undefined, place: place(offset, key) };
    const finding = foldedSpace(node, text);
    if (finding) findings.push(finding);
    return { value: scalarText(node), place: place(offset, key) };
  }

  function buildMap(map: YAMLMap, key?: number): Built {
    const value = Object.create(null) as Record<string, unknown>;
    const children = new Map<string, Place>();
    for (const { pair, pieces } of wholePairs(map)) {
      if (pieces.length > 1) findings.push(tornNumber(pieces));
      const name = keyName(pair, findings);
      if (name === undefined) continue;
      const at = offsetOf(pair.key) ?? 0;
      const first = children.get(name);
      if (first) findings.push(duplicateKey(name, at, first.key ?? 0));
      const built = buildNode(pair.value, at);
      if (first) continue;
      children.set(name, built.place);
      value[name] = built.value;
    }
    return { value, place: place(offsetOf(map) ?? 0, key, children) };
  }

  function buildList(list: YAMLSeq, key?: number): Built {
    findings.push(...tornItems(list, text));
    const items = list.items.map((item) => buildNode(item));
    const children = new Map(items.map((item, index) => [index, item.place]));
    return { value: items.map((item) => item.value), place: place(offsetOf(list) ?? 0, key, children) };
  }
}

function place(value: number, key: number | undefined, children: Place['children'] = NO_CHILDREN): Place {
  return key === undefined ? { value, children } : { key, value, children };
}

function offsetOf(node: unknown): number | undefined {
  return (node as { range?: readonly [number, number, number] | null } | null)?.range?.[0];
}

/** The text as typed; the failsafe schema would print a `~` or `null` left as a placeholder. */
function scalarText(node: Scalar): string | undefined {
  const text = String(node.value);
  const isAbsent = (node.type === undefined || node.type === Scalar.PLAIN) && /^(?:|~|null|Null|NULL)$/.test(text);
  return isAbsent ? undefined : text;
}

/** `__proto__` is refused here, since libraries along the way skip it without a word. */
function keyName(pair: Pair, findings: Finding[]): string | undefined {
  const offset = offsetOf(pair.key) ?? 0;
  const name = isScalar(pair.key) ? String(pair.key.value) : '';
  if (name !== '' && name !== '__proto__') return name;
  const message = name === '' ? '冒号左边没有键，或键不是文字。' : `不能用“${name}”作键。`;
  findings.push({ code: 'yaml-key', message, hint: '核对冒号左边的内容。', offset });
  return undefined;
}

function duplicateKey(name: string, offset: number, first: number): Finding {
  return {
    code: 'yaml-duplicate-key',
    message: `键“${name}”重复。`,
    hint: '同一层的键只能写一次，删去其中一个；若是清单的下一项，请在前面写“- ”。',
    offset,
    related: { message: `第一个“${name}”`, offset: first },
  };
}

const WIDE = String.raw`[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]`;
const FOLDED_SPACE = new RegExp(`${WIDE} ${WIDE}`);
const LINE_BREAK = new RegExp(String.raw`${WIDE}[ \t]*\n[ \t]*${WIDE}`);

/** YAML joins the lines of a text by a space, which Chinese text does not want. */
function foldedSpace(node: Scalar, text: string): Finding | undefined {
  const [start, end] = node.range ?? [0, 0];
  if (node.type === Scalar.BLOCK_LITERAL || !FOLDED_SPACE.test(String(node.value))) return undefined;
  const typed = text.slice(start, end);
  // `名称：办公室` on each line is another mistake, which the schema will name.
  if (!LINE_BREAK.test(typed) || typed.split('\n').some((line) => fullWidthColon(line) ?? missingSpace(line))) return undefined;
  return {
    code: 'yaml-folded-space',
    message: '文字在折行处会多出一个空格。',
    hint: '写成一行；或在键后写“|”，每段一行。',
    offset: start,
    isWarning: true,
  };
}
