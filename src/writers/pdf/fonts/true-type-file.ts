import type { FontFile, FontMetrics } from './pdf-fonts.js';
import { bytesOf, type FontBytes, FontTables, TRUE_TYPE } from './sfnt-tables.js';
import { TrueTypeSubset } from './true-type-subset.js';

/** A file with TrueType outlines, read in place: nothing is decoded that a document does not use. */
export class TrueTypeFile implements FontFile {
  readonly metrics: FontMetrics;
  readonly isCff = false;
  private readonly tables: FontTables;
  private readonly lookup: GlyphLookup;
  private readonly fullMetrics: number;

  constructor(bytes: FontBytes) {
    this.tables = new FontTables(bytes);
    this.lookup = readCharacterMap(this.tables.table('cmap'));
    this.fullMetrics = this.tables.table('hhea').readUInt16BE(34);
    this.metrics = this.readMetrics();
  }

  static accepts(data: Buffer): boolean {
    return data.length > 12 && data.readUInt32BE(0) === TRUE_TYPE && new FontTables(bytesOf(data)).has('glyf');
  }

  private readMetrics(): FontMetrics {
    const [head, hhea, os2] = [this.tables.table('head'), this.tables.table('hhea'), this.tables.optional('OS/2')];
    const ascent = hhea.readInt16BE(4);
    const hasCapHeight = os2 !== undefined && os2.readUInt16BE(0) >= 2;
    return {
      postscriptName: postscriptName(this.tables.table('name')),
      unitsPerEm: head.readUInt16BE(18),
      ascent,
      descent: hhea.readInt16BE(6),
      capHeight: (hasCapHeight ? os2.readInt16BE(88) : 0) || ascent,
      italicAngle: (this.tables.optional('post')?.readInt32BE(4) ?? 0) / 65536,
      weight: os2?.readUInt16BE(4) ?? 400,
      box: [head.readInt16BE(36), head.readInt16BE(38), head.readInt16BE(40), head.readInt16BE(42)],
    };
  }

  glyphId(codePoint: number): number | undefined {
    return this.lookup(codePoint) || undefined;
  }

  advance(glyphId: number): number {
    return this.tables.table('hmtx').readUInt16BE(Math.min(glyphId, this.fullMetrics - 1) * 4);
  }

  createSubset(): TrueTypeSubset {
    return new TrueTypeSubset(this.tables);
  }
}

const POSTSCRIPT_NAME = 6;
const MACINTOSH = 1;

function postscriptName(name: Buffer): string {
  const texts = name.readUInt16BE(4);
  for (let at = 6; at < 6 + name.readUInt16BE(2) * 12; at += 12) {
    if (name.readUInt16BE(at + 6) !== POSTSCRIPT_NAME) continue;
    const start = texts + name.readUInt16BE(at + 10);
    const text = Buffer.from(name.subarray(start, start + name.readUInt16BE(at + 8)));
    return name.readUInt16BE(at) === MACINTOSH ? text.toString('latin1') : text.swap16().toString('utf16le');
  }
  return 'Unnamed';
}

/** Finds the glyph of a code point in one subtable of `cmap`; 0 where there is none. */
type GlyphLookup = (codePoint: number) => number;

/** The widest Unicode subtable of a `cmap` table: format 12, or format 4 for characters of the BMP. */
function readCharacterMap(cmap: Buffer): GlyphLookup {
  const offsets: number[] = [];
  for (let at = 4; at < 4 + cmap.readUInt16BE(2) * 8; at += 8) {
    const platform = cmap.readUInt16BE(at);
    if (platform === 0 || platform === 3) offsets.push(cmap.readUInt32BE(at + 4));
  }
  const subtable = (format: number): Buffer | undefined => {
    const offset = offsets.find((each) => cmap.readUInt16BE(each) === format);
    return offset === undefined ? undefined : cmap.subarray(offset);
  };
  const [full, basic] = [subtable(12), subtable(4)];
  if (full !== undefined) return (codePoint) => lookInGroups(full, codePoint);
  if (basic !== undefined) return (codePoint) => (codePoint > 0xffff ? 0 : lookInSegments(basic, codePoint));
  throw new Error('font without a Unicode character map');
}

/** Format 12: groups of following characters with following glyphs, in order. */
function lookInGroups(table: Buffer, codePoint: number): number {
  let [low, high] = [0, table.readUInt32BE(12) - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = 16 + middle * 12;
    const first = table.readUInt32BE(at);
    if (codePoint < first) high = middle - 1;
    else if (codePoint > table.readUInt32BE(at + 4)) low = middle + 1;
    else return table.readUInt32BE(at + 8) + codePoint - first;
  }
  return 0;
}

/** Format 4: segments by their last character, with a difference or a list of glyphs. */
function lookInSegments(table: Buffer, codePoint: number): number {
  const doubled = table.readUInt16BE(6);
  let [low, high] = [0, doubled / 2 - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (codePoint > table.readUInt16BE(14 + middle * 2)) low = middle + 1;
    else high = middle;
  }
  const start = 16 + doubled + low * 2;
  const first = table.readUInt16BE(start);
  if (codePoint < first || codePoint > table.readUInt16BE(14 + low * 2)) return 0;
  const delta = table.readUInt16BE(start + doubled);
  const rangeAt = start + doubled * 2;
  const range = table.readUInt16BE(rangeAt);
  if (range === 0) return (codePoint + delta) & 0xffff;
  const glyph = table.readUInt16BE(rangeAt + range + (codePoint - first) * 2);
  return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
}
