import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { FontkitFile, type FontkitFont, openWithFontkit } from '../../../src/writers/pdf/fonts/fontkit-file.js';
import { bytesOfFile } from '../../../src/writers/pdf/fonts/sfnt-tables.js';
import { TrueTypeFile } from '../../../src/writers/pdf/fonts/true-type-file.js';
import { type Conformance, PdfFile } from '../../../src/writers/pdf/write/pdf-file.js';
import { nameOf, ReadPdf, type Reference } from '../../support/read-pdf.js';
import { sampleDocument } from '../../support/sample-document.js';

/** What the writer relies on in packages that do not promise it: a test for each, so that an update that breaks one says which. */
const require = createRequire(import.meta.url);
const LineBreaker = require('linebreak') as new (text: string) => { nextBreak(): { readonly position: number } | null };
const version = (name: string): string =>
  (
    JSON.parse(readFileSync(fileURLToPath(new URL(`../../../node_modules/${name}/package.json`, import.meta.url)), 'utf8')) as {
      version: string;
    }
  ).version;

class Probe extends PdfFile {
  readonly calls: string[] = [];
  constructor(conformance: Conformance = 'PDF/A-3a') {
    super(sampleDocument().metadata, conformance);
  }
  override _addInfo(): void {
    this.calls.push('_addInfo');
    this.appendXML('<probe/>');
  }
  override _finalize(): void {
    super._finalize();
    this.calls.push('_finalize');
  }
  async finish(): Promise<ReadPdf> {
    return new ReadPdf(await this.bytes());
  }
}

const probe = (): Probe => new Probe().addPage({ size: [200, 300] });

describe('versions', () => {
  it.each([
    ['pdfmake', '0.3.11'],
    ['pdfkit', '0.19.1'],
    ['fontkit', '2.0.4'],
    ['linebreak', '1.1.0'],
  ])('%s is %s', (name, pinned) => {
    expect(version(name)).toBe(pinned);
  });
});

describe("pdfmake's document", () => {
  it("is pdfkit's, of the one copy there is", () => {
    const pdfkit = require('pdfkit') as new () => object;
    expect(probe()).toBeInstanceOf(pdfkit);
  });

  it('opens no font and no page of its own', async () => {
    const file = await new Probe().finish();
    expect(file.pages).toHaveLength(0);
    expect(file.text).not.toContain('/Type /Font');
  });

  it('turns each page over, so that lengths count from its top', async () => {
    const document = probe();
    document.page.write('% mark');
    const file = await document.finish();
    expect(file.stream(file.dictionary(file.pages[0])['Contents']).toString()).toBe('1 0 0 -1 0 300 cm\n% mark\n');
  });

  it('keeps pages open until the end and lets them be written in any order', async () => {
    const document = probe().addPage({ size: [400, 500] });
    document.switchToPage(0);
    expect(document.page.height).toBe(300);
    document.page.write('% first');
    document.switchToPage(1);
    document.page.write('% second');
    const file = await document.finish();
    expect(file.pages.map((page) => file.stream(file.dictionary(page)['Contents']).toString().includes('% first'))).toEqual([true, false]);
  });

  it('asks for the metadata once, at the end, and closes them itself', async () => {
    const document = probe();
    const file = await document.finish();
    expect(document.calls).toEqual(['_addInfo', '_finalize']);
    const xmp = file.stream(file.catalog['Metadata']).toString('utf8');
    expect(xmp).toMatch(/^<\?xpacket begin[^]*<probe\/>[^]*<\?xpacket end="w"\?>$/);
    expect(xmp).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(file.array(file.catalog['OutputIntents'])).toHaveLength(1);
  });

  it('leaves entries of the catalog alone that were set before its end', async () => {
    const document = probe();
    document._root.data['PageLabels'] = { Nums: [0, { S: 'D', St: 1 }] };
    const outlines = document.ref({ Type: 'Outlines', Count: 0 });
    outlines.end();
    document._root.data['Outlines'] = outlines;
    const file = await document.finish();
    expect(nameOf(file.dictionary(file.catalog['Outlines'])['Type'])).toBe('Outlines');
    expect(file.array(file.dictionary(file.catalog['PageLabels'])['Nums'])).toHaveLength(2);
  });

  it('gives a page and a link a key each, and takes a parent tree of ours', async () => {
    const document = probe();
    const key = document.page.structParentTreeKey;
    expect(document.createStructParentTreeNextKey()).toBe(key + 1);
    document.getStructTreeRoot().data['ParentTree'] = { Nums: [key, [document.page.dictionary], key + 1, document.page.dictionary] };
    const file = await document.finish();
    const tree = file.dictionary(file.dictionary(file.catalog['StructTreeRoot'])['ParentTree']);
    expect(file.array(tree['Nums'])).toHaveLength(4);
  });

  it('numbers its objects by how many there are, those among them that we keep for ourselves', async () => {
    const document = probe();
    const own = document._offsets.push(null);
    expect(document.ref().id).toBe(own + 1);
  });

  it('writes the root of the structure tree at its end, with the elements it was given', async () => {
    const document = probe();
    const element = document.ref({ Type: 'StructElem', S: 'Document' });
    document.getStructTreeRoot().data['K'] = [element];
    element.end();
    const file = await document.finish();
    const [root] = file.array(file.dictionary(file.catalog['StructTreeRoot'])['K']);
    expect(nameOf(file.dictionary(root as Reference)['S'])).toBe('Document');
  });

  it('orders pages with marks by their structure', async () => {
    const file = await probe().finish();
    expect(nameOf(file.dictionary(file.pages[0])['Tabs'])).toBe('S');
  });

  it('writes wrapped strings as text and plain ones as names', async () => {
    const document = probe();
    document._root.data['Probe'] = { Text: new String('文字 (1) \\'), Name: 'Name', Number: 0.5, Nothing: null, List: [1, true] };
    const file = await document.finish();
    const { Text, Name, Number: number, Nothing, List } = file.dictionary(file.catalog['Probe']);
    expect([Text, nameOf(Name), number, Nothing, List]).toEqual(['文字 (1) \\', 'Name', 0.5, null, [1, true]]);
  });

  it('compresses streams and counts their bytes', async () => {
    const document = probe();
    const stream = document.ref();
    stream.end('x'.repeat(1000));
    document._root.data['Probe'] = stream;
    const file = await document.finish();
    expect(nameOf(file.dictionary(file.catalog['Probe'])['Filter'])).toBe('FlateDecode');
    expect(file.stream(file.catalog['Probe']).toString()).toBe(`${'x'.repeat(1000)}\n`);
  });

  it('takes fonts and annotations into the page', async () => {
    const document = probe();
    const font = document.ref({ Type: 'Font' });
    font.end();
    document.page.fonts['F1'] = font;
    document.page.annotations.push(font);
    const file = await document.finish();
    const page = file.dictionary(file.pages[0]);
    expect(file.array(page['Annots'])).toHaveLength(1);
    expect(file.dictionary(file.dictionary(page['Resources'])['Font'])['F1']).toBeDefined();
  });

  it('writes dates in universal time, and names as they are given', async () => {
    const document = probe();
    document._root.data['Probe'] = { Date: new Date('2026-02-10T00:00:00Z'), Name: 'application#2Fjson' };
    const file = await document.finish();
    expect(file.dictionary(file.catalog['Probe'])['Date']).toBe('D:20260210000000Z');
    expect(file.text).toContain('/Name /application#2Fjson');
  });
});

