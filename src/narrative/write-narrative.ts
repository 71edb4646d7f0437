import type { Budget } from '../budget/budget.js';
import type { Figure, SourcePath } from '../budget/figure.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { type Inline, itemContent } from '../document/document.js';
import type { FillValues } from '../profile/fill.js';
import { chapterPaths } from '../profile/outline.js';
import type { Profile } from '../profile/profile.js';
import { chineseNumber, tableNumbers } from '../profile/table-number.js';
import { checkTemplates } from './check-template.js';
import { type ProfileNames, templateContext } from './context.js';
import { takeLabel } from './list-labels.js';
import { type NarrativeBlock, parseMarkup } from './markup.js';
import type { Shape } from './shape.js';
import { templateEngine } from './template-engine.js';
import { TemplateFailure } from './template-limits.js';
import { isTail, textSums } from './text-sums.js';
import { TokenBook, type UnstatedUse } from './tokens.js';

/** The narrative of a disclosure: its chapters by template path, and the figures that they print. */
export interface Narrative {
  readonly chapters: ReadonlyMap<string, readonly NarrativeBlock[]>;
  /** Those that templates wrote, in sentences that are left out, too. */
  readonly figures: ReadonlyMap<string, Figure>;
  /** What the templates asked for and nobody stated: the sentences about it are left out. */
  readonly unstated: readonly UnstatedUse[];
}

/** Writes every chapter of the profile's outline; templates with mistakes give diagnostics and no narrative. */
export function writeNarrative(budget: Budget, profile: Profile, values: FillValues): { narrative?: Narrative; diagnostics: Diagnostic[] } {
  const book = new TokenBook();
  const guards = { text: (raw: string) => book.text(raw), gap: (sources: readonly SourcePath[]) => book.gap(sources) };
  const context = templateContext(budget, guards, namesOf(profile, values));
  const diagnostics = checkNames(profile, context.shape);
  if (diagnostics.length > 0) return { diagnostics };
  const render = templateEngine(profile.templates, profile.spec, book);
  const chapters = new Map<string, readonly NarrativeBlock[]>();
  for (const path of chapterPaths(profile.spec)) {
    const written = renderOrRefuse(() => render(path, context.value), path, profile);
    if (typeof written !== 'string') return { diagnostics: [written] };
    chapters.set(path, withTailNotes(parseMarkup(leaveOutUnstated(written, book), book), profile.spec.文中尾差说明));
  }
  return { narrative: { chapters, figures: book.figures, unstated: book.unstated }, diagnostics };
}

/** Each section whose parts, as printed, do not come to their total ends with the profile's note. */
function withTailNotes(blocks: readonly NarrativeBlock[], note: string | undefined): NarrativeBlock[] {
  if (note === undefined) return [...blocks];
  const starts = [0, ...blocks.flatMap(({ kind }, index) => (kind === 'heading' && index > 0 ? [index] : []))];
  return starts.flatMap((start, at) => {
    const section = blocks.slice(start, starts[at + 1]);
    if (!textSums(section.flatMap(runningText)).some(isTail)) return section;
    const end = section.findLastIndex((block) => runningText(block).length > 0) + 1;
    return [...section.slice(0, end), { kind: 'paragraph', content: [{ type: 'text', text: note }] }, ...section.slice(end)];
  });
}

const runningText = (block: NarrativeBlock): (readonly Inline[])[] =>
  block.kind === 'paragraph' ? [block.content] : block.kind === 'list' ? block.items.map(itemContent) : [];

/** What is wrong with a profile's templates, whatever the budget: only its names are looked at. */
export const checkNarrative = (budget: Budget, profile: Profile): Diagnostic[] =>
  checkNames(profile, templateContext(budget, undefined, namesOf(profile, {})).shape);

const namesOf = (profile: Profile, values: FillValues): ProfileNames => ({ ...profile.spec, 报表号: tableNumbers(profile, values) });

const checkNames = ({ templates, spec, display, tables, wholeForm }: Profile, shape: Shape): Diagnostic[] =>
  checkTemplates(templates, shape, display, {
    charts: Object.keys(spec.图 ?? {}),
    tables: tables.map(({ 名称: name }) => name),
    hasWholeForm: wholeForm !== undefined,
  });

function renderOrRefuse(render: () => string, chapter: string, profile: Profile): string | Diagnostic {
  try {
    return render();
  } catch (error) {
    if (!(error instanceof TemplateFailure)) throw error;
    const { code, reason, hint, place = { path: chapter, line: 1, column: 1 } } = error;
    const at = { file: profile.display(place.path), line: place.line, column: place.column };
    return { code, severity: 'error', message: reason, at, hint };
  }
}

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
function leaveOutUnstated(rendered: string, book: TokenBook): string {
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
