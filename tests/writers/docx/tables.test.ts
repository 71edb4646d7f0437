import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import type { Chart } from '../../../src/document/document.js';
import { twipHeights, twipWidths } from '../../../src/writers/docx/geometry.js';
import { documentToDocx } from '../../../src/writers/docx/index.js';
import { gridOf } from '../../../src/writers/docx/table.js';
import { row, sampleChart, sampleDocument, table } from '../../support/sample-document.js';
import { all, child, children, type Element, labelsOf, openDocx, part, shownText, val } from './support.js';

// Generous: other work may share the machine.
vi.setConfig({ testTimeout: 60_000 });

const WIDTHS = [50, 50, 50];

describe('grid of a table', () => {
  it('fills what spans cover', () => {
    const rows = [
      row(WIDTHS, [
        [0, 'a', 'tableText', { rowSpan: 2, columnSpan: 2 }],
        [2, 'b', 'tableText'],
      ]),
      row(WIDTHS, [[2, 'c', 'tableText']]),
      row(WIDTHS, [[1, 'd', 'tableText']]),
    ];
    const slots = Array.from(gridOf(table('t', WIDTHS, 0, rows)), (line) => line.map(({ column, span, merge }) => [column, span, merge]));
    expect(slots).toEqual([
      [
        [0, 2, 'restart'],
        [2, 1, undefined],
      ],
      [
        [0, 2, 'continue'],
        [2, 1, undefined],
      ],
      [
        [0, 1, undefined],
        [1, 1, undefined],
        [2, 1, undefined],
      ],
    ]);
  });
});

describe('twips', () => {
  it('keeps the sum of the widths', () => {
    const widths = Array.from({ length: 9 }, () => 442.21 / 9);
    expect(twipWidths(widths).reduce((sum, width) => sum + width, 0)).toBe(Math.round(442.21 * 20));
  });

  it('never adds to the sum of the heights', () => {
    const heights = Array.from({ length: 40 }, () => 15.93);
    expect(twipHeights(heights).reduce((sum, height) => sum + height, 0)).toBe(Math.floor(15.93 * 40 * 20));
  });
});

describe('tables of the sample', () => {
  it('repeats header rows, fixes widths and heights, and describes the table', async () => {
    const document = sampleDocument();
    const body = part(await documentToDocx(document, labelsOf(document)), 'word/document.xml');
    const income = all(body, 'w:tbl')[1] as Element;
    const rows = children(income, 'w:tr');
    expect(rows.map((each) => all(each, 'w:tblHeader').length)).toEqual([1, 1, ...Array(rows.length - 2).fill(0)]);
    expect(
      rows.every((each) => all(each, 'w:cantSplit').length === 1 && all(each, 'w:trHeight')[0]?.attributes['w:hRule'] === 'exact'),
    ).toBe(true);
    expect(child(income, 'w:tblPr', 'w:tblLayout')?.attributes['w:type']).toBe('fixed');
    expect(val(child(income, 'w:tblPr', 'w:tblDescription'))).toContain('table-2');
  });
});

describe('the chart', () => {
  const write = async (chart: Chart): Promise<Uint8Array> => {
    const sample = sampleDocument();
    const document = { ...sample, sections: [{ orientation: 'portrait' as const, pageNumbers: 1, blocks: [chart] }] };
    return documentToDocx(document, new Map());
  };

  it('is native, with a workbook of the published figures and a Chinese description', async () => {
    const bytes = await write(sampleChart);
    const chart = part(bytes, 'word/charts/chart1.xml');
    expect(all(all(chart, 'c:val')[0] as Element, 'c:v').map((value) => value.text)).toEqual(['1164.24', '47.81', '34.31', '16.44']);
    expect(all(chart, 'c:lang')[0]?.attributes.val).toBe('zh-CN');
    const book = unzipSync(openDocx(bytes)['word/embeddings/Microsoft_Excel_Worksheet1.xlsx'] as Uint8Array);
    expect(strFromU8(book['xl/worksheets/sheet1.xml'] as Uint8Array)).toContain('<v>1164.24</v>');
    const drawing = all(part(bytes, 'word/document.xml'), 'wp:docPr')[0];
    expect(drawing?.attributes.descr).toBe(sampleChart.alternativeText);
  });

  it.each([
    ['column', 'col', '1164.24'],
    ['bar', 'bar', '16.44'],
  ] as const)('stands as %s of the same figures, bars counted from below', async (shape, direction, first) => {
    const chart = part(await write({ ...sampleChart, shape }), 'word/charts/chart1.xml');
    expect(all(chart, 'c:barDir')[0]?.attributes.val).toBe(direction);
    expect(all(all(chart, 'c:val')[0] as Element, 'c:v')[0]?.text).toBe(first);
  });

  it('prints each amount and share once, exactly as given', async () => {
    const texts = all(part(await write(sampleChart), 'word/document.xml'), 'w:p').map(shownText);
    for (const { amount, share } of sampleChart.slices) {
      expect(texts.filter((text) => text === amount.text)).toHaveLength(1);
      expect(texts.filter((text) => text === share?.text)).toHaveLength(1);
    }
  });

  it('is exactly as high as the document says', async () => {
    const frame = all(part(await write(sampleChart), 'word/document.xml'), 'w:trHeight')[0];
    expect(frame?.attributes['w:val']).toBe(String(sampleChart.height * 20));
  });
});
