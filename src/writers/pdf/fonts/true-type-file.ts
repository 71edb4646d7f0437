import { type GlyphLookup, readCharacterMap } from './character-map.js';
import type { FontFile, FontMetrics } from './font-file.js';
import { readTables, TRUE_TYPE } from './sfnt-tables.js';
import { TrueTypeSubset } from './true-type-subset.js';

/** A file with TrueType outlines, read in place: nothing is decoded that a document does not use. */
export class TrueTypeFile implements FontFile {
  readonly metrics: FontMetrics;
  readonly isCff = false;
  private readonly tables: ReadonlyMap<string, Buffer>;
  private readonly lookup: GlyphLookup;
  private readonly fullMetrics: number;

  constructor(data: Buffer) {
    this.tables = readTables(data);
    this.lookup = readCharacterMap(this.table('cmap'));
    this.fullMetrics = this.table('hhea').readUInt16BE(34);
    this.metrics = this.readMetrics();
  }

  static accepts(data: Buffer): boolean {
    return data.length > 12 && data.readUInt32BE(0) === TRUE_TYPE && readTables(data).has('glyf');
  }

  private table(tag: string): Buffer {
    const table = this.tables.get(tag);
    if (table === undefined) throw new Error(`font without table ${tag}`);
    return table;
  }

  private readMetrics(): FontMetrics {
    const [head, hhea, os2] = [this.table('head'), this.table('hhea'), this.tables.get('OS/2')];
    const ascent = hhea.readInt16BE(4);
    const hasCapHeight = os2 !== undefined && os2.readUInt16BE(0) >= 2;
    return {
      postscriptName: postscriptName(this.table('name')),
      unitsPerEm: head.readUInt16BE(18),
      ascent,
      descent: hhea.readInt16BE(6),
      capHeight: (hasCapHeight ? os2.readInt16BE(88) : 0) || ascent,
      italicAngle: (this.tables.get('post')?.readInt32BE(4) ?? 0) / 65536,
      weight: os2?.readUInt16BE(4) ?? 400,
      box: [head.readInt16BE(36), head.readInt16BE(38), head.readInt16BE(40), head.readInt16BE(42)],
    };
  }

  glyphId(codePoint: number): number | undefined {
    return this.lookup(codePoint) || undefined;
  }

  advance(glyphId: number): number {
    return this.table('hmtx').readUInt16BE(Math.min(glyphId, this.fullMetrics - 1) * 4);
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
