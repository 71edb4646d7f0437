import type { YamlPath, YamlTree } from '../definition/parse-yaml.js';

/**
 * Files laid over one another, as one file, the uppermost first: maps key by key at every depth; anything else, lists
 * too, as a whole. Lists under the keys `added` are added to instead. Each place is that of the file which states it.
 */
export function layYaml(trees: readonly YamlTree[], added: readonly string[] = []): YamlTree {
  const value = [...trees].reverse().reduce((below: unknown, above) => layOver(below, above.value, added), undefined);
  return { value, locate: (path, part) => locateIn(trees, path, part, added) };
}

/** `added` counts at the top of the files only. */
function layOver(below: unknown, above: unknown, added: readonly string[]): unknown {
  if (!isMap(below) || !isMap(above)) return above;
  const merged: Record<string, unknown> = Object.assign(Object.create(null), below);
  for (const [key, value] of Object.entries(above)) {
    const under = merged[key];
    const isAdded = added.includes(key) && Array.isArray(under) && Array.isArray(value);
    merged[key] = isAdded ? [...under, ...value] : layOver(under, value, []);
  }
  return merged;
}

function locateIn(trees: readonly YamlTree[], path: YamlPath, part: 'key' | 'value' | undefined, added: readonly string[]) {
  const [key, index, ...rest] = path;
  const isAdded = typeof index === 'number' && added.includes(String(key));
  if (isAdded) return locateAdded(trees, [String(key), index, ...rest], part);
  const depths = trees.map(({ value }) => depthOf(value, path));
  const deepest = Math.max(...depths);
  return (trees[depths.indexOf(deepest)] as YamlTree).locate(path, part);
}

/** The lower file's items come first. */
function locateAdded(trees: readonly YamlTree[], [key, index, ...rest]: readonly [string, number, ...YamlPath], part?: 'key' | 'value') {
  let left = index;
  for (const tree of [...trees].reverse()) {
    const list = isMap(tree.value) ? tree.value[key] : undefined;
    const length = Array.isArray(list) ? list.length : 0;
    if (left < length) return tree.locate([key, left, ...rest], part);
    left -= length;
  }
  return (trees[0] as YamlTree).locate([key], part);
}

/** How many steps of a path a file states. */
function depthOf(value: unknown, path: YamlPath): number {
  let at = value;
  for (const [depth, step] of path.entries()) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return depth;
    at = (at as Record<string | number, unknown>)[step];
  }
  return path.length;
}

/** A map of YAML: neither a list nor a decimal. */
export function isMap(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
