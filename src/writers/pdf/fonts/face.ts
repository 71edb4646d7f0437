import type { FontkitFont, FontkitSubset } from './fontkit.js';
import { TrueTypeSubset } from './true-type-subset.js';

/** A glyph of a face: its number there and its advance in thousandths of an em. */
export interface Glyph {
  readonly face: Face;
  readonly id: number;
  readonly advance: number;
  readonly codePoint: number;
}

/**
 * One opened font file, shared by all documents of the process. Only glyph numbers and widths are taken from
 * fontkit: it remembers a glyph under the first code point that asked for it, so texts must not come from it.
 */
export class Face {
  private readonly glyphs = new Map<number, Glyph | undefined>();

  constructor(
    readonly font: FontkitFont,
    readonly file: string,
    private readonly data: Buffer,
  ) {}

  /** An empty subset of the face, for one document. */
  createSubset(): FontkitSubset {
    return TrueTypeSubset.accepts(this.data) ? new TrueTypeSubset(this.data) : this.font.createSubset();
  }

  glyph(codePoint: number): Glyph | undefined {
    if (this.glyphs.has(codePoint)) return this.glyphs.get(codePoint);
    const glyph = this.look(codePoint);
    this.glyphs.set(codePoint, glyph);
    return glyph;
  }

  private look(codePoint: number): Glyph | undefined {
    if (!this.font.hasGlyphForCodePoint(codePoint)) return undefined;
    const { id, advanceWidth } = this.font.glyphForCodePoint(codePoint);
    return { face: this, id, advance: (advanceWidth * 1000) / this.font.unitsPerEm, codePoint };
  }
}
