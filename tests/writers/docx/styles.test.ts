import { describe, expect, it, vi } from 'vitest';
import { STYLE_NAMES } from '../../../src/document/layout.js';
import { documentToDocx } from '../../../src/writers/docx/index.js';
import { WORD_STYLES } from '../../../src/writers/docx/style-names.js';
import { sampleDocument } from '../../support/sample-document.js';
import { sampleLayout } from '../../support/sample-layout.js';
import { all, child, type Element, labelsOf, part, val } from './support.js';

// Generous: other work may share the machine.
vi.setConfig({ testTimeout: 60_000 });

const write = (document = sampleDocument()): Promise<Uint8Array> => documentToDocx(document, labelsOf(document));

async function styles(document = sampleDocument()): Promise<Map<string, Element>> {
  const found = all(part(await write(document), 'word/styles.xml'), 'w:style');
  return new Map(found.map((style) => [style.attributes['w:styleId'] ?? '', style]));
}

describe('styles', () => {
  it('has every style of the layout, with its outline level', async () => {
    const found = await styles();
    for (const name of STYLE_NAMES) expect(val(child(found.get(WORD_STYLES[name].id), 'w:name')), name).toBe(WORD_STYLES[name].name);
    const outline = ['Heading1', 'Heading2', 'Heading3', 'ListedTableTitle', 'TableTitle'].map((id) =>
      val(child(found.get(id), 'w:pPr', 'w:outlineLvl')),
    );
    expect(outline).toEqual(['0', '1', '2', '1', undefined]);
  });

  it('sets the official faces with Times New Roman for letters and digits', async () => {
    const fonts = child((await styles()).get('Heading2'), 'w:rPr', 'w:rFonts')?.attributes;
    expect(fonts).toMatchObject({ 'w:eastAsia': '黑体', 'w:ascii': 'Times New Roman', 'w:hAnsi': 'Times New Roman' });
    const table = all(part(await write(), 'word/fontTable.xml'), 'w:font').map((font) => [
      font.attributes['w:name'],
      val(child(font, 'w:altName')),
    ]);
    expect(table).toContainEqual(['仿宋_GB2312', '仿宋']);
    expect(table).toContainEqual(['方正小标宋简体', '宋体']);
  });

  it('sets 22 lines of 28 characters', async () => {
    const found = await styles();
    expect(child(found.get('Normal'), 'w:pPr', 'w:spacing')?.attributes).toMatchObject({ 'w:line': '579', 'w:lineRule': 'exact' });
    expect(val(child(found.get('BodyText'), 'w:rPr', 'w:spacing'))).toBe('-5');
    expect(child(found.get('BodyText'), 'w:pPr', 'w:ind')?.attributes).toEqual({ 'w:firstLineChars': '200', 'w:firstLine': '640' });
  });

  it('lets table cells follow one style', async () => {
    const found = await styles();
    const bases = ['TableAmount', 'TableTextIndent1', 'TableHeader'].map((id) => val(child(found.get(id), 'w:basedOn')));
    expect(bases).toEqual(['TableText', 'TableText', 'TableText']);
    expect(child(found.get('TableAmount'), 'w:rPr')?.children).toEqual([]);
  });

  it('says nothing in paragraphs that a style says', async () => {
    const document = part(await write(), 'word/document.xml');
    const allowed = new Set(['w:pStyle', 'w:keepNext', 'w:pageBreakBefore', 'w:sectPr']);
    const direct = all(document, 'w:pPr').flatMap((properties) => properties.children.map((each) => each.name));
    expect(direct.filter((name) => !allowed.has(name))).toEqual([]);
    const runs = all(document, 'w:rPr').flatMap((properties) => properties.children.map((each) => each.name));
    expect([...new Set(runs)].sort()).toEqual(['w:rFonts', 'w:rStyle']);
  });

  it('shades header rows, the first by the table style', async () => {
    const document = sampleDocument({ layout: { ...sampleLayout, table: { ...sampleLayout.table, headerFill: 'DDE6F0' } } });
    const shade = child((await styles(document)).get('BudgetTable'), 'w:tblStylePr', 'w:tcPr', 'w:shd');
    expect(shade?.attributes['w:fill']).toBe('DDE6F0');
    const rows = all(all(part(await write(document), 'word/document.xml'), 'w:tbl')[0] as Element, 'w:tr');
    expect(rows.slice(0, 3).map((row) => all(row, 'w:shd').length)).toEqual([0, 4, 0]);
  });
});

describe('other parts', () => {
  it('carries title, department and publication date', async () => {
    const bytes = await write();
    const core = part(bytes, 'docProps/core.xml');
    const texts = ['dc:title', 'dc:creator', 'dc:language', 'dcterms:created'].map((name) => all(core, name)[0]?.text);
    expect(texts).toEqual(['平州市人民政府办公室2026年度部门预算公开', '平州市人民政府办公室', 'zh-CN', '2026-02-10T00:00:00Z']);
    const property = all(part(bytes, 'docProps/custom.xml'), 'property')[0];
    expect([property?.attributes.name, property?.text]).toEqual(['公开日期', '2026-02-10T00:00:00Z']);
  });

  it('calls no other date the publication date', async () => {
    const document = sampleDocument();
    const { published, ...metadata } = document.metadata;
    expect(published).toBe('2026-02-10');
    const bytes = await write({ ...document, metadata });
    expect(all(part(bytes, 'docProps/custom.xml'), 'property')).toEqual([]);
    expect(all(part(bytes, 'docProps/core.xml'), 'dcterms:created')[0]?.text).toBe('2026-02-10T00:00:00Z');
  });
});
