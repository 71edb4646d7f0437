import { closeSync, openSync, readSync } from 'node:fs';

/** Where the bytes of a font come from. */
export interface FontBytes {
  read(start: number, end: number): Buffer;
  /** Several stretches of it. */
  readAll(stretches: readonly Stretch[]): Buffer[];
}

type Stretch = readonly [start: number, end: number];

export const bytesOf = (data: Buffer): FontBytes => ({
  read: (start, end) => data.subarray(start, end),
  readAll: (stretches) => stretches.map(([start, end]) => data.subarray(start, end)),
});

/** Nothing is kept of a file but what is read: a Chinese face has five million bytes, of which a document needs some thousands. */
export function bytesOfFile(path: string): FontBytes {
  const readAll = (stretches: readonly Stretch[]): Buffer[] => {
    const file = openSync(path, 'r');
    try {
      return stretches.map(([start, end]) => {
        const bytes = Buffer.allocUnsafe(end - start);
        return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, start));
      });
    } finally {
      closeSync(file);
    }
  };
  return { readAll, read: (start, end) => readAll([[start, end]])[0] as Buffer };
}

/** The tables of a TrueType or OpenType file, by tag. */
export class FontTables {
  private readonly places = new Map<string, { readonly start: number; readonly end: number }>();
  private readonly known = new Map<string, Buffer>();
  private readonly read = new Map<number, Buffer>();

  constructor(private readonly bytes: FontBytes) {
    const count = bytes.read(4, 6).readUInt16BE(0);
    const directory = bytes.read(12, 12 + count * 16);
    for (let at = 0; at < directory.length; at += 16) {
      const start = directory.readUInt32BE(at + 8);
      this.places.set(directory.toString('latin1', at, at + 4), { start, end: start + directory.readUInt32BE(at + 12) });
    }
  }

  has(tag: string): boolean {
    return this.places.has(tag);
  }

  /** Of a font that must have it. */
  table(tag: string): Buffer {
    const table = this.optional(tag);
    if (table === undefined) throw new Error(`font without table ${tag}`);
    return table;
  }

  optional(tag: string): Buffer | undefined {
    const place = this.places.get(tag);
    if (place === undefined) return undefined;
    const table = this.known.get(tag) ?? this.bytes.read(place.start, place.end);
    this.known.set(tag, table);
    return table;
  }

  /** The outlines of glyphs in whole words. Each is read once: the next document has most of them, too. */
  outlines(glyphs: readonly number[]): Buffer[] {
    const wanted = glyphs.filter((glyph) => !this.read.has(glyph));
    if (wanted.length > 0) this.readOutlines([...new Set(wanted)]);
    return glyphs.map((glyph) => this.read.get(glyph) as Buffer);
  }

  private readOutlines(glyphs: readonly number[]): void {
    const read = this.bytes.readAll(glyphs.map((glyph) => this.outlineAt(glyph)));
    glyphs.forEach((glyph, index) => this.read.set(glyph, padToWord(read[index] as Buffer)));
  }

  private outlineAt(glyph: number): Stretch {
    const loca = this.table('loca');
    const long = this.table('head').readInt16BE(50) === LONG_OFFSETS;
    const offset = (at: number): number => (long ? loca.readUInt32BE(at * 4) : loca.readUInt16BE(at * 2) * 2);
    const { start = 0 } = this.places.get('glyf') ?? {};
    return [start + offset(glyph), start + offset(glyph + 1)];
  }
}

/** Tables as a file, in the order and with the sums that the format asks for. */
export function writeTables(tables: ReadonlyMap<string, Buffer>): Buffer {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const directory = Buffer.alloc(12 + sorted.length * 16);
  const power = Math.floor(Math.log2(sorted.length));
  directory.writeUInt32BE(TRUE_TYPE, 0);
  [sorted.length, 16 * 2 ** power, power, 16 * (sorted.length - 2 ** power)].forEach((value, index) =>
    directory.writeUInt16BE(value, 4 + index * 2),
  );
  const parts: Buffer[] = [directory];
  let offset = directory.length;
  sorted.forEach(([tag, table], index) => {
    const padded = padToWord(table);
    directory.write(tag, 12 + index * 16, 'latin1');
    [checksum(padded), offset, table.length].forEach((value, field) => directory.writeUInt32BE(value, 16 + index * 16 + field * 4));
    parts.push(padded);
    offset += padded.length;
  });
  return Buffer.concat(parts);
}

/** Of table loca, said by head. */
export const LONG_OFFSETS = 1;

/** First word of a file with TrueType outlines. */
export const TRUE_TYPE = 0x00010000;

export function padToWord(table: Buffer): Buffer {
  const over = table.length % 4;
  return over === 0 ? table : Buffer.concat([table, Buffer.alloc(4 - over)]);
}

function checksum({ buffer, byteOffset, length }: Buffer): number {
  const words = new DataView(buffer, byteOffset, length);
  let sum = 0;
  for (let at = 0; at < length; at += 4) sum = (sum + words.getUint32(at)) >>> 0;
  return sum;
}
