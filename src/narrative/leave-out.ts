import { chineseNumber } from '../profile/chinese-number.js';
import { takeLabel } from './list-labels.js';
import type { TokenBook } from './tokens.js';

/** A line of a rendered chapter: its text, and whether a sentence of it was left out. */
interface Line {
  readonly original: string;
  text: string;
  cut: boolean;
}

/**
 * A rendered chapter without the sentences that would say what nobody stated. A sentence ends with 。 or with its line.
 * What then leads to nothing goes with it: a heading over it, or «其中：» before it.
 */
export function leaveOutUnstated(rendered: string, book: TokenBook): string {
  const lines = rendered.split('\n').map((text) => cutLine(text, book));
  lines.forEach((_, index) => {
    dropLead(lines, index);
  });
  lines.forEach((_, index) => {
    closeList(lines, index);
  });
  if (lines.some((line) => line.cut)) numberAgain(lines);
  for (let index = lines.length - 1; index >= 0; index--) dropHeading(lines, index);
  return lines.map((line) => line.text).join('\n');
}

function cutLine(original: string, book: TokenBook): Line {
  const all = sentences(book.withoutClauses(original));
  const kept = all.filter(
    (sentence, index) => !book.hasGap(sentence) && !(isLead(sentence) && index > 0 && book.hasGap(all[index - 1] ?? '')),
  );
  return { original, text: kept.join(''), cut: kept.length < all.length };
}

/** «其中：» of a sentence that is left out. */
const isLead = (sentence: string): boolean => /^其中[：:]\s*$/.test(sentence);

const sentences = (text: string): string[] => text.match(/[^。]*。|[^。]+$/g) ?? [];

const isBlank = (line: Line | undefined) => line === undefined || line.text.trim() === '';
const isHeading = (line: Line) => /^#{1,6}\s/.test(line.text);

/** The lines after one, up to the next heading of this depth or less; any heading where no depth is given. */
function under(lines: readonly Line[], index: number, depth = 6): Line[] {
  const rest = lines.slice(index + 1);
  const end = rest.findIndex((line) => isHeading(line) && (/^#+/.exec(line.text)?.[0].length ?? 0) <= depth);
  return end === -1 ? rest : rest.slice(0, end);
}

/** «其中：» before lines of which none is left. */
function dropLead(lines: readonly Line[], index: number): void {
  const line = lines[index];
  if (!line || !/[：:]$/.test(line.text.trimEnd())) return;
  const following = under(lines, index).filter((one) => one.original.trim() !== '');
  if (following[0]?.cut !== true || following.some((one) => !isBlank(one))) return;
  line.text = sentences(line.text).slice(0, -1).join('');
  line.cut = true;
}

/** The last item of a list that is left ends as the list did. */
function closeList(lines: readonly Line[], index: number): void {
  const line = lines[index];
  if (!line || takeLabel(line.text) === '' || !/；$/.test(line.text.trimEnd())) return;
  const following = lines.slice(index + 1).filter((one) => one.original.trim() !== '');
  const end = following.findIndex((one) => !isBlank(one) || takeLabel(one.original) === '');
  const gone = end === -1 ? following : following.slice(0, end);
  if (gone.at(-1)?.original.trimEnd().endsWith('。')) line.text = line.text.trimEnd().replace(/；$/, '。');
}

/** The items of a list that are left count on without a gap. */
function numberAgain(lines: readonly Line[]): void {
  let gone = 0;
  for (const line of lines.filter((one) => one.original.trim() !== '')) {
    const label = takeLabel(line.original);
    const number = numberIn(label);
    if (number === undefined || number <= 1) gone = 0;
    if (number === undefined) continue;
    if (isBlank(line)) gone += 1;
    else if (gone > 0 && line.text.startsWith(label))
      line.text =
        label.replace(/[0-9]+|[一二三四五六七八九十百]+/, (written) => numberLike(written, number - gone)) + line.text.slice(label.length);
  }
}

const MOST_ITEMS = 999;

function numberIn(label: string): number | undefined {
  const [written] = /[0-9]+|[一二三四五六七八九十百]+/.exec(label) ?? [];
  if (written === undefined) return undefined;
  const found = /[0-9]/.test(written) ? Number(written) : range(MOST_ITEMS).find((number) => chineseNumber(number) === written);
  return found;
}

const range = (end: number): number[] => Array.from({ length: end }, (_, index) => index + 1);
const numberLike = (written: string, number: number): string => (/[0-9]/.test(written) ? String(number) : chineseNumber(number));

function dropHeading(lines: readonly Line[], index: number): void {
  const line = lines[index];
  if (!line || !isHeading(line)) return;
  const below = under(lines, index, /^#+/.exec(line.text)?.[0].length);
  if (!below.some((one) => one.cut) || below.some((one) => !isBlank(one))) return;
  line.text = '';
  line.cut = true;
}
