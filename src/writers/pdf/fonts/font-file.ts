/** What a file says of a font as a whole. Lengths in units of the em square. */
export interface FontMetrics {
  readonly postscriptName: string;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly italicAngle: number;
  readonly weight: number;
  readonly box: readonly [left: number, bottom: number, right: number, top: number];
}

/** Glyphs of a font collected for one document; glyph 0 is among them from the start. */
export interface FontSubset {
  /** Adds a glyph and gives its number in the subset. */
  includeGlyph(id: number): number;
  encode(): Uint8Array;
}

/** An opened font file. */
export interface FontFile {
  readonly metrics: FontMetrics;
  /** Outlines are PostScript's, not TrueType's. */
  readonly isCff: boolean;
  /** The glyph of a character; undefined where there is none. */
  glyphId(codePoint: number): number | undefined;
  /** In units of the em square. */
  advance(glyphId: number): number;
  createSubset(): FontSubset;
}
