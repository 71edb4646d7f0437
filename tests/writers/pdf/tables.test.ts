import { describe, expect, it } from 'vitest';
import type { Table } from '../../../src/document/document.js';
import { layoutDocument } from '../../../src/writers/pdf/layout/layout-document.js';
import { flatten, PdfStructure } from '../../support/pdf-structure.js';
import { type CellInput, row, table, tableTitle } from '../../support/sample-document.js';
import { codes, documentOf, fonts, layout } from './support.js';

const WIDTHS = [60, 120, 262];

const header = (widths: readonly number[] = WIDTHS) =>
  row(
    widths,
    widths.map((_, column): CellInput => [column, `列${column + 1}`, 'tableHeader']),
  );

/** A table whose first column spans all its rows. */
function spanningTable(rows: number): Table {
  const body = Array.from({ length: rows }, (_, index) => {
    const label: CellInput[] = index === 0 ? [[0, '绩效指标', 'formTextCentred', { rowSpan: rows, scope: 'row' }]] : [];
    return row(WIDTHS, [...label, [1, `指标${index + 1}`, 'formText'], [2, '≥97%', 'formText']]);
  });
  return table('spanning', WIDTHS, 1, [header(), ...body]);
}

async function read(blocks: Parameters<typeof documentOf>[0]) {
  const pdf = layout(documentOf(blocks));
  return { pdf, structure: new PdfStructure(await pdf.render()) };
}

describe('a span over a page', () => {
  it('is labelled on every page, and once for the reader', async () => {
    const { pdf, structure } = await read([spanningTable(80)]);
    expect(pdf.pageCount).toBe(3);
    expect(pdf.findings).toEqual([]);
    expect(structure.artifacts.map((texts) => texts.join('').includes('绩效指标'))).toEqual([false, true, true]);
    expect(structure.artifacts.map((texts) => texts.join('').includes('列1'))).toEqual([false, true, true]);
    const labels = flatten(structure.root).filter((element) => element.text === '绩效指标');
    expect(labels).toHaveLength(1);
    expect(labels[0]?.attributes).toMatchObject({ RowSpan: 80, Scope: { value: 'Row' } });
    expect(structure.faults).toEqual([]);
  });

  it('runs on where no page can hold its text', async () => {
    const text = '绩效目标'.repeat(150);
    const rows = Array.from({ length: 60 }, (_, index) =>
      row(
        WIDTHS,
        [
          ...(index === 0 ? ([[0, text, 'formText', { rowSpan: 60 }]] as CellInput[]) : []),
          [1, `指标${index}`, 'formText'],
          [2, '', 'formText'],
        ],
        40,
      ),
    );
    const { pdf, structure } = await read([table('long', WIDTHS, 0, rows)]);
    expect(pdf.findings).toEqual([]);
    expect(flatten(structure.root).some((element) => element.text === text)).toBe(true);
  });
});

describe('a cell of several lines', () => {
  it('gives its text whole, so that it is found and copied as one; one of a single line needs none', async () => {
    const text = '负责全县政务服务的组织协调工作，并对政务大厅的运行进行监督';
    const { structure } = await read([
      table('broken', WIDTHS, 1, [
        header(),
        {
          ...row(WIDTHS, [
            [0, '甲', 'formText'],
            [1, text, 'formText'],
            [2, '乙', 'formText'],
          ]),
          height: 80,
        },
      ]),
    ]);
    expect(structure.spans).toEqual([text]);
    expect(structure.faults).toEqual([]);
  });
});

describe('a divided row', () => {
  it('has no rule between its pieces, and they part between pages', async () => {
    const lines = Array.from({ length: 40 }, (_, index) => `第${index + 1}项目标已经写明。`);
    const pieces = lines.map((text, index) => ({
      ...row(WIDTHS, [
        [0, index === 0 ? '目标' : '', 'formTextCentred'],
        [1, index === 0 ? '年度总体目标' : '', 'formText'],
        [2, text, 'formText'],
      ]),
      height: 40,
      piece: index === 0 ? ('first' as const) : ('next' as const),
    }));
    const tall = [table('tall', WIDTHS, 1, [header(), ...pieces])];
    const { pdf, structure } = await read(tall);
    expect(pdf.pageCount).toBeGreaterThan(1);
    expect(pdf.findings).toEqual([]);
    expect(structure.faults).toEqual([]);
    const texts = flatten(structure.root).map((element) => element.text);
    expect(lines.filter((line) => !texts.includes(line))).toEqual([]);
    // Over the header, under it, and at the end of each page's part; nowhere between.
    const across = layoutDocument(documentOf(tall), fonts).flow.pages.map((page) =>
      page.items.flatMap((item) => (item.kind === 'rules' ? item.segments : [])).filter(([, y1, , y2]) => y1 === y2),
    );
    expect(across.map((segments) => new Set(segments.map(([, y]) => y)).size)).toEqual(across.map(() => 3));
  });
});

