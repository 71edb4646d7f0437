import { isMap } from './layered-yaml.js';

/** 称谓 of a profile by name: words that differ between otherwise equal forms. */
export type Words = Readonly<Record<string, string>>;

const WORD = /\{\{\s*称谓\.([^{}\s]+)\s*\}\}/g;

/** Puts the words for every {{称谓.…}} in the texts of a value, at every depth. */
export function fillWords<T>(value: T, words: Words): T {
  return filled(value, words) as T;
}

function filled(value: unknown, words: Words): unknown {
  if (typeof value === 'string') return value.replace(WORD, (whole, name: string) => words[name] ?? whole);
  if (Array.isArray(value)) return value.map((item) => filled(item, words));
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, filled(item, words)]));
}
