import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/document/document.js';
import { documentToDocx } from '../../../src/writers/docx/index.js';
import { heading, paragraph, row, sampleChart, sampleDocument, table, tableTitle, text } from '../../support/sample-document.js';
import { structureFaults } from './structure-faults.js';
import { all, labelsOf, openDocx, part, parseXml, partText, shownText } from './support.js';

const HOSTILE: ReadonlyArray<readonly [name: string, text: string]> = [
  ['control characters', 'a\u0000b\u0007c\u001fd\u007fe'],
  ['lone surrogates', 'x\ud800y\udc00z'],
  ['not characters', 'x\ufffey\uffffz'],
  ['the end of a CDATA section', 'x]]>y<![CDATA[z'],
  ['markup', '<w:p>&amp;</w:p> & "quoted" \'single\' <script>'],
  ['marks of direction', 'x\u200f\u202ey\u2066z\u2069'],
  ['line breaks and tabs', 'x\ny\r\nz\tw'],
  ['field codes', '{ PAGE } \\o "1-9" ” \\" “'],
  ['placeholders of the library', '{rId1} {{x}} {word/media/image1.png}'],
  ['rare characters', '𠮷野家\u{2a6d6}㊣①②'],
  ['nothing', ''],
  ['blanks', '  two  blanks  '],
];

function everywhere(value: string): Document {
  const widths = [100, 342];
  const cells = row(widths, [[0, value, 'tableHeader'], [1, value, 'tableText']]);
  const blocks = [
    heading(1, 'part-1', '第一部分'),
    heading(2, 'part-1-1', `一、${value}`),
    paragraph('body', value),
    tableTitle(1, value, { label: value, left: value, right: value }),
    { ...table('table-1', widths, 1, [cells, cells]), alternativeText: value },
    { ...sampleChart, title: value, alternativeText: `图${value}`, slices: sampleChart.slices.map((slice) => ({ ...slice, label: value })) },
  ];
  const sample = sampleDocument();
  return {
    ...sample,
    watermark: `草稿${value}`,
    metadata: { ...sample.metadata, title: value, subject: value, author: value, keywords: [value] },
    sections: [...sample.sections.slice(0, 2), { orientation: 'portrait', pageNumbers: 1, blocks }],
  };
}

describe('hostile text', () => {
  it.each(HOSTILE)('%s gives a sound file', async (_, value) => {
    const document = everywhere(value);
    const bytes = await documentToDocx(document, labelsOf(document));
    for (const name of Object.keys(openDocx(bytes)).filter((each) => /\.(xml|rels)$/.test(each))) {
      expect(() => parseXml(partText(bytes, name)), name).not.toThrow();
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
      expect(partText(bytes, name), name).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
    }
    expect(structureFaults(bytes)).toEqual([]);
  });

  it('keeps every character that XML can hold', async () => {
    const value = '<&>"\'“三公”]]>\u200f𠮷';
    const document = everywhere(value);
    const body = all(part(await documentToDocx(document, labelsOf(document)), 'word/document.xml'), 'w:p').map(shownText);
    expect(body).toContain(value);
  });

  it('writes a paragraph of fifty thousand characters', async () => {
    const long = '“三公”经费预算12.60万元，'.repeat(3000);
    const sample = sampleDocument();
    const document = { ...sample, sections: [...sample.sections, { orientation: 'portrait' as const, pageNumbers: 'continue' as const, blocks: [{ type: 'paragraph' as const, style: 'body' as const, content: text(long) }] }] };
    const bytes = await documentToDocx(document, labelsOf(document));
    expect(all(part(bytes, 'word/document.xml'), 'w:p').map(shownText)).toContain(long);
  });
});