describe('fontkit', () => {
  const path = fileURLToPath(new URL('../../../fonts/FandolFang-Regular.subset.ttf', import.meta.url));
  const open = (): FontkitFont => openWithFontkit(readFileSync(path))[0] as FontkitFont;

  it('finds glyphs and their advances by code point', () => {
    const font = open();
    expect(font.hasGlyphForCodePoint(0x5e74)).toBe(true);
    expect(font.hasGlyphForCodePoint(0x1f5f9)).toBe(false);
    expect(font.getGlyph(font.glyphForCodePoint(0x5e74).id).advanceWidth).toBe(font.unitsPerEm);
  });

  it('makes subsets, numbering glyphs in the order they are asked for', () => {
    const font = open();
    const subset = font.createSubset();
    const { id } = font.glyphForCodePoint(0x5e74);
    expect([subset.includeGlyph(id), subset.includeGlyph(id)]).toEqual([1, 1]);
    expect(subset.encode().length).toBeGreaterThan(100);
  });

  it('agrees with our own reader', () => {
    const [theirs, own] = [new FontkitFile(open()), new TrueTypeFile(bytesOfFile(path))];
    expect(own.metrics).toEqual(theirs.metrics);
    for (let codePoint = 0x20; codePoint < 0xa000; codePoint += 7) {
      const id = theirs.glyphId(codePoint);
      expect(own.glyphId(codePoint)).toBe(id);
      if (id !== undefined) expect(own.advance(id)).toBe(theirs.advance(id));
    }
  });
});

describe('linebreak', () => {
  const breaks = (text: string): number[] => {
    const breaker = new LineBreaker(text);
    const found: number[] = [];
    for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) found.push(next.position);
    return found;
  };

  it('breaks between Chinese characters, at neither side of a bracket nor before a stop', () => {
    expect(breaks('要「只」要，又')).toEqual([1, 4, 6, 7]);
  });

  it('keeps numbers with their points, commas and per cent whole', () => {
    expect(breaks('增1,262.80增34.96%')).toEqual([1, 9, 10, 16]);
  });
});
