import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleDocument } from '../../support/sample-document.js';
import { layout } from './support.js';

/** A reader that is not ours: what people get when they search or copy. */
async function open(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false, disableFontFace: true }).promise;
}

async function pageText(pdf: PDFDocumentProxy, number: number): Promise<string> {
  const content = await (await pdf.getPage(number)).getTextContent();
  return content.items
    .map((item) => ('str' in item ? item.str : ''))
    .join('')
    .replace(/\s/g, '');
}

const document = sampleDocument();
let pdf: PDFDocumentProxy;
beforeAll(async () => {
  pdf = await open(await layout(document).render());
}, 60_000);

describe('the file in pdf.js', () => {
  it('has the text of every heading on the page that its label names', async () => {
    const { pages } = layout(document);
    for (const block of document.sections.flatMap((section) => section.blocks)) {
      if (block.type !== 'heading') continue;
      const text = block.content
        .map((inline) => inline.text)
        .join('')
        .replace(/\s/g, '');
      expect(await pageText(pdf, pages.get(block.id) ?? 0)).toContain(text);
    }
  });

  it('has the contents with leaders and numbers', async () => {
    expect(await pageText(pdf, 2)).toMatch(/第一部分概况\.{4,}1一、本部门职责\.{4,}1/);
  });

  it('has every cell of the long table, in its rows', async () => {
    const text = `${await pageText(pdf, 6)}${await pageText(pdf, 7)}`;
    expect(text).toContain('2080505机关事业单位基本养老保险缴费支出1689,296.041689,296.04');
    expect(text).toContain('合计1,262.801,262.80');
  });

  it('has the outline, the labels and the marks', async () => {
    expect((await pdf.getOutline()).map((entry) => entry.title)).toContain('第四部分　名词解释');
    expect((await pdf.getPageLabels())?.slice(0, 4)).toEqual(['i', 'ii', '1', '2']);
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    const tree = await (await pdf.getPage(3)).getStructTree();
    expect(JSON.stringify(tree)).toContain('"H1"');
  });
});