describe('what does not fit', () => {
  it('is said of a table wider than its page', () => {
    const widths = [300, 300];
    const pdf = layout(documentOf([table('wide', widths, 1, [header(widths), header(widths)])]));
    expect(codes(pdf)).toContain('table-too-wide');
    expect(pdf.findings[0]?.message).toBe('表格“wide”宽600磅，版心只有442.2磅。');
  });

  it('is said of a row that no page holds', () => {
    const tall = { height: 2000, cells: [{ column: 0, style: 'formText' as const, content: [] }] };
    expect(codes(layout(documentOf([table('empty', WIDTHS, 0, [tall])])))).toContain('row-too-tall');
  });

  it('is said of a header taller than six tenths of its page', () => {
    const tall = row(WIDTHS, [
      [0, '表头'.repeat(100), 'tableHeader'],
      [1, '', 'tableHeader'],
      [2, '', 'tableHeader'],
    ]);
    expect(codes(layout(documentOf([table('tall', WIDTHS, 1, [tall, header()])])))).toContain('table-header-too-tall');
  });

  it('is said of a row lower than its text', () => {
    const low = {
      ...row(WIDTHS, [
        [0, '机关事业单位基本养老保险缴费支出', 'tableText'],
        [1, '', 'tableText'],
        [2, '', 'tableText'],
      ]),
      height: 20,
    };
    expect(codes(layout(documentOf([table('low', WIDTHS, 0, [low])])))).toEqual(['cell-too-low']);
  });

  it('is said of a figure that its column tears', () => {
    const widths = [40, 402];
    const torn = row(widths, [
      [0, '1,262,800.00', 'tableAmount'],
      [1, '', 'tableText'],
    ]);
    expect(codes(layout(documentOf([table('narrow', widths, 0, [torn])])))).toEqual(['figure-torn']);
  });
});

describe('a title', () => {
  it('stays with its header and first row', () => {
    const filler = Array.from(
      { length: 19 },
      () => ({ type: 'paragraph', style: 'body', content: [{ type: 'text', text: '正文' }] }) as const,
    );
    const pdf = layout(documentOf([...filler, tableTitle(9, '收支总表', { pageBreakBefore: false }), spanningTable(3)]));
    expect(pdf.pages.get('table-title-9')).toBe(2);
  });
});

describe('many rows', () => {
  it('lays out and writes 400 projects', async () => {
    const rows = Array.from({ length: 400 }, (_, index) =>
      row(WIDTHS, [
        [0, String(index + 1), 'tableTextCentred'],
        [1, `项目${index + 1}`, 'tableText'],
        [2, '保障平台全年稳定运行，群众满意度≥97%，按期办结率不低于99%，全年督查不少于240件。', 'tableText'],
      ]),
    );
    const { pdf, structure } = await read([tableTitle(12, '项目支出预算表'), table('projects', WIDTHS, 1, [header(), ...rows])]);
    expect(pdf.findings).toEqual([]);
    expect(structure.faults).toEqual([]);
    expect(flatten(structure.root).filter((element) => element.type === 'TR')).toHaveLength(401);
  });

  it('takes a table of 10,000 rows', async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) =>
      row(WIDTHS, [
        [0, String(index + 1), 'tableTextCentred'],
        [1, `项目${index + 1}`, 'tableText'],
        [2, '1,262.80', 'tableAmount'],
      ]),
    );
    // Processor time: others may be at work on the machine.
    const begun = process.cpuUsage();
    const pdf = layout(documentOf([table('long', WIDTHS, 1, [header(), ...rows])]));
    const bytes = await pdf.render();
    expect(pdf.findings).toEqual([]);
    expect(pdf.pageCount).toBe(Math.ceil(10_000 / 30));
    expect(bytes.length).toBeGreaterThan(1_000_000);
    const { user, system } = process.cpuUsage(begun);
    expect((user + system) / 1000).toBeLessThan(30_000);
  });
});
