import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

type Tables = Readonly<Record<string, Buffer>>;

/** A table in the file's directory is this long. */
const ENTRY = 16;

/** An OpenType file of some tables; `base` is where it begins in a collection. Checksums are left out: readers ignore them. */
function sfnt(flavour: string, tables: Tables, base = 0): Buffer {
  const names = Object.keys(tables).sort();
  const directory = Buffer.alloc(12 + names.length * ENTRY);
  directory.write(flavour, 0, 'latin1');
  directory.writeUInt16BE(names.length, 4);
  const parts: Buffer[] = [directory];
  let at = directory.length;
  names.forEach((name, index) => {
    const table = tables[name] ?? Buffer.alloc(0);
    directory.write(name.padEnd(4), 12 + index * ENTRY, 'latin1');
    directory.writeUInt32BE(base + at, 12 + index * ENTRY + 8);
    directory.writeUInt32BE(table.length, 12 + index * ENTRY + 12);
    parts.push(table, Buffer.alloc(-table.length & 3));
    at += table.length + (-table.length & 3);
  });
  return Buffer.concat(parts);
}

function tablesOf(font: Buffer): Tables {
  const entries = Array.from({ length: font.readUInt16BE(4) }, (_, index): [string, Buffer] => {
    const at = 12 + index * ENTRY;
    const start = font.readUInt32BE(at + 8);
    return [font.toString('latin1', at, at + 4).trim(), font.subarray(start, start + font.readUInt32BE(at + 12))];
  });
  return Object.fromEntries(entries);
}

/** A collection, as Windows has its fonts: `SimSun.ttc`. */
export function collection(fonts: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(12 + 4 * fonts.length);
  header.write('ttcf', 0, 'latin1');
  header.writeUInt32BE(0x00010000, 4);
  header.writeUInt32BE(fonts.length, 8);
  const parts: Buffer[] = [header];
  let at = header.length;
  fonts.forEach((font, index) => {
    header.writeUInt32BE(at, 12 + 4 * index);
    const placed = sfnt(font.toString('latin1', 0, 4), tablesOf(font), at);
    parts.push(placed);
    at += placed.length;
  });
  return Buffer.concat(parts);
}

/** The same font under another name. */
export function renamed(font: Buffer, name: string): Buffer {
  return sfnt(font.toString('latin1', 0, 4), { ...tablesOf(font), name: nameTable(name) });
}

const u16 = (...values: readonly number[]): Buffer => {
  const buffer = Buffer.alloc(values.length * 2);
  values.forEach((value, index) => buffer.writeUInt16BE(value & 0xffff, index * 2));
  return buffer;
};
const u32 = (...values: readonly number[]): Buffer => u16(...values.flatMap((value) => [value >>> 16, value & 0xffff]));

/** Family, full and PostScript name, in simplified Chinese and for Windows. */
function nameTable(name: string): Buffer {
  const text = Buffer.from(name, 'utf16le').swap16();
  const ids = [1, 4, 6];
  return Buffer.concat([
    u16(0, ids.length, 6 + ids.length * 12),
    ...ids.map((id) => u16(3, 1, id === 6 ? 0x409 : 0x804, id, text.length, 0)),
    text,
  ]);
}

/** One group a character: from it to the glyph of the same place in the list, after .notdef. */
function characterTable(characters: readonly string[]): Buffer {
  const codes = characters.map((character) => character.codePointAt(0) ?? 0);
  const groups = codes.map((code, index) => [code, index + 1] as const).sort(([a], [b]) => a - b);
  const body = Buffer.concat(groups.map(([code, glyph]) => u32(code, code, glyph)));
  return Buffer.concat([u16(0, 1, 3, 10), u32(12), u16(12, 0), u32(16 + body.length, 0, groups.length), body]);
}

/** A font with PostScript outlines: those of a Latin face that pdf.js brings along, standing for a few characters. */
export function postScriptFont(name: string, characters: readonly string[]): Buffer {
  const outlines = readFileSync(fileURLToPath(new URL('../../node_modules/pdfjs-dist/standard_fonts/FoxitSerif.pfb', import.meta.url)));
  const glyphs = characters.length + 1;
  const head = Buffer.concat([
    u32(0x00010000, 0x00010000, 0, 0x5f0f3cf5),
    u16(0, 1000),
    Buffer.alloc(16),
    u16(0, -200, 1000, 900, 0, 8, 2, 0, 0),
  ]);
  const hhea = Buffer.concat([u32(0x00010000), u16(880, -120, 0, 1000, 0, 0, 1000, 1, 0, 0, 0, 0, 0, 0, 0, glyphs)]);
  const os2 = Buffer.concat([
    u16(1, 1000, 400, 5, 0),
    Buffer.alloc(20),
    Buffer.alloc(10),
    Buffer.alloc(16),
    Buffer.from('TEST'),
    u16(64, 0, 0xffff),
  ]);
  return sfnt('OTTO', {
    'CFF ': outlines,
    cmap: characterTable(characters),
    head,
    hhea,
    hmtx: u16(...Array.from({ length: glyphs }, () => [1000, 0]).flat()),
    maxp: Buffer.concat([u32(0x00005000), u16(glyphs)]),
    name: nameTable(name),
    'OS/2': Buffer.concat([os2, u16(880, -120, 0, 880, 120), u32(1, 0)]),
    post: Buffer.concat([u32(0x00030000), Buffer.alloc(28)]),
  });
}
