import { describe, expect, it } from 'vitest';
import { textWidth } from '../../../src/typesetting/text-width.js';
import type { PdfFonts } from '../../../src/writers/pdf/fonts/pdf-fonts.js';
import type { TextItem } from '../../../src/writers/pdf/layout/page.js';
import type { FontBook } from '../../../src/writers/pdf/write/embedded-font.js';
import { LineSpacing } from '../../../src/writers/pdf/write/line-spacing.js';
import { LineSetter } from '../../../src/writers/pdf/write/text-runs.js';
import { fonts } from './support.js';

const SIZE = 16;

/** A line that lacks `slack` points. */
function spacing(text: string, slack: number, more: Partial<TextItem> = {}) {
  const item: TextItem = { kind: 'text', text, face: '仿宋', size: SIZE, spacing: 0, x: 0, baseline: 0, slack, mark: 'artifact', ...more };
  const [justified, natural] = [new LineSpacing(item), new LineSpacing({ ...item, slack: 0 })];
  const offsets = Array.from(text.matchAll(/./gu), ({ index }) => index);
  return offsets.map((at) => justified.after(at) - natural.after(at));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('a justified line', () => {
  it('gets what it lacks, no more and no less', () => {
    for (const text of ['预算收入1262.80万元，其中', '一般公共预算', '2026年，', 'Word 与 PDF 一致'])
      for (const slack of [0.5, 4, 7]) expect(sum(spacing(text, slack))).toBeCloseTo(slack, 9);
  });

  it('grows first where Chinese and digits meet', () => {
    // 入|1 and 0|万 take up to a quarter em each.
    expect(spacing('收入1262.80万元', 6)).toEqual([0, 3, 0, 0, 0, 0, 0, 0, 3, 0, 0]);
    const wide = spacing('收入1262.80万元', 8 + 6);
    expect(wide[1]).toBeGreaterThan(wide[0] ?? 0);
    expect(wide[1]).toBeCloseTo(4 + (wide[0] ?? 0), 9);
  });

  it('never stretches a number', () => {
    const [, , ...number] = spacing('收入1262.80万元', 14).slice(0, 8);
    expect(number.every((white) => white === 0)).toBe(true);
  });

  it('puts nothing at its end, nor before a mark that hangs', () => {
    expect(spacing('一般公共预算', 10).at(-1)).toBe(0);
    expect(spacing('一般公共预算，', 10, { hung: true }).slice(-2)).toEqual([0, 0]);
  });

  it('takes a rare character, which has two units, for one', () => {
    expect(spacing('𠮷𠮷𠮷', 4)).toEqual([2, 2, 0]);
    expect(spacing('𠮷𠮷𠮷，', 4, { hung: true })).toEqual([2, 2, 0, 0]);
    expect(spacing('𠮷12𠮷', 4)).toEqual([2, 0, 2, 0]);
  });

  it('stays ragged where it would have holes', () => {
    const address = 'https://www.example.gov.cn/zwgk/yjsgk/2026/index.html';
    expect(textWidth(address, SIZE)).toBeGreaterThan(200);
    expect(sum(spacing('详见：', 200))).toBe(0);
    expect(sum(spacing('本部门预算在政府网站公开，网址为：', 38))).toBeCloseTo(38, 9);
    expect(sum(spacing('本部门预算在政府网站公开，网址为：', 40))).toBe(0);
  });
});

describe('a text that stands at several places', () => {
  const book = {
    fontOf: (face: unknown) => ({ face, code: (codePoint: number) => String.fromCodePoint(codePoint) }),
  } as unknown as FontBook;
  const own = fonts.glyphsOf('仿宋');
  const withoutBlank = { glyphsOf: () => ({ of: (codePoint: number) => (codePoint === 0x3000 ? undefined : own.of(codePoint)) }) };
  const lines = new LineSetter(withoutBlank as unknown as PdfFonts, book);
  const item: TextItem = { kind: 'text', text: '', face: '仿宋', size: SIZE, spacing: 0, x: 100, baseline: 0, slack: 0, mark: 'artifact' };
  const starts = (text: string, x: number, more: Partial<TextItem> = {}) =>
    lines.runs({ ...item, text, x, ...more }).map(({ codes, pen = x }) => [codes, pen]);

  it.each(['1,262.80', '合计', '　合计', '合计1,262.80万元', '第1页'])('begins where each of them does: %s', (text) => {
    const first = starts(text, 100);
    expect(starts(text, 300)).toEqual(first.map(([codes, pen]) => [codes, Number(pen) + 200]));
  });

  it('is set anew in another size, and where it is justified', () => {
    expect(starts('合计1', 100)[1]).toEqual(['1', 100 + 2.25 * SIZE]);
    expect(starts('合计1', 100, { size: 10 })[1]).toEqual(['1', 122.5]);
    expect(starts('合计1', 100, { slack: 2 })[1]?.[1]).toBeGreaterThan(100 + 2.25 * SIZE);
  });
});
