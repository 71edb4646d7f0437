import { characterWidth, unitsOf } from '../../../typesetting/text-width.js';
import type { Face, Glyph, PdfFonts } from '../fonts/pdf-fonts.js';
import type { TextItem } from '../layout/page.js';
import type { EmbeddedFont, FontBook } from './embedded-font.js';
import { isAscii, isBlank, LineSpacing } from './line-spacing.js';

/** Glyphs of one face set at one go. */
export interface TextRun {
  readonly font: EmbeddedFont;
  /** The glyphs, by their codes in the font. */
  codes: string;
  /** Where the pen stands before it, from the page's left edge; undefined where the line begins. */
  readonly pen: number | undefined;
  /** From there to its first glyph, which may be narrower than its square. */
  readonly shift: number;
  /** Points added after every glyph. */
  readonly spacing: number;
  /** Share of the glyphs' own width: fits a face's letters and digits into the widths that lines were broken by. */
  stretch: number;
  /** Belongs to the element of the line's first characters. */
  isLead: boolean;
}

/** Stands for a character that no face has, and copies out as that; the finding tells of it. */
const GETA = 0x3013;

/** Letters and digits may be narrowed and widened by so much; what is left goes between them. */
const NARROWEST = 0.75;
const WIDEST = 1.3;

/** Full-width marks whose ink stands in the right half of their square. */
const OPENING = new Set('“‘（《〈「『【〔〖');
/** Those whose ink stands in the left half. */
const CLOSING = new Set('”’）》〉」』】〕〗，。、；：');

/** Lines of one face, size and spacing. */
interface SetTexts {
  readonly face: TextItem['face'];
  readonly size: number;
  readonly spacing: number;
  /** Of those that are one run from their beginning, by their text. */
  readonly runs: Map<string, readonly TextRun[]>;
}

/** Places every glyph of a line by the widths that the line was broken by, whatever the face's own are. */
export class LineSetter {
  /** Figures and labels say the same at many places: what is one run is the same run there. */
  private readonly known: SetTexts[] = [];

  constructor(
    private readonly fonts: PdfFonts,
    private readonly book: FontBook,
  ) {}

  runs(item: TextItem): readonly TextRun[] {
    if (item.slack !== 0 || item.lead !== undefined) return textRuns(item, this.fonts, this.book);
    const texts = this.alike(item);
    const known = texts.get(item.text);
    if (known !== undefined) return known;
    const runs = textRuns(item, this.fonts, this.book);
    if (runs.length === 1 && runs[0]?.pen === undefined) texts.set(item.text, runs);
    return runs;
  }

  private alike({ face, size, spacing }: TextItem): Map<string, readonly TextRun[]> {
    const known = this.known.find((one) => one.face === face && one.size === size && one.spacing === spacing);
    if (known !== undefined) return known.runs;
    const runs = new Map<string, readonly TextRun[]>();
    this.known.push({ face, size, spacing, runs });
    return runs;
  }
}

function textRuns(item: TextItem, fonts: PdfFonts, book: FontBook): TextRun[] {
  const { text, lead } = item;
  const builder = new RunBuilder(item, book);
  const glyphs = fonts.glyphsOf(item.face);
  for (let at = 0; at < text.length; ) {
    const codePoint = text.codePointAt(at) as number;
    if (at === lead?.length) builder.endLead();
    const glyph = glyphs.of(codePoint) ?? (isBlank(codePoint) ? undefined : glyphs.of(GETA));
    if (glyph === undefined) builder.skip(at, codePoint);
    else if (isAscii(codePoint)) builder.addLetter(at, codePoint, glyph);
    else builder.addSquare(at, codePoint, glyph);
    at += unitsOf(codePoint);
  }
  return builder.end();
}

/** Told of each character with its offset: lengths are worked out where they are added, since thousands are. */
class RunBuilder {
  private readonly runs: TextRun[] = [];
  private readonly spacing: LineSpacing;
  private run: TextRun | undefined;
  private letters: TextRun | undefined;
  private pen: number;
  /** Widths of the open run of letters: those of the face, and those it must come to. */
  private real = 0;
  private wanted = 0;

  constructor(
    private readonly item: TextItem,
    private readonly book: FontBook,
  ) {
    this.spacing = new LineSpacing(item);
    this.pen = item.x;
  }

  private begin(face: Face, shift: number, spacing: number): TextRun {
    const pen = this.pen === this.item.x ? undefined : this.pen;
    const run = { font: this.book.fontOf(face), codes: '', pen, shift, spacing, stretch: 1, isLead: false };
    this.runs.push(run);
    return run;
  }

  /** What follows belongs to another element: a new run, at the same place. */
  endLead(): void {
    this.close();
    for (const run of this.runs) run.isLead = true;
  }

  skip(at: number, codePoint: number): void {
    this.close();
    this.pen += characterWidth(codePoint) * this.item.size + this.spacing.after(at);
  }

  /** Full-width characters of one face follow one another as long as they fill their squares, and no gap between scripts comes after. */
  addSquare(at: number, codePoint: number, glyph: Glyph): void {
    this.closeLetters();
    const { size } = this.item;
    const { regular } = this.spacing;
    const after = this.spacing.after(at);
    const room = size - (glyph.advance * size) / 1000;
    const fills = Math.abs(room) < 0.01;
    if (this.run === undefined || this.run.font.face !== glyph.face || !fills)
      this.run = this.begin(glyph.face, fills ? 0 : shift(room, codePoint), regular);
    this.run.codes += this.run.font.code(codePoint, glyph);
    if (!fills || Math.abs(after - regular) > 1e-9) this.run = undefined;
    this.pen += size + after;
  }

  /** Letters and digits of a word are stretched together. */
  addLetter(at: number, codePoint: number, glyph: Glyph): void {
    const { size, spacing } = this.item;
    if (this.letters?.font.face !== glyph.face) {
      this.close();
      this.letters = this.begin(glyph.face, 0, spacing);
    }
    const slot = characterWidth(codePoint) * size;
    const after = this.spacing.after(at);
    this.letters.codes += this.letters.font.code(codePoint, glyph);
    this.real += (glyph.advance * size) / 1000;
    this.wanted += slot;
    this.pen += slot + after;
    if (after !== spacing) this.closeLetters();
  }

  private closeLetters(): void {
    if (this.letters === undefined) return;
    this.letters.stretch = Math.min(WIDEST, Math.max(NARROWEST, this.real === 0 ? 1 : this.wanted / this.real));
    this.letters = undefined;
    this.run = undefined;
    this.real = 0;
    this.wanted = 0;
  }

  private close(): void {
    this.closeLetters();
    this.run = undefined;
  }

  end(): TextRun[] {
    this.close();
    return this.runs;
  }
}

/** Where a glyph narrower than its square stands in it. */
function shift(room: number, codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  if (OPENING.has(character)) return room;
  return CLOSING.has(character) ? 0 : room / 2;
}
