import type { z } from 'zod';
import { MAX_DIAGNOSTICS } from '../limits.js';
import type { YamlPath } from '../parse-yaml.js';
import { nearestWord } from './nearest-word.js';
import { quoted, subjectOf } from './path-words.js';
import type { Problem } from './problem.js';

const LISTED = 16;

type Schema = z.core.$ZodType | undefined;

/** Keys that the schema does not have, each with the nearest one it has; `value` is the map they stand in. */
export function unknownKeys(keys: readonly string[], path: YamlPath, value: unknown, schema: Schema): Problem[] {
  const allowed = allowedKeys(schema);
  const present = new Set(Object.keys((value ?? {}) as object));
  const free = allowed.filter((word) => !present.has(word));
  return keys.slice(0, MAX_DIAGNOSTICS + 1).map((key) => unknownKey(path, key, allowed, free));
}

/** A key not yet written is the likelier one to be meant. */
function unknownKey(path: YamlPath, key: string, allowed: readonly string[], free: readonly string[]): Problem {
  const suggestion = nearestWord(key, free) ?? nearestWord(key, allowed);
  const within = path.length === 0 ? '' : `${subjectOf(path)}中有`;
  const list = allowed.length > 0 && allowed.length <= LISTED ? `这里可以写：${allowed.join('、')}。` : '';
  const question = suggestion === undefined ? '' : `是否为${quoted(suggestion)}？`;
  return {
    code: 'unknown-key',
    path: [...path, key],
    part: 'key',
    message: `${within}不认识的键${quoted(key)}。`,
    hint: question + list || '核对键的写法和缩进；缩进不对，键就会落到别的一层。',
    ...(suggestion === undefined ? {} : { meant: [...path, suggestion] }),
  };
}

/** The keys that the schema which raised an issue knows. */
function allowedKeys(schema: Schema): readonly string[] {
  const def = (schema as z.core.$ZodTypes | undefined)?._zod.def;
  if (def?.type === 'object') return Object.keys(def.shape);
  if (def?.type !== 'record') return [];
  return [...(def.keyType._zod.values ?? [])].map(String);
}
