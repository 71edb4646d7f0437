import { remembering } from '../plain/objects.js';
import { breakOpportunities, marksAllow } from './break-opportunities.js';
import { characterWidth, isLowSurrogate, scriptGap, textWidth } from './text-width.js';

/** One set line: offsets into the text, and its natural width in points. Spaces at its end have no width. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly width: number;
  /** The last line of its paragraph: not justified. */
  readonly last: boolean;
  /** Ends where a line should not, within a figure or word, because the column is too narrow for it. */
  readonly torn?: true | undefined;
  /** Its last mark stands beyond the width, in the margin, and is not counted in it. */
  readonly hung?: true | undefined;
}

export interface LineSetting {
  readonly width: number;
  readonly size: number;
  readonly characterSpacing: number;
  /** Points taken from the first line. */
  readonly firstLineIndent: number;
  /** A stop or comma that just misses the line may stand in the margin, as Word and LibreOffice set running text. */
  readonly hangingPunctuation?: boolean;
  /** Whose habits decide where a line ends; absent: our own, which never tear a figure from its unit. */
  readonly habits?: Habits;
}

/**
 * How other programs break the same line: both tear a figure from its unit. LibreOffice (7.4, measured) lets a mark hang
 * only behind a mark of its own script («2.79%，» goes to the next line as a whole), and gives less between the scripts:
 * a fifth of an em, and the character before it has no spacing.
 */
export type Habits = 'word' | 'libreOffice';

const LATIN = /[!-~]/;
const HANGING = new Set('，。、；：！？');

/** Sums of rounded widths may exceed an exactly filled line by a hair. */
const TOLERANCE = 0.001;

/**
 * How a text was broken by each setting asked for: tables repeat the same few texts, and composing and writing both ask. There are
 * few settings: to compare them takes less than a key of text and setting.
 */
const broken = remembering<{ readonly setting: LineSetting; readonly lines: Line[] }[]>(10_000);

/** Breaks a text into lines by 避头尾 rules; the empty text gives one empty line. */
export function breakLines(text: string, setting: LineSetting): Line[] {
  const whole = textWidth(text, setting.size, setting.characterSpacing);
  if (whole <= setting.width - setting.firstLineIndent + TOLERANCE) return [{ start: 0, end: text.length, width: whole, last: true }];
  const known = broken(text, () => []);
  const found = known.find((one) => isSame(one.setting, setting));
  if (found !== undefined) return found.lines;
  const lines = new LineFiller(text, setting).fill(setting.width);
  known.push({ setting, lines });
  return lines;
}

function isSame(one: LineSetting, other: LineSetting): boolean {
  return (
    one.width === other.width &&
    one.size === other.size &&
    one.characterSpacing === other.characterSpacing &&
    one.firstLineIndent === other.firstLineIndent &&
    (one.hangingPunctuation === true) === (other.hangingPunctuation === true) &&
    one.habits === other.habits
  );
}

/** In how many lines a text stands at each of these widths; the lines themselves nobody will ask for. */
export function lineCounts(text: string, setting: LineSetting, widths: readonly number[]): number[] {
  const whole = textWidth(text, setting.size, setting.characterSpacing);
  const fits = (width: number): boolean => whole <= width - setting.firstLineIndent + TOLERANCE;
  if (widths.every(fits)) return widths.map(() => 1);
  const filler = new LineFiller(text, setting);
  return widths.map((width) => (fits(width) ? 1 : filler.fill(width).length));
}

/** Fills lines one after the other with as much as goes in. */
class LineFiller {
  /** Width of the text before each offset; at the second half of a surrogate pair, that of the whole pair. */
  private readonly reach: Float64Array;
  /** The part of it that is a gap between scripts, directly before each offset's character: none begins a line. */
  private readonly gap: Float64Array;

  constructor(
    private readonly text: string,
    private readonly setting: LineSetting,
  ) {
    ({ reach: this.reach, gap: this.gap } = reaches(text, setting));
  }

