import type { z } from 'zod';
import { nearestWord, plainWord } from '../plain/nearest-word.js';
import { isPlainObject } from '../plain/objects.js';
import { MAX_DIAGNOSTICS } from './limits.js';
import type { YamlPath } from './parse-yaml.js';
import { type Problem, quoted, subjectOf } from './problem.js';

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

/** A section that knows a key; `[]` in its path stands for the items of a list. */
interface KeyPlace {
  readonly key: string;
  readonly section: readonly string[];
  readonly schema: z.core.$ZodType;
}

/** Every key of a schema by its plain form, so that one in the wrong place can be told where it belongs. */
export type KeyPlaces = ReadonlyMap<string, readonly KeyPlace[]>;

const known = new WeakMap<z.core.$ZodType, KeyPlaces>();

export function keyPlaces(schema: z.core.$ZodType): KeyPlaces {
  const places = known.get(schema) ?? byWord(placesIn(schema, [], []));
  known.set(schema, places);
  return places;
}

function byWord(places: readonly KeyPlace[]): KeyPlaces {
  const groups = new Map<string, KeyPlace[]>();
  for (const place of places) groups.set(plainWord(place.key), [...(groups.get(plainWord(place.key)) ?? []), place]);
  return groups;
}

/** The other sections that know a key, the nearest first; of a value with parts only those that would take it. */
function placesElsewhere(key: string, path: YamlPath, value: unknown, places: KeyPlaces): KeyPlace[] {
  const here = path.map((step) => (typeof step === 'number' ? '[]' : step));
  const nearness = ({ section }: KeyPlace) =>
    [...section, undefined].findIndex((step, index) => step === undefined || step !== here[index]);
  const others = (places.get(plainWord(key)) ?? []).filter(({ section }) => sectionName(section) !== sectionName(here));
  const fitting = isPlainObject(value) || Array.isArray(value) ? others.filter(({ schema }) => takes(schema, value)) : others;
  return [...fitting].sort((one, other) => nearness(other) - nearness(one));
}

const LISTED_PLACES = 3;

/** «“三公经费”或“增减原因”里» */
function sayPlaces(places: readonly KeyPlace[]): string {
  const names = [...new Set(places.map(({ section }) => sectionName(section)))];
  const listed = names.slice(0, LISTED_PLACES).join('或');
  return names.length > LISTED_PLACES ? `${listed}等 ${names.length} 处` : listed;
}

function sectionName(section: readonly string[]): string {
  const keys = section.filter((step) => step !== '[]').map((key) => quoted(key));
  return keys.length === 0 ? '文件最外层（顶格写）' : `${keys.join('的')}里`;
}

function takes(schema: z.core.$ZodType, value: unknown): boolean {
  const { error } = (schema as z.ZodType).safeParse(value);
  return !error?.issues.some(({ path, code }) => path.length === 0 && /^invalid_(?:type|value|union)$/.test(code));
}

/** `around` are the schemas on the way: a recursive one is entered once. */
function placesIn(schema: z.core.$ZodType, section: readonly string[], around: readonly z.core.$ZodType[]): KeyPlace[] {
  if (around.includes(schema)) return [];
  const inside = (child: z.core.$ZodType, step: readonly string[] = []) => placesIn(child, [...section, ...step], [...around, schema]);
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape).flatMap(([key, child]) => [{ key, section, schema: child }, ...inside(child, [key])]);
    case 'record':
      return [...(def.keyType._zod.values ?? [])].map(String).map((key) => ({ key, section, schema: def.valueType }));
    case 'array':
      return inside(def.element, ['[]']);
    case 'union':
      return def.options.flatMap((option) => inside(option));
    case 'optional':
      return inside(def.innerType);
    case 'pipe':
      return [...inside(def.in), ...inside(def.out)];
    case 'lazy':
      return inside(def.getter());
    default:
      return [];
  }
}
