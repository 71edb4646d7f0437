import { describe, expect, it } from 'vitest';
import { flatten, PdfStructure } from '../../support/pdf-structure.js';
import { isDictionary, nameOf, ReadPdf, type Reference, type Value } from '../../support/read-pdf.js';
import { heading, paragraph, sampleDocument } from '../../support/sample-document.js';
import { layout } from './support.js';

const document = sampleDocument();
const pdf = layout(document);
const bytes = await pdf.render();
const file = new ReadPdf(bytes);

describe('the same document', () => {
  it('gives the same bytes alone, again, in another time zone and after other documents', async () => {
    const zone = process.env['TZ'];
    const other = sampleDocument({ sections: [{ orientation: 'portrait', pageNumbers: 1, blocks: [paragraph('body', '⼀⼆三政务')] }] });
    for (const each of ['Asia/Shanghai', 'America/New_York']) {
      process.env['TZ'] = each;
      await layout(other).render();
      expect(Buffer.from(await layout(sampleDocument()).render()).equals(Buffer.from(bytes))).toBe(true);
    }
    process.env['TZ'] = zone;
    expect(Buffer.from(await pdf.render()).equals(Buffer.from(bytes))).toBe(true);
  });
});

describe('metadata', () => {
  it('carry the title, in both places, whatever marks are in it', async () => {
    const title = '“一网通办” & <A> "B" (C) \\ 2026年';
    const hostile = await layout(sampleDocument({ metadata: { ...document.metadata, title, author: 'A & B', subject: '<&>' } })).render();
    const read = new ReadPdf(hostile);
    const info = /\/Info (\d+) 0 R/.exec(read.text);
    expect(info).not.toBeNull();
    const xmp = read.stream(read.catalog['Metadata']).toString('utf8');
    expect(xmp).toContain('<rdf:li xml:lang="x-default">“一网通办” &amp; &lt;A&gt; &quot;B&quot; (C) \\ 2026年</rdf:li>');
    expect(xmp).toContain('<rdf:li>A &amp; B</rdf:li>');
    expect(xmp).not.toMatch(/&(?!amp;|lt;|gt;|quot;)/);
  });

  it('say PDF/A-3a and PDF/UA-1, the language and the one date', () => {
    const xmp = file.stream(file.catalog['Metadata']).toString('utf8');
    expect(xmp).toMatch(/<pdfaid:part>3<\/pdfaid:part>\s*<pdfaid:conformance>A</);
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(xmp.match(/2026-02-10T00:00:00Z/g)).toHaveLength(3);
    expect(file.catalog['Lang']).toBe('zh-CN');
    expect(file.dictionary(file.catalog['ViewerPreferences'])['DisplayDocTitle']).toBe(true);
    expect(file.dictionary(file.catalog['MarkInfo'])['Marked']).toBe(true);
    expect(file.text.match(/D:\d+Z?/g)?.every((date) => date === 'D:20260210000000Z')).toBe(true);
  });
});

describe('an associated file', () => {
  const data = Buffer.from('{"合计":"1,262.80"}'.repeat(50));
  const attachments = [{ name: '预算公开数据.json', type: 'application/json', description: '预算数据', data }];
  const rootElement = (read: ReadPdf) => read.dictionary(read.array(read.dictionary(read.catalog['StructTreeRoot'])['K'])[0]);

  it('is there only where one is given', () => {
    expect(rootElement(file)['AF']).toBeUndefined();
    expect(file.text).not.toContain('EmbeddedFile');
  });

  it('belongs to the root of the structure, and is not offered as a download', async () => {
    const read = new ReadPdf(await pdf.render({ attachments }));
    expect(read.catalog['AF']).toBeUndefined();
    expect(read.dictionary(read.catalog['Names'] ?? {})['EmbeddedFiles']).toBeUndefined();
    const [reference] = read.array(rootElement(read)['AF']);
    const spec = read.dictionary(reference);
    expect(spec).toMatchObject({ F: '预算公开数据.json', UF: '预算公开数据.json', Desc: '预算数据' });
    expect([nameOf(spec['Type']), nameOf(spec['AFRelationship'])]).toEqual(['Filespec', 'Data']);
    const stream = read.dictionary(spec['EF'])['F'];
    expect(read.dictionary(stream)).toMatchObject({
      Params: { Size: data.length, CreationDate: 'D:20260210000000Z', ModDate: 'D:20260210000000Z' },
    });
    expect(read.text).toContain('/Subtype /application#2Fjson');
    expect(read.stream(stream).toString('utf8').trimEnd()).toBe(data.toString('utf8'));
  });

  it('is left out at levels that forbid it', async () => {
    for (const conformance of ['PDF/A-1b', 'PDF/A-1a', 'PDF/A-2a'] as const) {
      expect(Buffer.from(await pdf.render({ attachments, conformance })).includes('EmbeddedFile')).toBe(false);
    }
  });
});

interface Entry {
  readonly title: string;
  readonly page: number;
  readonly top: number;
  readonly children: readonly Entry[];
}

function outline(parent: Value | undefined): Entry[] {
  const entries: Entry[] = [];
  for (let at = file.dictionary(parent)['First']; at !== undefined; at = file.dictionary(at)['Next']) {
    const item = file.dictionary(at);
    const [page, , , top] = file.array(item['Dest']);
    const number = file.pages.findIndex((each) => each.id === (page as Reference).id);
    entries.push({
      title: item['Title'] as string,
      page: number + 1,
      top: top as number,
      children: item['First'] === undefined ? [] : outline(at),
    });
  }
  return entries;
}

