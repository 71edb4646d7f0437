import { oncePer } from '../../plain/objects.js';
import type { Finding } from '../check.js';
import type { CheckContext } from '../context.js';
import type { Replacement } from '../rules/replacement.js';
import { lint, type Match, matchAll } from './lint.js';

/** Words of a list in every text, typed or printed, each place once; what `known` finds there is left to that. */
export function leftovers(
  context: CheckContext,
  words: readonly Replacement[],
  hint: string,
  known: readonly Replacement[] = [],
): Finding[] {
  const seen = new Map<string, readonly Match[]>();
  const match = (text: string): readonly Match[] => {
    const found = seen.get(text) ?? matchesIn(text, words, hint, known);
    seen.set(text, found);
    return found;
  };
  const isTyped = ({ path }: { readonly path: readonly unknown[] }) => path[0] !== '待确认';
  // A cell with a dash is the form's own; one that somebody typed is not.
  const hasWords = ({ text }: { readonly text: string }) => /[\p{L}\p{Nl}#*_]/u.test(text);
  return lint(context, match, { stated: isTyped, composed: hasWords, everywhere: true });
}

function matchesIn(text: string, words: readonly Replacement[], hint: string, known: readonly Replacement[]): Match[] {
  if (!anyOf(words).test(text)) return [];
  const found = words.flatMap(({ pattern, note = '是没有填写完的内容' }) =>
    matchAll(text, pattern, ([one]) => `里的“${one}”${note}。`, hint),
  );
  const taken = anyOf(known).test(text) ? matchesIn(text, known, hint, []) : [];
  return found.filter((one, index) => ![...taken, ...found.slice(0, index)].some((other) => overlap(one, other)));
}

const overlap = (one: Match, other: Match) => one.index < other.index + other.length && other.index < one.index + one.length;

/** All patterns in one: nearly every text has none of them. */
const anyOf = oncePer(
  (words: readonly Replacement[]) => new RegExp(words.map(({ pattern }) => `(?:${pattern.source})`).join('|') || '(?!)', 'u'),
);
