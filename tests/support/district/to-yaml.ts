import { Document, Scalar, YAMLMap, YAMLSeq } from 'yaml';

/** What a YAML file holds: keys in their order; `undefined` leaves a key out. */
export type Tree = string | Scalar | Node | readonly Tree[];
export interface Node {
  readonly [key: string]: Tree | undefined;
}

/** What an office says where it has none: what it does not state is not printed. */
export const NONE = '无';

export const mapOrNone = (map: ReadonlyMap<string, Tree>): Node | undefined => (map.size > 0 ? Object.fromEntries(map) : undefined);

/** In double quotes, as codes are typed. */
export function quoted(text: string): Scalar {
  const scalar = new Scalar(text);
  scalar.type = 'QUOTE_DOUBLE';
  return scalar;
}

/** With a comment after it. */
export function noted(text: string, comment: string): Scalar {
  const scalar = new Scalar(text);
  scalar.comment = ` ${comment}`;
  return scalar;
}

/** Keys that are written on one line: amounts by fund, indicators and the like. */
const ON_ONE_LINE = new Set([
  '基本支出',
  '项目支出',
  '资金',
  '本年',
  '上年结转',
  '年度资金来源',
  '实施期资金来源',
  '车辆',
  '计划购置',
  '年终结转',
  '单位资金',
]);

/** YAML text: numbers as they are typed, no line broken. */
export function toYaml(tree: Node, comment: string): string {
  const document = new Document(undefined, { schema: 'failsafe' });
  document.contents = nodeOf(document, tree, false) as typeof document.contents;
  document.commentBefore = comment;
  return document.toString({ lineWidth: 0, flowCollectionPadding: false, indentSeq: true });
}

function nodeOf(document: Document, tree: Tree, flow: boolean): unknown {
  if (typeof tree === 'string' || tree instanceof Scalar) return document.createNode(tree);
  if (Array.isArray(tree)) {
    const list = new YAMLSeq();
    for (const item of tree) list.add(nodeOf(document, item, flow));
    return list;
  }
  const map = new YAMLMap();
  map.flow = flow;
  for (const [key, value] of Object.entries(tree as Node)) {
    if (value !== undefined) map.add(document.createPair(key, nodeOf(document, value, flow || ON_ONE_LINE.has(key))));
  }
  return map;
}
