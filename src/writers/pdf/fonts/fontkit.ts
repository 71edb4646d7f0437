import { createRequire } from 'node:module';

/** The part of a fontkit 2.0.4 font that is used; fontkit ships no types. */
export interface FontkitFont {
  readonly postscriptName: string;
  readonly familyName: string;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly italicAngle: number;
  readonly bbox: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number };
  /** Licence bits; absent in very old fonts. */
  readonly 'OS/2'?: { readonly fsType: Readonly<Record<string, boolean>>; readonly usWeightClass: number };
  readonly name: { readonly records: Readonly<Record<string, Readonly<Record<string, string>>>> };
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): { readonly id: number; readonly advanceWidth: number };
  getGlyph(id: number): { readonly advanceWidth: number };
  createSubset(): FontkitSubset;
}

/** A subset being collected: glyph 0 is in it from the start. */
export interface FontkitSubset {
  /** Present where outlines are CFF. */
  readonly cff?: unknown;
  includeGlyph(id: number): number;
  encode(): Uint8Array;
}

export interface FontkitCollection {
  readonly fonts: readonly FontkitFont[];
}

interface Fontkit {
  create(data: Buffer, postscriptName?: string): FontkitFont | FontkitCollection;
}

// Required, not imported: pdfkit requires the CommonJS build, and a second copy would cost 40 ms at start.
const fontkit = createRequire(import.meta.url)('fontkit') as Fontkit;

/** Opens a font file or collection held in memory. */
export const openFont = (data: Buffer, postscriptName?: string): FontkitFont | FontkitCollection => fontkit.create(data, postscriptName);
