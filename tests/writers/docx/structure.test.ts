import { describe, expect, it, vi } from 'vitest';
import type { Document } from '../../../src/document/document.js';
import { documentToDocx } from '../../../src/writers/docx/index.js';
import { sampleDocument } from '../../support/sample-document.js';
import { longDocument, tablesOnly } from './documents.js';
import { structureFaults } from './structure-faults.js';
import { all, child, labelsOf, openDocx, part, partText, shownText, val } from './support.js';

// Generous: other work may share the machine.
vi.setConfig({ testTimeout: 60_000 });

const write = (document: Document): Promise<Uint8Array> => documentToDocx(document, labelsOf(document));

describe('structure that no validator sees', () => {
  it.each([
    ['the sample', sampleDocument()],
    ['a draft', sampleDocument({ watermark: '草稿' })],
    ['a table of 400 rows with merged cells', tablesOnly(400)],
    ['sixty pages', longDocument(60)],
  ])('has no faults in %s', async (_, document) => {
    expect(structureFaults(await write(document))).toEqual([]);
  });
});

describe('table of contents', () => {
  it('shows every entry with its number and asks for no update', async () => {
    const document = sampleDocument();
    const labels = labelsOf(document);
    const bytes = await documentToDocx(document, labels);
    const blocks = document.sections.flatMap((section) => section.blocks);
    const expected = blocks.flatMap((block) =>
      (block.type === 'heading' || block.type === 'tableTitle') && block.tocText !== undefined
        ? [`${block.tocText}${labels.get(block.id)}`]
        : [],
    );
    const paragraphs = all(part(bytes, 'word/document.xml'), 'w:p');
    const entries = paragraphs.filter((paragraph) => /^TOC\d$/.test(val(child(paragraph, 'w:pPr', 'w:pStyle')) ?? ''));
    expect(entries.map(shownText)).toEqual(expected);
    const everything = Object.keys(openDocx(bytes))
      .filter((name) => name.endsWith('.xml'))
      .map((name) => partText(bytes, name))
      .join('');
    expect(everything).not.toMatch(/w:dirty|w:updateFields/);
  });

  it('names in its field what it shows: headings by level, titles by their marks', async () => {
    const bytes = await write(sampleDocument());
    const codes = all(part(bytes, 'word/document.xml'), 'w:instrText').map((code) => code.text.trim());
    expect(codes).toContain('TOC \\o "1-3" \\h \\z \\f t');
    expect(codes).toContain('TC "预算公开表1：2026年部门收支总表" \\f t \\l 2');
  });

  it('leaves a level out of the field where a heading of it has no entry', async () => {
    const sample = sampleDocument();
    const sections = sample.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) => {
        if (block.type !== 'heading' || block.id !== 'part-1-2') return block;
        const { tocText: _, ...rest } = block;
        return rest;
      }),
    }));
    const bytes = await write({ ...sample, sections });
    const codes = all(part(bytes, 'word/document.xml'), 'w:instrText').map((code) => code.text.trim());
    expect(codes).toContain('TOC \\o "1-1" \\h \\z \\f t');
    expect(codes).toContain('TC "一、本部门职责" \\f t \\l 2');
    expect(codes.some((code) => code.includes('机构设置情况'))).toBe(false);
  });

  it('fails loudly where a page number is missing', async () => {
    await expect(documentToDocx(sampleDocument(), new Map())).rejects.toThrow('No page label for part-1');
  });
});

describe('pages', () => {
  it('numbers from 1 after cover and contents, odd pages right and even pages left', async () => {
    const bytes = await write(sampleDocument());
    const sections = all(part(bytes, 'word/document.xml'), 'w:sectPr');
    const footers = sections.map((section) => section.children.filter((each) => each.name === 'w:footerReference').length);
    expect(footers).toEqual([0, 0, 2, 0, 0, 0, 0, 0]);
    expect(sections.map((section) => child(section, 'w:pgNumType')?.attributes['w:start'])).toEqual([
      undefined,
      undefined,
      '1',
      ...Array(5).fill(undefined),
    ]);
    expect(shownText(part(bytes, 'word/footer1.xml'))).toBe('— 1 —');
    expect(val(all(part(bytes, 'word/footer2.xml'), 'w:pStyle')[0])).toBe('FooterEven');
  });

  it('turns the sheet for a landscape section and back', async () => {
    const bytes = await write(sampleDocument());
    const sizes = all(part(bytes, 'word/document.xml'), 'w:pgSz').map(({ attributes }) => attributes['w:orient']);
    expect(sizes).toEqual(['portrait', 'portrait', 'portrait', 'portrait', 'landscape', 'portrait', 'portrait', 'portrait']);
  });

  it('breaks no page at the start of a section', async () => {
    const sample = sampleDocument();
    const bytes = await write(sample);
    const breaks = all(part(bytes, 'word/document.xml'), 'w:pageBreakBefore');
    // Of four table titles, only the second stands inside a section.
    expect(breaks).toHaveLength(1);
  });

  it('puts the watermark into the headers of odd and even pages', async () => {
    const bytes = await write(sampleDocument({ watermark: '草稿' }));
    const strings = ['word/header1.xml', 'word/header2.xml'].map((name) => all(part(bytes, name), 'v:textpath').at(-1)?.attributes.string);
    expect(strings).toEqual(['草稿', '草稿']);
  });
});
