import { describe, expect, it } from 'vitest';
import { type Block, type Document, inlineText } from '../../../src/document/document.js';
import { layoutDocument } from '../../../src/writers/pdf/layout/layout-document.js';
import { builtCase, caseNames } from '../../support/cases.js';
import { flatten, isRectangular, PdfStructure } from '../../support/pdf-structure.js';
import { spoken } from './spoken.js';
import { fonts, layout } from './support.js';

const blocksOf = (document: Document): Block[] => document.sections.flatMap((section) => section.blocks);

describe.each(['原件', ...caseNames])('the file of %s', (name) => {
  const { document } = builtCase(name);
  const pdf = layout(document);
  const written = pdf.render().then((bytes) => new PdfStructure(bytes));

  it('has nothing to say: no text lost, no glyph missing, no figure torn', () => {
    expect(pdf.findings).toEqual([]);
  });

  it('has everything painted in its structure, once', async () => {
    expect((await written).faults).toEqual([]);
  });

  it('is read aloud in the order of the document, word for word', async () => {
    const { root } = await written;
    const read = root.children.filter((element) => element.type !== 'TOC').map((element) => element.reading);
    expect(read.join('').match(/.{1,80}/gu)).toEqual(
      blocksOf(document)
        .map(spoken)
        .join('')
        .match(/.{1,80}/gu),
    );
  });

  it('has rectangular tables whose headers say their scope', async () => {
    const elements = flatten((await written).root);
    const tables = elements.filter((element) => element.type === 'Table');
    expect(tables).toHaveLength(blocksOf(document).filter((block) => block.type === 'table').length);
    expect(tables.filter((table) => !isRectangular(table))).toEqual([]);
    expect(elements.filter((element) => element.type === 'TH' && element.attributes['Scope'] === undefined)).toEqual([]);
  });

  it('skips no heading level', async () => {
    const levels = flatten((await written).root).flatMap(({ type }) => (/^H[1-6]$/.test(type) ? [Number(type[1])] : []));
    expect(levels[0]).toBe(1);
    expect(levels.slice(1).filter((level, index) => level > (levels[index] ?? 0) + 1)).toEqual([]);
  });

  it('has its numbered paragraphs as lists of label and text', async () => {
    const items = flatten((await written).root).filter((element) => element.type === 'LI');
    const expected = blocksOf(document).flatMap((block) => (block.type === 'list' ? block.items : []));
    expect(items.map((item) => item.children.map((child) => child.type).join())).toEqual(expected.map(() => 'Lbl,LBody'));
    expect(items.map((item) => item.children[0]?.text)).toEqual(expected.map((item) => item.label.trimEnd()));
  });

  it('has every heading and table title on the page that its number names', () => {
    const { flow, landings } = layoutDocument(document, fonts);
    const textOn = (page: number): string =>
      (flow.pages[page]?.items ?? []).map((item) => (item.kind === 'text' ? item.text : '')).join('');
    for (const block of blocksOf(document)) {
      if (block.type !== 'heading' && block.type !== 'tableTitle') continue;
      const title = inlineText(block.type === 'heading' ? block.content : block.title);
      expect(textOn(landings.get(block.id)?.page ?? -1)).toContain(title);
      expect(pdf.pages.get(block.id)).toBe((landings.get(block.id)?.page ?? -1) + 1);
    }
  });
});
