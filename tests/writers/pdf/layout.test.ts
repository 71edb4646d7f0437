import { describe, expect, it } from 'vitest';
import type { Block, Document } from '../../../src/document/document.js';
import { layoutDocument } from '../../../src/writers/pdf/layout/layout-document.js';
import type { LaidPage, TextItem } from '../../../src/writers/pdf/layout/page.js';
import {
  type CellInput,
  heading,
  list,
  paragraph,
  row,
  sampleChart,
  sampleDocument,
  table,
  tableTitle,
} from '../../support/sample-document.js';
import { codes, documentOf, fonts, layout } from './support.js';

const pagesOf = (document: Document): readonly LaidPage[] => layoutDocument(document, fonts).flow.pages;
const texts = (page: LaidPage | undefined): TextItem[] => (page?.items ?? []).filter((item) => item.kind === 'text');
const body = (page: LaidPage | undefined): TextItem[] => texts(page).filter((item) => item.mark !== 'footer');
const fillers = (count: number): Block[] => Array.from({ length: count }, () => paragraph('body', '正文'));

describe('lines', () => {
  it('stand 22 to a page at a pitch of 28.95 points', () => {
    const pages = pagesOf(documentOf(fillers(45)));
    expect(pages.map((page) => body(page).length)).toEqual([22, 22, 1]);
    const [first, second] = body(pages[0]);
    expect((second?.baseline ?? 0) - (first?.baseline ?? 0)).toBeCloseTo(28.95, 6);
  });

  it('begin two characters in, and only the first', () => {
    const [first, second] = body(pagesOf(documentOf([paragraph('body', '预算'.repeat(40))]))[0]);
    expect((first?.x ?? 0) - (second?.x ?? 0)).toBeCloseTo(32, 6);
  });

  it('fill their width where they are justified, but for the last', () => {
    const lines = body(pagesOf(documentOf([paragraph('body', '收入预算1,262.80万元，比上年增加。'.repeat(8))]))[0]);
    expect(lines.slice(0, -1).every((line) => line.slack >= 0)).toBe(true);
    expect(lines.at(-1)?.slack).toBe(0);
  });
});

describe('避头尾 on the pages', () => {
  it.each([[90], [120, 150], [180, 220], [260, 182], [310], [442]])('holds in columns of %d points', (...widths) => {
    const sentences = [
      '“三公”经费预算12.60万元，其中：因公出国（境）费0万元；公务接待费3.00万元。',
      '第106项：办公用房540平方米，增长34.96%，共6个。'.repeat(3),
    ];
    const rows = sentences.map((sentence) =>
      row(
        widths,
        widths.map((_, column): CellInput => [column, sentence, 'formText']),
      ),
    );
    const lines = new Map<unknown, string[]>();
    for (const item of pagesOf(documentOf([table('narrow', widths, 0, rows)])).flatMap(body))
      lines.set(item.source, [...(lines.get(item.source) ?? []), item.text]);
    for (const cell of lines.values()) {
      for (const line of cell.slice(1)) expect(line).not.toMatch(/^[、，。：；！？）》”%万元]/);
      for (const line of cell.slice(0, -1)) expect(line).not.toMatch(/[（《“第]$/);
    }
  });
});

describe('headings', () => {
  it.each(Array.from({ length: 25 }, (_, count) => [count]))('after %d lines are never the last of a page', (count) => {
    const pages = pagesOf(
      documentOf([...fillers(count), heading(2, 'a', '一、标题'), heading(3, 'b', '（一）小标题'), paragraph('body', '此后正文')]),
    );
    const last = body(pages.find((page) => body(page).some((item) => item.text.includes('标题')))).map((item) => item.text);
    expect(last.at(-1)).toBe('此后正文');
  });

  it('stay with a chart', () => {
    const pages = pagesOf(documentOf([...fillers(14), heading(2, 'a', '一、标题'), sampleChart]));
    expect(body(pages[0])).toHaveLength(14);
    expect(body(pages[1])[0]?.text).toBe('一、标题');
  });
});

