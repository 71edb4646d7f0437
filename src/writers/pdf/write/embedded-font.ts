import type { Face, FontSubset, Glyph } from '../fonts/pdf-fonts.js';
import { type PdfFile, type PdfReference, textString } from './pdf-file.js';

/**
 * A face in one file: the glyphs that the file uses and the characters they stand for. Not pdfkit's own class,
 * since that shapes text with fontkit's glyph cache and so may write another document's characters into ToUnicode.
 */
export class EmbeddedFont {
  private readonly subset: FontSubset;
  private readonly codes = new Map<number, string>();
  private readonly widths: number[];
  private readonly unicode: number[] = [0];
  private object: PdfReference | undefined;

  constructor(
    private readonly file: PdfFile,
    readonly face: Face,
    /** Name in the pages' resources. */
    readonly name: string,
  ) {
    this.subset = face.file.createSubset();
    this.widths = [Math.round(face.thousandths(face.file.advance(0)))];
  }

  /** An object of the file from when a page first names it. */
  get reference(): PdfReference {
    this.object ??= this.file.ref();
    return this.object;
  }

  /** How content streams name the glyph of a character: four hexadecimal digits. */
  code(codePoint: number, glyph: Glyph): string {
    const known = this.codes.get(codePoint);
    if (known !== undefined) return known;
    const id = this.subset.includeGlyph(glyph.id);
    this.widths[id] ??= Math.round(glyph.advance);
    this.unicode[id] ??= codePoint;
    const code = hexadecimal(id);
    this.codes.set(codePoint, code);
    return code;
  }

  /** Writes the font; after all pages. */
  end(index: number, withCidSet: boolean): void {
    const { file, face } = this;
    const base = `${subsetTag(index)}+${face.file.metrics.postscriptName.replace(/[^A-Za-z0-9-]/g, '_')}`;
    const program = file.ref();
    if (face.file.isCff) program.data['Subtype'] = 'CIDFontType0C';
    program.end(this.subset.encode());
    const descendant = this.endDescendant(base, this.endDescriptor(base, program, withCidSet));
    const toUnicode = file.ref();
    toUnicode.end(toUnicodeMap(this.unicode));
    Object.assign(this.reference.data, {
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: base,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: toUnicode,
    });
    this.reference.end();
  }

  private endDescriptor(base: string, program: PdfReference, withCidSet: boolean): PdfReference {
    const descriptor = this.file.ref({ ...descriptorData(this.face), FontName: base });
    descriptor.data[this.face.file.isCff ? 'FontFile3' : 'FontFile2'] = program;
    if (withCidSet) descriptor.data['CIDSet'] = this.endCidSet();
    descriptor.end();
    return descriptor;
  }

  /** PDF/A-1 wants a bit for each glyph of the subset. */
  private endCidSet(): PdfReference {
    const bits = Buffer.alloc(Math.ceil(this.widths.length / 8));
    this.widths.forEach((_, id) => bits.writeUInt8(bits.readUInt8(id >> 3) | (0x80 >> (id & 7)), id >> 3));
    const set = this.file.ref();
    set.end(bits);
    return set;
  }

  private endDescendant(base: string, descriptor: PdfReference): PdfReference {
    const cff = this.face.file.isCff;
    const descendant = this.file.ref({
      Type: 'Font',
      Subtype: cff ? 'CIDFontType0' : 'CIDFontType2',
      BaseFont: base,
      CIDSystemInfo: { Registry: textString('Adobe'), Ordering: textString('Identity'), Supplement: 0 },
      FontDescriptor: descriptor,
      DW: 1000,
      W: [0, Array.from(this.widths, (width) => width ?? 1000)],
      ...(cff ? {} : { CIDToGIDMap: 'Identity' }),
    });
    descendant.end();
    return descendant;
  }
}

/** Symbolic: the codes are the font's own. */
const SYMBOLIC = 4;

function descriptorData(face: Face): Record<string, unknown> {
  const { box, italicAngle, ascent, descent, capHeight, weight } = face.file.metrics;
  const scale = (units: number): number => Math.round(face.thousandths(units));
  return {
    Type: 'FontDescriptor',
    Flags: SYMBOLIC,
    FontBBox: box.map(scale),
    ItalicAngle: italicAngle,
    Ascent: scale(ascent),
    Descent: scale(descent),
    CapHeight: scale(capHeight),
    // No font tells its stems: the usual estimate from its weight.
    StemV: Math.round(50 + (weight / 65) ** 2),
  };
}

const hexadecimal = (value: number): string => value.toString(16).padStart(4, '0');

/** Six letters that differ from font to font of a file. */
function subsetTag(index: number): string {
  return Array.from({ length: 6 }, (_, place) => String.fromCharCode(65 + (Math.floor(index / 26 ** place) % 26))).join('');
}

/** At most so many entries stand in one bfrange. */
const RANGE = 100;

function toUnicodeMap(unicode: readonly number[]): string {
  const entries = unicode.map((codePoint) => `<${utf16(codePoint)}>`);
  const ranges: string[] = [];
  for (let start = 0; start < entries.length; start += 256) {
    const part = entries.slice(start, start + 256);
    ranges.push(`<${hexadecimal(start)}> <${hexadecimal(start + part.length - 1)}> [${part.join(' ')}]`);
  }
  const blocks: string[] = [];
  for (let start = 0; start < ranges.length; start += RANGE) {
    const part = ranges.slice(start, start + RANGE);
    blocks.push(`${part.length} beginbfrange\n${part.join('\n')}\nendbfrange`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}

function utf16(codePoint: number): string {
  if (codePoint <= 0xffff) return hexadecimal(codePoint);
  const pair = String.fromCodePoint(codePoint);
  return hexadecimal(pair.charCodeAt(0)) + hexadecimal(pair.charCodeAt(1));
}

/** The faces of one file, in the order of their first use. */
export class FontBook {
  private readonly fonts = new Map<Face, EmbeddedFont>();

  constructor(private readonly file: PdfFile) {}

  fontOf(face: Face): EmbeddedFont {
    const known = this.fonts.get(face);
    if (known !== undefined) return known;
    const font = new EmbeddedFont(this.file, face, `F${this.fonts.size + 1}`);
    this.fonts.set(face, font);
    return font;
  }

  end(withCidSet: boolean): void {
    let index = 0;
    for (const font of this.fonts.values()) font.end(index++, withCidSet);
  }
}
