import type { Document } from '../../../src/document/document.js';
import { heading, paragraph, row, sampleChart, sampleDocument, table, tableTitle } from '../../support/sample-document.js';

/** Texts that have broken files. */
export const HOSTILE: ReadonlyArray<readonly [name: string, text: string]> = [
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

/** A document in which every text is the one given. */
export function everywhere(value: string): Document {
  const widths = [100, 342];
  const cells = row(widths, [
    [0, value, 'tableHeader'],
    [1, value, 'tableText'],
  ]);
  const blocks = [
    heading(1, 'part-1', '第一部分'),
    heading(2, 'part-1-1', `一、${value}`),
    paragraph('body', value),
    tableTitle(1, value, { label: value, left: value, right: value }),
    { ...table('table-1', widths, 1, [cells, cells]), alternativeText: value },
    {
      ...sampleChart,
      title: value,
      alternativeText: `图${value}`,
      slices: sampleChart.slices.map((slice) => ({ ...slice, label: value })),
    },
  ];
  const sample = sampleDocument();
  return {
    ...sample,
    watermark: `草稿${value}`,
    metadata: { ...sample.metadata, title: value, subject: value, author: value, keywords: [value] },
    sections: [...sample.sections.slice(0, 2), { orientation: 'portrait', pageNumbers: 1, blocks }],
  };
}
