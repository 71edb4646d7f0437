import { describe, expect, it } from 'vitest';
import { type Block, type Document, inlineText } from '../../src/document/document.js';
import { Decimal } from '../../src/money/decimal.js';
import { formatAmount, formatPercent } from '../../src/money/format.js';
import { buildGoodCase, loadedProfile, ORIGINAL_YAML, patchYaml } from '../support/build-case.js';
import { builtCase, caseNames } from '../support/cases.js';
import { STATED_DATES, STATED_YAML } from '../support/stated-sample.js';

const blocksOf = (document: Document): Block[] => document.sections.flatMap((section) => section.blocks);

/** Every figure as printed somewhere in a document. */
function printedFigures(document: Document) {
  const inlines = blocksOf(document).flatMap((block) => {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        return block.content;
      case 'list':
        return block.items.flatMap((item) => item.content);
      case 'tableTitle':
        return block.title;
      case 'table':
        return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.content));
      case 'chart':
        return block.slices.flatMap((slice) => [slice.amount, ...(slice.share ? [slice.share] : [])]);
      case 'cover':
        return block.lines.flatMap((line) => line.content);
      case 'toc':
      case 'pageBreak':
        return [];
      default:
        return block satisfies never;
    }
  });
  return inlines.flatMap((inline) => (inline.type === 'figure' ? [inline] : []));
}

describe.each(['原件', ...caseNames])('%s', (name) => {
  const { document } = builtCase(name);
  const blocks = blocksOf(document);

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });

  it('has unique, stable ids', () => {
    const ids = blocks.flatMap((block) => ('id' in block ? [block.id] : []));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z]+(-\w+)*$/.test(id))).toEqual([]);
  });

  it('knows every figure that it prints, and all that they come from', () => {
    const figures = printedFigures(document);
    expect(figures.length).toBeGreaterThan(50);
    const wrong = figures.filter(
      (figure) => document.figures[figure.figure]?.value !== figure.value || document.figures[figure.figure]?.unit !== figure.unit,
    );
    expect(wrong).toEqual([]);
    const absent = Object.values(document.figures).flatMap(({ origin }) =>
      origin.kind === 'derived' ? origin.inputs.filter((id) => document.figures[id] === undefined) : [],
    );
    expect(absent).toEqual([]);
  });

  it('computes every derived figure from its inputs', () => {
    const value = (id: string) => new Decimal(document.figures[id]?.value ?? NaN);
    for (const { id, value: stated, origin } of Object.values(document.figures)) {
      if (origin.kind !== 'derived') continue;
      const inputs = origin.inputs.map(value);
      const [first = new Decimal(0), second = new Decimal(0)] = inputs;
      if (origin.formula === 'sum') expect(inputs.reduce((a, b) => a.plus(b), new Decimal(0)).toFixed(), id).toBe(stated);
      if (origin.formula === 'difference') expect(first.minus(second).toFixed(), id).toBe(stated);
      if (origin.formula === 'share' || origin.formula === 'changeRate')
        expect((second.isZero() ? second : first.div(second)).toFixed(), id).toBe(stated);
      if (origin.formula === 'count') expect(String(inputs.length), id).toBe(stated);
    }
  });

  it('prints each amount as its value rounds', () => {
    const bare = (text: string) => text.replace(/[,万元%]/g, '');
    const wrong = printedFigures(document).filter(({ unit, value, text }) => {
      const exact = new Decimal(value);
      if (unit === 'ratio') return text !== formatPercent(exact, { decimals: 2, separators: true, bareZero: true });
      if (unit !== 'yuan') return bare(text) !== exact.toFixed();
      const forms = [
        formatAmount(exact, { unit: '万元', decimals: 2, separators: false }),
        exact.toFixed(exact.decimalPlaces() === 0 ? 0 : 2),
        exact.div(10000).toFixed(),
        exact.isZero() ? '0' : '',
      ];
      return !forms.includes(bare(text));
    });
    expect(wrong).toEqual([]);
  });

  it('has tables that fit the page, with heights for every row', () => {
    const { page } = document.layout;
    for (const section of document.sections) {
      const upright = section.orientation === 'portrait';
      const margins = upright ? page.margins : page.landscapeMargins;
      const width = (upright ? page.width : page.height) - margins.left - margins.right;
      for (const block of section.blocks) {
        if (block.type !== 'table') continue;
        expect(block.columnWidths.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(width + 0.01);
        expect(block.columnWidths.filter((one) => one <= 0)).toEqual([]);
        expect(block.rows.filter((row) => row.height <= 0)).toEqual([]);
      }
    }
  });

  it('has every table under its title and in the TOC', () => {
    const titles = blocks.flatMap((block, index) => (block.type === 'tableTitle' ? [{ block, next: blocks[index + 1] }] : []));
    expect(titles).toHaveLength(loadedProfile().tables.length);
    for (const { block, next } of titles) {
      expect(next?.type).toBe('table');
      expect(block.tocText.endsWith(inlineText(block.title))).toBe(true);
    }
  });
});

