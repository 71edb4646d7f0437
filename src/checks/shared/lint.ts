import { oncePer } from '../../plain/objects.js';
import { type CheckContext, type Finding, finding, type Place } from '../check.js';
import type { Replacement } from '../rules/leftovers.js';
import type { DocumentText, StatedText } from './text-index.js';

/** Something in a text, and what to say about it. `message` is completed with the words around it. */
export interface Match {
  readonly index: number;
  readonly length: number;
  readonly message: string;
  readonly hint?: string;
}

interface LintOptions {
  /** Stands in whatever the matcher may find: texts without it are not looked at any further. */
  readonly containing?: RegExp;
  readonly stated?: (text: StatedText) => boolean;
  readonly composed?: (text: DocumentText) => boolean;
  /** Titles, cells and forms as well as the running text. */
  readonly everywhere?: boolean;
}

/**
 * Runs a matcher over the definition's texts, and over the words that templates put between them. What was typed
 * is reported where it was typed, once.
 */
export function lint(
  context: CheckContext,
  match: (text: string) => readonly Match[],
  { containing, stated = () => true, composed = () => true, everywhere = false }: LintOptions = {},
): Finding[] {
  const { texts } = context;
  const find = containing ? (text: string) => (containing.test(text) ? match(text) : []) : match;
  const typed = matched(texts.stated, find).flatMap(([one, found]) =>
    stated(one) ? found.map((each) => report(each, one.text, one.place)) : [],
  );
  const written = matched(everywhere ? texts.worded : texts.wordedProse, find).flatMap(([one, found]) =>
    composed(one) ? found.flatMap((each) => reportWritten(each, one, texts)) : [],
  );
  return [...typed, ...withoutRepeats(written)];
}

/** The texts that a matcher finds something in, with what it finds: few of thousands, of which many are alike. */
export function matched<T extends { readonly text: string }, M>(texts: readonly T[], match: (text: string) => readonly M[]) {
  const found = new Map<string, readonly M[]>();
  for (const text of distinct(texts)) {
    const matches = match(text);
    if (matches.length > 0) found.set(text, matches);
  }
  if (found.size === 0) return [];
  return texts.flatMap((one) => {
    const matches = found.get(one.text);
    return matches ? [[one, matches] as const] : [];
  });
}

const distinct = oncePer((texts: readonly { readonly text: string }[]) => [...new Set(texts.map(({ text }) => text))]);

function reportWritten(found: Match, one: DocumentText, texts: CheckContext['texts']): Finding[] {
  const isTyped = texts.typedIn(one, found.index, found.index + found.length) !== undefined;
  return isTyped ? [] : [report(found, one.text, typedPart(found, one, texts) ?? one.place)];
}

/** Words of a template and typed ones together: what was typed can be mended by the department. */
function typedPart({ index, length }: Match, one: DocumentText, texts: CheckContext['texts']): Place | undefined {
  const end = index + length;
  return (texts.typedIn(one, index, index + 1) ?? texts.typedIn(one, end - 1, end))?.place;
}

/** Every match of regular expressions, each with its own words. */
export function matchAll(text: string, pattern: RegExp, message: (match: RegExpMatchArray) => string, hint?: string): Match[] {
  // Nearly always nothing: searching is much cheaper than matching, which copies the expression.
  if (text.search(pattern) === -1) return [];
  return [...text.matchAll(pattern)].map((found) => ({
    index: found.index,
    length: found[0].length,
    message: message(found),
    ...(hint !== undefined && { hint }),
  }));
}

function report({ index, length, message, hint }: Match, text: string, place: Place): Finding {
  const around = `${index > 8 ? '…' : ''}${text.slice(Math.max(0, index - 8), index + length + 8)}${index + length + 8 < text.length ? '…' : ''}`;
  return finding(`“${around}”${message}`, place, hint === undefined ? {} : { hint });
}

/** A template's sentence that stands in several sections is one mistake. */
function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const first = new Map<string, Finding>();
  for (const one of findings) if (!first.has(one.message)) first.set(one.message, one);
  return [...first.values()];
}

/** Words of a list in every text, typed or printed, each place once; what `known` finds there is left to that. */
export function leftovers(
  context: CheckContext,
  words: readonly Replacement[],
  hint: string,
  known: readonly Replacement[] = [],
): Finding[] {
  const match = (text: string) => matchesIn(text, words, hint, known);
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
  const taken = matchesIn(text, known, hint, []);
  return found.filter((one, index) => ![...taken, ...found.slice(0, index)].some((other) => overlap(one, other)));
}

const overlap = (one: Match, other: Match) => one.index < other.index + other.length && other.index < one.index + one.length;

/** All patterns in one: nearly every text has none of them. Groups that are named or referred to cannot be put together: then each is tried. */
export const anyOf = oncePer((words: readonly Replacement[]) => {
  const sources = words.map(({ pattern }) => `(?:${pattern.source})`).join('|');
  return /\\[1-9k]|\(\?<[^=!]/.test(sources) ? /(?:)/u : new RegExp(sources || '(?!)', 'u');
});
