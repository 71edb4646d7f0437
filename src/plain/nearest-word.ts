import { distance } from 'fastest-levenshtein';

/** The known word that a misspelt one most likely means, or nothing. Earlier words win a tie. */
export function nearestWord(typed: string, known: readonly string[]): string | undefined {
  const plain = plainWord(typed);
  let best: { readonly word: string; readonly distance: number } | undefined;
  for (const word of known) {
    const apart = wordDistance(plain, plainWord(word));
    if (apart !== undefined && (!best || apart < best.distance)) best = { word, distance: apart };
  }
  return best?.word;
}

/** Widths, spaces, quotes and brackets are how the same key is typed differently: 因公出国(境)费, 因公出国（境）费. */
export function plainWord(word: string): string {
  return word.normalize('NFKC').replace(/[\s"'“”‘’「」《》〈〉()[\]{}:·.]/g, '');
}

/** Nothing where the words are too far apart: beyond a third of the letters, unless one holds the other. */
function wordDistance(typed: string, word: string): number | undefined {
  // No key is near a text this long, and the comparison takes the product of the lengths.
  if (typed.length > 60) return undefined;
  const length = Math.max(typed.length, word.length);
  const apart = distance(typed, word);
  const holds = Math.min(typed.length, word.length) >= 2 && (typed.includes(word) || word.includes(typed));
  return holds || (apart < length && apart <= Math.max(1, Math.floor(length / 3))) ? apart : undefined;
}