describe('the original', () => {
  const { document } = builtCase('原件');
  const blocks = blocksOf(document);

  it('has its parts in order, tables between them', () => {
    const parts = blocks.flatMap((block) => (block.type === 'heading' && block.level === 1 ? [inlineText(block.content)] : []));
    expect(parts).toEqual(['第一部分　概况', '第二部分　2026年部门预算报表', '第三部分　2026年度部门预算情况说明', '第四部分　名词解释']);
  });

  it('numbers its headings 一、 and （一）, anew in each part', () => {
    const headings = blocks.flatMap((block) => (block.type === 'heading' && block.level > 1 ? [inlineText(block.content)] : []));
    expect(headings.filter((text) => /^[一二三四五六七八九十]+、/.test(text)).map((text) => text.split('、')[0])).toEqual([
      '一',
      '二',
      '一',
      '二',
      '三',
      '四',
      '五',
      '六',
      '七',
      '八',
      '九',
      '十',
      '十一',
      '十二',
    ]);
    expect(headings).toContain('（六）区政府总值班室');
    expect(headings).toContain('（二）一般公共预算当年支出结构情况');
  });

  it('numbers pages from 1 after the TOC', () => {
    expect(document.sections.map((section) => section.pageNumbers).slice(0, 3)).toEqual(['none', 'none', 1]);
    expect(document.sections.slice(3).every((section) => section.pageNumbers === 'continue')).toBe(true);
  });

  it('turns the page for 表二 only', () => {
    const wide = document.sections.filter((section) => section.orientation === 'landscape');
    expect(wide.map((section) => section.blocks.flatMap((block) => (block.type === 'tableTitle' ? [block.label] : [])))).toEqual([
      ['预算公开表2'],
    ]);
  });

  it('says what it is in its metadata', () => {
    expect(document.metadata).toMatchObject({
      title: '朔州市平鲁区人民政府办公室2026年度部门预算公开',
      author: '朔州市平鲁区人民政府办公室',
      language: 'zh-CN',
    });
  });

  it.each([
    ['what is stated', STATED_YAML, { date: STATED_DATES.published, published: STATED_DATES.published }],
    ['the date of approval, as no date of publication', patchYaml(STATED_YAML, ['公开日期', undefined]), { date: STATED_DATES.approved }],
    ['the first of the year, as no date of publication', ORIGINAL_YAML, { date: '2026-01-01' }],
  ])('carries %s', (_, yaml, dates) => {
    const { date, published } = buildGoodCase(yaml).document.metadata;
    expect({ date, ...(published !== undefined && { published }) }).toEqual(dates);
  });
});

it('the same text gives the same document', () => {
  expect(JSON.stringify(buildGoodCase(ORIGINAL_YAML).document)).toBe(JSON.stringify(builtCase('原件').document));
});

it('line ends and a byte order mark make no difference', () => {
  expect(JSON.stringify(buildGoodCase(`\uFEFF${ORIGINAL_YAML.replaceAll('\n', '\r\n')}`).document)).toBe(
    JSON.stringify(builtCase('原件').document),
  );
});
