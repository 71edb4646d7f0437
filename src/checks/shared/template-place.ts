import type { Profile } from '../../profile/profile.js';
import type { Place } from '../place.js';
import type { DocumentText, TextIndex } from './text-index.js';

/**
 * The line of a template that a text of the document was written in: the one that holds the longest stretch of words that
 * nobody typed, or the template that the nearest heading is named after. Undefined where no template can be told.
 */
export function templatePlace(text: DocumentText, texts: TextIndex, profile: Profile): Place | undefined {
  const likely = [...profile.templates].sort(([one], [other]) => Number(isNamed(other, text)) - Number(isNamed(one, text)));
  for (const stretch of untyped(text, texts)) {
    const found = likely.find(([, source]) => source.includes(stretch));
    if (found) return lineOf(found, found[1].indexOf(stretch), profile);
  }
  const [first] = likely;
  return first && isNamed(first[0], text) ? lineOf(first, Math.max(0, first[1].lastIndexOf('{{名称}}')), profile) : undefined;
}

/** Words of the template, the longest first; numbers alone stand everywhere. */
function untyped({ content }: DocumentText, texts: TextIndex): string[] {
  const words = content.flatMap((inline) => (inline.type === 'text' && !texts.isTyped(inline.text) ? [inline.text.trim()] : []));
  return words.filter((word) => /\p{Script=Han}/u.test(word)).sort((one, other) => other.length - one.length);
}

/** «概况/机构设置.hbs» under the heading «二、机构设置情况». */
function isNamed(path: string, { heading }: DocumentText): boolean {
  const name = /([^/\d-]+)\.hbs$/.exec(path)?.[1];
  return name !== undefined && heading.includes(name);
}

function lineOf([path, source]: readonly [string, string], index: number, profile: Profile): Place {
  const before = source.slice(0, index).split('\n');
  return { kind: 'profile', file: profile.display(path), line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