  fill(width: number): Line[] {
    const { text, setting } = this;
    const lines: Line[] = [];
    const { strict: own, loose } = breakOpportunities(text);
    const strict = setting.habits === undefined ? own : loose;
    let start = 0;
    while (start < text.length) {
      const limit = this.lastFitting(start, width);
      const hung = this.mayHang(limit, strict);
      const end = hung ? limit + 1 : this.lineEnd(start, limit, strict, loose);
      const last = end === text.length;
      const torn = !last && !strict.has(end);
      const natural = this.widthOf(start, hung ? limit : end);
      lines.push({ start, end, width: natural, last, torn: torn || undefined, hung: hung || undefined });
      start = end;
    }
    return lines;
  }

  /** The last good place that fits; failing that the last passable one; failing that the last character that fits. */
  private lineEnd(start: number, limit: number, strict: ReadonlySet<number>, loose: ReadonlySet<number>): number {
    if (limit === this.text.length) return limit;
    for (let end = limit; end > start; end--) if (strict.has(end)) return end;
    for (let end = limit; end > start; end--) if (loose.has(end)) return end;
    for (let end = limit; end > start + 1; end--) if (this.mayCut(end)) return end;
    return limit;
  }

  /** Only one mark, and only where the line may end behind it. */
  private mayHang(limit: number, strict: ReadonlySet<number>): boolean {
    const { text, setting } = this;
    const mark = setting.hangingPunctuation === true && HANGING.has(text[limit] ?? '');
    if (setting.habits === 'libreOffice' && LATIN.test(text[limit - 1] ?? '')) return false;
    return mark && (strict.has(limit + 1) || limit + 1 === text.length);
  }

  private mayCut(offset: number): boolean {
    return marksAllow(this.text, offset) && !isLowSurrogate(this.text.charCodeAt(offset));
  }

  /** The farthest offset whose line, spaces at its end apart, still fits; at least one character on. */
  private lastFitting(start: number, width: number): number {
    const room = width - (start === 0 ? this.setting.firstLineIndent : 0) + TOLERANCE;
    const from = this.startOf(start);
    let end = start + 1;
    if (isLowSurrogate(this.text.charCodeAt(end))) end += 1;
    while (end < this.text.length && (this.reach[end + 1] ?? 0) - from <= room) end += 1;
    if (isLowSurrogate(this.text.charCodeAt(end))) end -= 1;
    while (isSpace(this.text.charCodeAt(end))) end += 1;
    return Math.min(end, this.text.length);
  }

  private widthOf(start: number, end: number): number {
    let shown = end;
    while (shown > start && isSpace(this.text.charCodeAt(shown - 1)) && end < this.text.length) shown -= 1;
    return (this.reach[shown] ?? 0) - this.startOf(start);
  }

  private startOf(start: number): number {
    return (this.reach[start] ?? 0) + (this.gap[start] ?? 0);
  }
}

/** Of Word's gap: what 3,000 paragraphs of generated departments agree with, but for rare characters of plane 2. */
const LIBRE_OFFICE_GAP = 0.83;

function reaches(
  text: string,
  { size, characterSpacing, habits }: LineSetting,
): { readonly reach: Float64Array; readonly gap: Float64Array } {
  const reach = new Float64Array(text.length + 1);
  const gap = new Float64Array(text.length + 1);
  const gapBetween = (left: number, right: number): number => {
    const space = scriptGap(left, right) * size;
    return space > 0 && habits === 'libreOffice' ? space * LIBRE_OFFICE_GAP - characterSpacing : space;
  };
  let width = 0;
  let before = 0;
  for (let offset = 0; offset < text.length; offset++) {
    if (!isLowSurrogate(text.charCodeAt(offset))) {
      const codePoint = text.codePointAt(offset) ?? 0;
      const space = gapBetween(before, codePoint);
      gap[offset] = space;
      width += characterWidth(codePoint) * size + space + characterSpacing;
      before = codePoint;
    }
    reach[offset + 1] = width;
  }
  return { reach, gap };
}

const isSpace = (unit: number): boolean => unit === 0x20 || unit === 0x3000;