describe('paragraphs over a page', () => {
  const long = '预算'.repeat(60);
  it.each(Array.from({ length: 6 }, (_, index) => [16 + index]))('after %d lines leave two lines at least on either page', (count) => {
    const pages = pagesOf(documentOf([...fillers(count), paragraph('body', long)]));
    const lines = pages.map((page) => body(page).filter((item) => item.source?.text === long).length);
    expect(lines.reduce((sum, each) => sum + each)).toBe(5);
    for (const each of lines) expect([0, 2, 3, 5]).toContain(each);
  });

  it('longer than a page fill it', () => {
    expect(pagesOf(documentOf([paragraph('body', '预算'.repeat(400))])).map((page) => body(page).length)).toEqual([22, 7]);
  });
});

describe('a list', () => {
  const items = ['负责会议的准备和组织工作，协助领导同志组织实施会议决定事项。'.repeat(3), '预算1,262.80万元。'.repeat(20), '完。'];
  const asParagraphs = items.map((item, index) => paragraph('body', `${index + 1}. ${item}`));
  const drawn = (blocks: readonly Block[]) =>
    pagesOf(documentOf(blocks)).map((page) => body(page).map(({ text, x, baseline, slack }) => ({ text, x, baseline, slack })));

  it.each([[0], [15], [19], [20], [21]])('after %d lines is printed as its paragraphs would be', (count) => {
    expect(drawn([...fillers(count), list(items)])).toEqual(drawn([...fillers(count), ...asParagraphs]));
  });

  it('stays with the heading over it', () => {
    const pages = pagesOf(documentOf([...fillers(20), heading(2, 'a', '一、职责'), list(items)]));
    expect(body(pages[1])[0]?.text).toBe('一、职责');
  });

  it('is nothing lost where it has no items', () => {
    expect(layout(documentOf([list([]), paragraph('body', '一')])).findings).toEqual([]);
  });
});

describe('page breaks', () => {
  it('begin pages only where something is on the one before', () => {
    const pages = pagesOf(
      documentOf([
        { type: 'pageBreak' },
        paragraph('body', '一'),
        { type: 'pageBreak' },
        { type: 'pageBreak' },
        tableTitle(1, '表'),
        tableTitle(2, '表'),
      ]),
    );
    expect(pages).toHaveLength(3);
  });

  it('come after a cover', () => {
    const cover: Block = { type: 'cover', offset: 100, lines: [paragraph('coverTitle', '预算公开')] };
    expect(pagesOf(documentOf([cover, paragraph('body', '一')]))).toHaveLength(2);
  });
});

describe('page numbers', () => {
  const numbers = (document: Document): string[] =>
    pagesOf(document).map((page) => texts(page).find((item) => item.mark === 'footer')?.text ?? '');
  const section = (pageNumbers: 'none' | 'continue' | number, pages: number) => ({
    orientation: 'portrait' as const,
    pageNumbers,
    blocks: Array.from({ length: pages }, (): Block[] => [paragraph('body', '一'), { type: 'pageBreak' }])
      .flat()
      .slice(0, -1),
  });

  it('are none, restart and go on', () => {
    const document = sampleDocument({
      sections: [section('none', 2), section(1, 2), section('continue', 1), section('none', 1), section('continue', 1), section(9, 1)],
    });
    expect(numbers(document)).toEqual(['', '', '— 1 —', '— 2 —', '— 3 —', '', '— 5 —', '— 9 —']);
  });

  it('stand right on odd pages and left on even ones, one character in', () => {
    const [odd, even] = pagesOf(sampleDocument({ sections: [section(1, 2)] })).map((page) => texts(page).at(-1));
    expect(even?.x).toBeCloseTo(79.37 + 14, 6);
    expect(odd?.x).toBeGreaterThan(400);
  });

  it('stay below the text of landscape pages', () => {
    const [page] = pagesOf(sampleDocument({ sections: [{ ...section(1, 1), orientation: 'landscape' }] }));
    expect(texts(page).at(-1)?.baseline).toBeGreaterThan(595.28 - 73.7 + 14);
  });
});