describe('the outline', () => {
  const entries = outline(file.catalog['Outlines']);

  it('leads to every heading, nested by level', () => {
    expect(entries.map((entry) => entry.title)).toEqual([
      '目录',
      '第一部分　概况',
      '第二部分　2026年部门预算报表',
      '第三部分　2026年度部门预算情况说明',
      '第四部分　名词解释',
    ]);
    expect(entries[1]?.children.map((entry) => entry.title)).toEqual(['一、本部门职责', '二、机构设置情况']);
    expect(entries[1]?.children[1]?.children).toHaveLength(2);
    expect(file.dictionary(file.catalog['Outlines'])['Count']).toBe(5);
  });

  it('lands at the height of the heading', () => {
    const [first] = entries[1]?.children ?? [];
    expect(first?.page).toBe(3);
    const { margins, height } = document.layout.page;
    expect(first?.top).toBeCloseTo(height - margins.top - 40 - 20, 2);
  });
});

describe('hostile text', () => {
  it('is printed, linked and listed as it stands', async () => {
    const title = '一、“A&B” <b>"(C)" \\) 100% [x] {{y}}';
    const hostile = await layout(
      sampleDocument({
        sections: [{ orientation: 'portrait', pageNumbers: 1, blocks: [{ type: 'toc', title: '目录' }, heading(1, 'h', title)] }],
      }),
    ).render();
    const read = new ReadPdf(hostile);
    const top = read.dictionary(read.dictionary(read.catalog['Outlines'])['Last']);
    expect(top['Title']).toBe(title);
    const structure = new PdfStructure(hostile);
    expect(structure.faults).toEqual([]);
    const found = flatten(structure.root);
    expect(found.find((element) => element.type === 'H1')?.text).toBe(title);
    expect(found.find((element) => element.type === 'Link')?.annotations[0]?.['Contents']).toBe(`转到：${title}`);
  });
});

describe('page labels', () => {
  it('count the front matter in Roman and the body from 1', () => {
    const nums = file.array(file.dictionary(file.catalog['PageLabels'])['Nums']);
    expect(nums.map((value) => (isDictionary(value) ? `${nameOf(value['S'])} from ${String(value['St'])}` : value))).toEqual([
      0,
      'r from 1',
      2,
      'D from 1',
    ]);
  });

  it('are those that the writer tells of', () => {
    expect(pdf.pageLabels.get('part-1')).toBe('1');
    expect(pdf.pages.get('part-1')).toBe(3);
    expect(pdf.pageCount).toBe(file.pages.length);
  });
});

describe('links', () => {
  it('cover the whole entry, each line of it', () => {
    const annotations = file.array(file.dictionary(file.pages[1])['Annots']).map((each) => file.dictionary(each));
    expect(annotations).toHaveLength(16);
    for (const { Rect } of annotations) {
      const [left, , right] = file.array(Rect) as number[];
      expect((right ?? 0) - (left ?? 0)).toBeGreaterThan(400);
    }
    expect(annotations[0]?.['Contents']).toBe('转到：第一部分　概况');
  });
});

describe('text', () => {
  it('takes one operation a run', () => {
    const operations = file.operations(file.pages[2] as Reference);
    const shown = operations.filter(({ operator }) => operator === 'Tj');
    const glyphs = shown.reduce((sum, { operands }) => sum + (operands[0] as string).length / 4, 0);
    expect(glyphs / shown.length).toBeGreaterThan(8);
  });

  it('ends justified lines at the margin, whatever the face', () => {
    const right = document.layout.page.width - document.layout.page.margins.right;
    const ends = lineEnds(file.pages[2] as Reference);
    const full = ends.filter((end) => end > right - 30);
    expect(full.length).toBeGreaterThan(5);
    for (const end of full.filter((each) => each > right - 8 && each < right + 8)) expect(Math.abs(end - right)).toBeLessThan(0.6);
  });
});

/** Where each text object of a page ends, by the advance of its last run of full-width characters. */
function lineEnds(page: Reference): number[] {
  const ends: number[] = [];
  let [size, spacing, end, x] = [0, 0, 0, 0];
  for (const { operator, operands } of file.operations(page)) {
    if (operator === 'Tf') size = operands[1] as number;
    if (operator === 'Tc') spacing = operands[0] as number;
    if (operator === 'Tm') x = operands[4] as number;
    if (operator === 'Tj') end = x + ((operands[0] as string).length / 4) * (size + spacing) - spacing;
    if (operator === 'ET') ends.push(end);
  }
  return ends;
}

describe('fonts', () => {
  it('have a tag of their own, so that two subsets of one face are told apart', () => {
    const names = [...new Set([...file.text.matchAll(/\/BaseFont \/([^\s/>]+)/g)].map(([, name = '']) => name))];
    const tags = names.map((name) => /^([A-Z]{6})\+/.exec(name)?.[1]);
    expect(names.length).toBeGreaterThan(2);
    expect(tags).not.toContain(undefined);
    expect(new Set(tags).size).toBe(names.length);
  });
});
