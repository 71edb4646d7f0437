import { describe, expect, it } from 'vitest';
import { bytesOf, FontTables, writeTables } from '../../../src/writers/pdf/fonts/sfnt-tables.js';
import { TrueTypeSubset } from '../../../src/writers/pdf/fonts/true-type-subset.js';

/*
 * Fonts of office programs make many glyphs of others (é of e and an accent, ㎡ of m and 2); the shipped ones have none.
 * The parts of a composite are numbers of glyphs, which change in a subset.
 */

const words = (...values: readonly number[]) => Buffer.concat(values.map((value) => Buffer.from([(value >> 8) & 255, value & 255])));

/** An outline that is told from others by its box. */
const simple = (mark: number) => words(1, mark, mark, mark, mark, 0, 0, 0);
const composite = (...parts: readonly Buffer[]) => Buffer.concat([words(0xffff, 9, 9, 9, 9), ...parts]);

const MORE = 0x20;
const part = (flags: number, glyph: number, rest: readonly number[]) => words(flags, glyph, ...rest);

const GLYPHS = [
  simple(0),
  simple(1),
  simple(2),
  simple(3),
  // Bytes for arguments, then words and one scale, then words and four of them.
  composite(part(MORE, 3, [0x0102]), part(MORE | 0x01 | 0x08, 1, [5, 6, 0x4000]), part(0x01 | 0x80, 2, [7, 8, 1, 2, 3, 4])),
  composite(part(0x01 | 0x40, 4, [1, 2, 3, 4])),
];

function fontTables(): ReadonlyMap<string, Buffer> {
  const ends = GLYPHS.map((_, index) => GLYPHS.slice(0, index + 1).reduce((sum, { length }) => sum + length, 0));
  const head = Buffer.alloc(54);
  const hhea = Buffer.alloc(36);
  hhea.writeUInt16BE(GLYPHS.length, 34);
  const maxp = Buffer.alloc(6);
  maxp.writeUInt16BE(GLYPHS.length, 4);
  const hmtx = words(...GLYPHS.flatMap((_, index) => [100 + index, index]));
  return new Map([
    ['glyf', Buffer.concat(GLYPHS)],
    ['loca', words(0, ...ends.map((end) => end / 2))],
    ['head', head],
    ['hhea', hhea],
    ['maxp', maxp],
    ['hmtx', hmtx],
  ]);
}

/** The outlines of a subset, by their new numbers. */
function outlinesOf(subset: Uint8Array): Buffer[] {
  const tables = new FontTables(bytesOf(Buffer.from(subset)));
  const [loca, glyf] = [tables.table('loca'), tables.table('glyf')];
  return Array.from({ length: loca.length / 4 - 1 }, (_, id) => glyf.subarray(loca.readUInt32BE(id * 4), loca.readUInt32BE(id * 4 + 4)));
}

const markOf = (outline: Buffer | undefined) => outline?.readInt16BE(2);

describe('a glyph that is made of others', () => {
  it('names its parts by their numbers in the subset, whatever stands between them', () => {
    const subset = new TrueTypeSubset(new FontTables(bytesOf(writeTables(fontTables()))));
    expect(subset.includeGlyph(4)).toBe(1);
    const outlines = outlinesOf(subset.encode());
    const made = outlines[1];
    const parts = [12, 18, 28].map((at) => made?.readUInt16BE(at) ?? 0);
    expect(parts.map((id) => markOf(outlines[id]))).toEqual([3, 1, 2]);
    expect(made?.subarray(14, 16)).toEqual(words(0x0102));
    expect(outlines).toHaveLength(5);
  });

  it('may be made of such glyphs itself', () => {
    const subset = new TrueTypeSubset(new FontTables(bytesOf(writeTables(fontTables()))));
    subset.includeGlyph(5);
    const outlines = outlinesOf(subset.encode());
    const inner = outlines[outlines[1]?.readUInt16BE(12) ?? 0];
    expect([12, 18, 28].map((at) => markOf(outlines[inner?.readUInt16BE(at) ?? 0]))).toEqual([3, 1, 2]);
  });

  it('has its own width, and its parts theirs', () => {
    const subset = new TrueTypeSubset(new FontTables(bytesOf(writeTables(fontTables()))));
    subset.includeGlyph(4);
    const tables = new FontTables(bytesOf(Buffer.from(subset.encode())));
    const hmtx = tables.table('hmtx');
    expect(Array.from({ length: 5 }, (_, id) => hmtx.readUInt16BE(id * 4))).toEqual([100, 104, 103, 101, 102]);
    expect(tables.table('maxp').readUInt16BE(4)).toBe(5);
  });
});
