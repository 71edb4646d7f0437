import { characterWidth } from '../../../typesetting/text-width.js';
import type { Face, Glyph, PdfFonts } from '../fonts/pdf-fonts.js';
import type { TextItem } from '../layout/page.js';
import { isAscii, LineSpacing } from './line-spacing.js';

/** Glyphs of one face set at one go. */
export interface TextRun {
  readonly face: Face;
  readonly glyphs: Glyph[];
  /** From the page's left edge. */
  readonly x: number;
  /** Points added after every glyph. */
  readonly spacing: number;
  /** Share of the glyphs' own width: fits a face's letters and digits into the widths that lines were broken by. */
  stretch: number;
  /** Belongs to the element of the line's first characters. */
  lead?: true;
}

/** Stands for a character that no face has; the finding tells of it. */
const GETA = 0x3013;

/** Letters and digits may be narrowed and widened by so much; what is left goes between them. */
const NARROWEST = 0.75;
const WIDEST = 1.3;

/** Full-width marks whose ink stands in the right half of their square. */
const OPENING = new Set('“‘（《〈「『【〔〖');
/** Those whose ink stands in the left half. */
const CLOSING = new Set('”’）》〉」』】〕〗，。、；：');

/** Places every glyph of a line by the widths that the line was broken by, whatever the face's own are. */
export function textRuns(item: TextItem, fonts: PdfFonts): TextRun[] {
  const builder = new RunBuilder(item);
  const codes = codePoints(item.text);
  const spacing = new LineSpacing(item, codes);
  for (let index = 0; index < codes.length; index += 1) {
    const codePoint = codes[index] as number;
    if (index === item.lead?.length) builder.endLead();
    const slot = characterWidth(codePoint) * item.size;
    const after = spacing.after(index);
    const glyph = fonts.glyph(item.face, codePoint) ?? (isBlank(codePoint) ? undefined : fonts.glyph(item.face, GETA));
    if (glyph === undefined) builder.skip(slot + after);
    else if (isAscii(codePoint)) builder.addLetter(glyphFor(glyph, codePoint), slot, after);
    else builder.addSquare(glyphFor(glyph, codePoint), slot, spacing.regular, after);
  }
  return builder.end();
}

const isBlank = (codePoint: number): boolean => codePoint === 0x20 || codePoint === 0x3000;

/** A stand-in copies out as the character it stands for. */
const glyphFor = (glyph: Glyph, codePoint: number): Glyph => (glyph.codePoint === codePoint ? glyph : { ...glyph, codePoint });

function codePoints(text: string): number[] {
  const codes: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.codePointAt(index) as number;
    codes.push(code);
    if (code > 0xffff) index += 1;
  }
  return codes;
}

class RunBuilder {
  private readonly runs: TextRun[] = [];
  private run: TextRun | undefined;
  private letters: TextRun | undefined;
  private pen: number;
  /** Widths of the open run of letters: those of the face, and those it must come to. */
  private real = 0;
  private wanted = 0;

  constructor(private readonly item: TextItem) {
    this.pen = item.x;
  }

  /** What follows belongs to another element: a new run, at the same place. */
  endLead(): void {
    this.close();
    for (const run of this.runs) run.lead = true;
  }

  skip(width: number): void {
    this.close();
    this.pen += width;
  }

  /** Full-width characters of one face follow one another as long as they fill their squares, and no gap between scripts comes after. */
  addSquare(glyph: Glyph, slot: number, regular: number, after: number): void {
    this.closeLetters();
    const width = (glyph.advance * this.item.size) / 1000;
    const fills = Math.abs(width - slot) < 0.01;
    if (this.run === undefined || this.run.face !== glyph.face || !fills) {
      this.run = {
        face: glyph.face,
        glyphs: [],
        x: this.pen + (fills ? 0 : shift(slot - width, glyph.codePoint)),
        spacing: regular,
        stretch: 1,
      };
      this.runs.push(this.run);
    }
    this.run.glyphs.push(glyph);
    if (!fills || Math.abs(after - regular) > 1e-9) this.run = undefined;
    this.pen += slot + after;
  }

  /** Letters and digits of a word are stretched together. */
  addLetter(glyph: Glyph, slot: number, after: number): void {
    if (this.letters?.face !== glyph.face) {
      this.close();
      this.letters = { face: glyph.face, glyphs: [], x: this.pen, spacing: this.item.spacing, stretch: 1 };
      this.runs.push(this.letters);
    }
    this.letters.glyphs.push(glyph);
    this.real += (glyph.advance * this.item.size) / 1000;
    this.wanted += slot;
    this.pen += slot + after;
    if (after !== this.item.spacing) this.closeLetters();
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
