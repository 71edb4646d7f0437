import type { z } from 'zod';
import { nearestWord } from '../../plain/nearest-word.js';
import { MAX_DIAGNOSTICS } from '../limits.js';
import type { YamlPath } from '../parse-yaml.js';
import { type KeyPlace, type KeyPlaces, placesElsewhere, sayPlaces } from './key-places.js';
import { quoted, subjectOf } from './path-words.js';
import type { Problem } from './problem.js';

const LISTED = 16;

type Schema = z.core.$ZodType | undefined;

/** Keys that the schema does not have, each with where it belongs or the nearest one it has; `value` is the map they stand in. */
export function unknownKeys(keys: readonly string[], path: YamlPath, value: unknown, schema: Schema, places: KeyPlaces): Problem[] {
  const content = (value ?? {}) as Readonly<Record<string, unknown>>;
  const allowed = allowedKeys(schema);
  const free = allowed.filter((word) => !Object.hasOwn(content, word));
  return keys.slice(0, MAX_DIAGNOSTICS + 1).map((key): Problem => {
    const elsewhere = placesElsewhere(key, path, content[key], places);
    // A key not yet written is the likelier one to be meant.
    const near = nearestWord(key, free) ?? (elsewhere.length > 0 ? undefined : nearestWord(key, allowed));
    const within = path.length === 0 ? '' : `${subjectOf(path)}中有`;
    const message = `${within}不认识的键${quoted(key)}。`;
    const meant = meantPath(elsewhere) ?? (near === undefined ? undefined : [...path, near]);
    const problem: Problem = { code: 'unknown-key', path: [...path, key], part: 'key', message, hint: hint(near, elsewhere, allowed) };
    return meant ? { ...problem, meant } : problem;
  });
}

function hint(near: string | undefined, elsewhere: readonly KeyPlace[], allowed: readonly string[]): string {
  const question = near === undefined ? '' : `是否为${quoted(near)}？`;
  const [first] = elsewhere;
  if (first) return `${quoted(first.key)}应写在${sayPlaces(elsewhere)}。${question && `若是这里的键，${question}`}`;
  const list = allowed.length > 0 && allowed.length <= LISTED ? `这里可以写：${allowed.join('、')}。` : '';
  return question + list || '核对键的写法和缩进；缩进不对，键就会落到别的一层。';
}

/** The one place outside of lists that knows the key. */
function meantPath([first, ...others]: readonly KeyPlace[]): YamlPath | undefined {
  return first && others.length === 0 && !first.section.includes('[]') ? [...first.section, first.key] : undefined;
}

/** The keys that the schema which raised an issue knows. */
function allowedKeys(schema: Schema): readonly string[] {
  const def = (schema as z.core.$ZodTypes | undefined)?._zod.def;
  if (def?.type === 'object') return Object.keys(def.shape);
  if (def?.type !== 'record') return [];
  return [...(def.keyType._zod.values ?? [])].map(String);
}
