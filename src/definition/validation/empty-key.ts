import type { YamlPath } from '../parse-yaml.js';
import { isPlainObject } from '../plain-object.js';
import { quoted } from './path-words.js';
import type { Problem } from './problem.js';

/**
 * Keys that the schema would take without a value, and nothing else is said of. Blank may mean «none» or «not yet», and
 * printed as none it would be a statement that nobody made: an error, like a text of no characters and a 待填.
 */
export function emptyKeys(root: unknown, named: readonly Problem[]): Problem[] {
  const said = new Set(named.map(({ path }) => JSON.stringify(path)));
  const whole = new Set(named.filter(({ code }) => REFUSED_WHOLE.includes(code)).map(({ path }) => JSON.stringify(path)));
  const isWithin = (path: YamlPath) => path.some((_, index) => whole.has(JSON.stringify(path.slice(0, index))));
  return emptyPaths(root).flatMap((path) => (said.has(JSON.stringify(path)) || isWithin(path) ? [] : [emptyKey(path)]));
}

/** What is wrong with a section as a whole; what is in it is not looked at. */
const REFUSED_WHOLE: readonly string[] = ['unknown-key', 'wrong-type'];

function emptyKey(path: YamlPath): Problem {
  const message = `${quoted(String(path.at(-1)))}后面没有内容。`;
  return { code: 'empty-key', path, part: 'key', message, hint: '填写内容；没有这一项的，把这个键删去。' };
}

function emptyPaths(value: unknown, path: YamlPath = []): YamlPath[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => emptyPaths(item, [...path, index]));
  if (!isPlainObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => (item === undefined ? [[...path, key]] : emptyPaths(item, [...path, key])));
}
