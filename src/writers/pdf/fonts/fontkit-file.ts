import { createRequire } from 'node:module';
import type { FontFile, FontMetrics, FontSubset } from './pdf-fonts.js';

/** The part of a fontkit 2.0.4 font that is used; fontkit ships no types. */
export interface FontkitFont extends Omit<FontMetrics, 'weight' | 'box'> {
  readonly bbox: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number };
  /** Licence bits and weight; absent in very old fonts. */
  readonly 'OS/2'?: { readonly fsType: Readonly<Record<string, boolean>>; readonly usWeightClass: number };
  readonly name: { readonly records: Readonly<Record<string, Readonly<Record<string, string>>>> };
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): { readonly id: number };
  getGlyph(id: number): { readonly advanceWidth: number };
  createSubset(): FontSubset & { readonly cff?: unknown };
}

interface Fontkit {
  create(data: Buffer): FontkitFont | { readonly fonts: readonly FontkitFont[] };
}

/** Opens a file or collection of any kind. fontkit is loaded only where an office has put in fonts of its own. */
export function openWithFontkit(data: Buffer): readonly FontkitFont[] {
  const fontkit = createRequire(import.meta.url)('fontkit') as Fontkit;
  const opened = fontkit.create(data);
  return 'fonts' in opened ? opened.fonts : [opened];
}

/** A font that fontkit reads for us: PostScript outlines, or a part of a collection. */
export class FontkitFile implements FontFile {
  readonly metrics: FontMetrics;
  readonly isCff: boolean;

  constructor(private readonly font: FontkitFont) {
    const { postscriptName, unitsPerEm, ascent, descent, italicAngle, bbox } = font;
    this.isCff = font.createSubset().cff !== undefined;
    this.metrics = {
      postscriptName,
      unitsPerEm,
      ascent,
      descent,
      capHeight: font.capHeight || ascent,
      italicAngle,
      weight: font['OS/2']?.usWeightClass ?? 400,
      box: [bbox.minX, bbox.minY, bbox.maxX, bbox.maxY],
    };
  }

  glyphId(codePoint: number): number | undefined {
    return this.font.hasGlyphForCodePoint(codePoint) ? this.font.glyphForCodePoint(codePoint).id : undefined;
  }

  advance(glyphId: number): number {
    return this.font.getGlyph(glyphId).advanceWidth;
  }

  createSubset(): FontSubset {
    return this.font.createSubset();
  }
}
