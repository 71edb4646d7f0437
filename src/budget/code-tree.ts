import { CODE_LENGTHS } from '../definition/functional-code.js';
/** A code with the codes below it, in code order. Level 0 is 类, 1 is 款, 2 is 项. */
export interface CodeNode {
  readonly code: string;
  readonly level: number;
  readonly children: readonly CodeNode[];
}

/** The tree over leaf codes: a parent is the prefix of its children. */
export function codeTree(leaves: Iterable<string>, depth: number): CodeNode[] {
  return childrenOf([...new Set(leaves)].sort(), 0, depth);
}

function childrenOf(codes: readonly string[], level: number, depth: number): CodeNode[] {
  const length = CODE_LENGTHS[level];
  if (length === undefined || level >= depth) return [];
  const groups = new Map<string, string[]>();
  for (const code of codes) {
    const prefix = code.slice(0, length);
    const group = groups.get(prefix);
    if (group) group.push(code);
    else groups.set(prefix, [code]);
  }
  return [...groups].map(([code, below]) => ({ code, level, children: childrenOf(below, level + 1, depth) }));
}

/** The nodes in printing order: each parent before its children. */
export function flatten(nodes: readonly CodeNode[]): CodeNode[] {
  return nodes.flatMap((node) => [node, ...flatten(node.children)]);
}