describe('charts', () => {
  const chart = (count: number, value = '1.00') => ({
    ...sampleChart,
    slices: Array.from({ length: count }, (_, index) => ({
      label: `第${index + 1}类支出`,
      amount: { type: 'figure' as const, figure: 'a', unit: 'yuan' as const, value, text: `${value}万元` },
      share: { type: 'figure' as const, figure: 's', unit: 'ratio' as const, value: '0.01', text: '1.00%' },
    })),
  });
  const shapes = (count: number, value?: string) =>
    pagesOf(documentOf([chart(count, value)]))[0]?.items.filter((item) => item.kind === 'shape') ?? [];

  it('draw a slice and a swatch each', () => {
    expect(shapes(4)).toHaveLength(8);
  });

  it('draw a whole circle for a single slice, without a radius', () => {
    const [circle] = shapes(1);
    expect(circle?.kind === 'shape' ? circle.path.match(/ c/g) : []).toHaveLength(4);
    expect(circle?.kind === 'shape' && circle.path.includes(' l')).toBe(false);
  });

  it('draw no slice for nothing', () => {
    expect(shapes(2, '0')).toHaveLength(2);
  });

  it.each([[1], [4], [12], [24]])('keep the %d lines of the legend apart and inside', (count) => {
    const [page] = pagesOf(documentOf([chart(count)]));
    const labels = body(page).filter((item) => item.text.startsWith('第'));
    labels.slice(1).forEach((label, index) => expect(label.baseline - (labels[index]?.baseline ?? 0)).toBeGreaterThanOrEqual(label.size));
    expect(labels.at(-1)?.baseline).toBeLessThan(104.88 + sampleChart.height);
  });

  it('give neighbours different colours, the last and the first too', () => {
    for (const count of [2, 10, 11, 12, 21]) {
      const fills = shapes(count)
        .slice(0, count)
        .map((item) => (item.kind === 'shape' ? item.fill : ''));
      fills.forEach((fill, index) => expect(fill).not.toBe(fills[(index + 1) % count]));
    }
  });

  it.each(['column', 'bar'] as const)('draw a %s and a swatch each, one as long as its amount', (shape) => {
    const slices = ['1.00', '2.00'].map((value, index) => ({
      label: `${2025 + index}年`,
      amount: { type: 'figure' as const, figure: value, unit: 'yuan' as const, value, text: `${value}万元` },
    }));
    const { pages, findings } = {
      pages: pagesOf(documentOf([{ ...sampleChart, shape, slices }])),
      findings: codes(layout(documentOf([{ ...sampleChart, shape, slices }]))),
    };
    const drawn = pages[0]?.items.flatMap((item) => (item.kind === 'shape' ? [item.path.match(/[\d.]+/g)?.map(Number) ?? []] : [])) ?? [];
    expect([drawn.length, findings]).toEqual([4, []]);
    const [first = 0, second = 0] = drawn.slice(0, 2).map((box) => box[shape === 'column' ? 3 : 2]);
    expect(Math.abs(second)).toBeCloseTo(2 * Math.abs(first), 1);
  });

  it('say where their legend does not fit', () => {
    expect(codes(layout(documentOf([chart(60)])))).toEqual(['chart-too-small']);
  });

  it('say where they are larger than the page', () => {
    const laidOut = layout(documentOf([{ ...sampleChart, width: 500 }]));
    expect(codes(laidOut)).toEqual(['chart-too-large']);
    expect(laidOut.findings[0]?.message).toMatch(/宽500磅、高\d+磅，版心宽4\d\d磅、高\d+磅，放不下。$/);
  });
});

describe('the watermark', () => {
  it('lies under everything on every page', () => {
    const pages = pagesOf(sampleDocument({ watermark: '草稿' }));
    for (const page of pages) expect(page.items[0]).toMatchObject({ text: '草稿', mark: 'watermark' });
  });
});

describe('the sample document', () => {
  it('has nothing lost and nothing to say', () => {
    expect(layout(sampleDocument()).findings).toEqual([]);
  });
});
