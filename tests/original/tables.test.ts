import { beforeAll, describe, expect, it } from 'vitest';
import { inlineText, type TableTitle } from '../../src/document/document.js';
import { chineseNumber } from '../../src/profile/table-number.js';
import type { PublishedTable } from '../../src/tables/published-table.js';
import { countOf, squeeze } from '../support/document-text.js';
import type { DocxTable } from '../support/docx-body.js';
import { type ExpectedTable, expectedTables, originalCase } from '../support/original.js';
import { columnEdges, missingRows } from '../support/pdf-rows.js';
import { bodyGrid, expandRows, type Grid, headerTexts, isRectangular } from '../support/table-grid.js';
import { type WrittenFiles, writeFiles } from '../support/written-files.js';

// tests/original/tables.yaml is the published original, cell by cell. Wanted departures from it are written here.
const TAIL_NOTE = '注：本表因四舍五入，部分金额可能存在尾差。';
const TABLES_WITH_TAIL = [2, 3, 5, 6];
const EMPTY_NOTES: Readonly<Record<number, string>> = {
  7: '注：本部门2026年没有政府性基金预算收入，本表无数据。',
  8: '注：本部门2026年没有政府性基金预算支出，本表无数据。',
  9: '注：本部门2026年没有国有资本经营预算收支，本表无数据。',
  10: '注：本部门2026年没有财政拨款安排的“三公”经费支出，本表无数据。',
  13: '注：本部门2026年没有上年结转安排的项目支出，本表无数据。',
};

/** The original prints an empty 表十三 without a 合计 row; every empty table has one here (C02). */
/** The original has separators in its text and its forms, none in its tables; here a document has one way of writing numbers. */
const grouped = (text: string): string => (/^\d+\.\d{2}$/.test(text) ? text.replace(/\d(?=(?:\d{3})+\.)/g, (digit) => `${digit},`) : text);

function wantedRows({ 编号: number, 行: printed, 列数: columns }: ExpectedTable): Grid {
  const rows = printed.map((row) => row.map(grouped));
  return number === 13 ? [...rows, ['合计', ...Array.from({ length: columns - 1 }, () => '')]] : rows;
}

function wantedNotes(number: number): string[] {
  const empty = EMPTY_NOTES[number];
  if (empty !== undefined) return [empty];
  return TABLES_WITH_TAIL.includes(number) ? [TAIL_NOTE] : [];
}

const { tables, document } = originalCase();
const expected = expectedTables();
const named = expected.map((want) => [`表${want.编号} ${want.标题}`, want] as const);
const tableOf = (number: number): PublishedTable => tables[number - 1] as PublishedTable;

it('there are thirteen tables', () => {
  expect(tables).toHaveLength(13);
  expect(expected).toHaveLength(13);
});

describe.each(named)('%s', (_, want) => {
  const table = tableOf(want.编号);

  it('has every cell of the original', () => {
    expect(bodyGrid(table)).toEqual(wantedRows(want));
  });

  it('has its titles and headers', () => {
    expect(table.label).toBe(want.标签);
    expect(table.title).toBe(want.标题);
    expect(table.tocText).toBe(`表${chineseNumber(want.编号)}　${want.标题}`);
    expect(table.left).toBe(`部门名称：${want.部门名称}`);
    expect(table.right).toBe(`单位：${want.单位}`);
    expect(headerTexts(table)).toEqual(want.表头);
  });

  it('says why it is empty, or that figures are rounded, and nothing else', () => {
    expect(table.notes).toEqual(wantedNotes(want.编号));
    if (EMPTY_NOTES[want.编号] !== undefined) for (const words of want.注应含 ?? []) expect(table.notes.join('')).toContain(words);
  });

  it('covers its grid without gap or overlap', () => {
    expect(isRectangular(table.header, table.columns.length)).toBe(true);
    expect(isRectangular(table.rows, table.columns.length)).toBe(true);
  });

  it('stands in the document under its title', () => {
    const blocks = document.sections.flatMap((section) => section.blocks);
    const at = blocks.findIndex((block) => block.type === 'tableTitle' && block.label === want.标签);
    const title = blocks[at] as TableTitle;
    expect(inlineText(title.title)).toBe(want.标题);
    expect(title.tocText).toBe(table.tocText);
    const grid = blocks[at + 1];
    if (grid?.type !== 'table') throw new Error('no table under its title');
    const rows = grid.rows.map((row) => row.cells.map((cell) => ({ column: cell.column, text: inlineText(cell.content) })));
    expect(expandRows(rows, want.列数).slice(-wantedRows(want).length)).toEqual(wantedRows(want));
  });
});

describe('the files', () => {
  let files: WrittenFiles;
  beforeAll(async () => {
    files = await writeFiles(document);
  });

  it('are written without findings', () => {
    expect(files.findings).toEqual([]);
  });

  it('list every table as 表一, 表二 … in their tables of contents', () => {
    const entries = tables.map((table) => squeeze(table.tocText));
    const word = files.word.map((block) => (block.kind === 'paragraph' ? squeeze(block.text) : ''));
    const pdf = files.pdf.map(({ text }) => text).join('');
    expect(entries.filter((entry) => word.filter((text) => text.startsWith(entry)).length !== 1)).toEqual([]);
    expect(entries.filter((entry) => countOf(pdf, entry) !== 1)).toEqual([]);
  });

  describe.each(named)('%s', (_, want) => {
    it('is in the Word file, cell for cell, with repeated header rows', () => {
      const at = files.word.findIndex((block) => block.kind === 'paragraph' && block.text === want.标签);
      expect(files.word.slice(at, at + 3).map((block) => (block.kind === 'paragraph' ? block.text : ''))).toEqual([
        want.标签,
        want.标题,
        `部门名称：${want.部门名称}\t单位：${want.单位}`,
      ]);
      const table = files.word[at + 3] as DocxTable;
      expect(table.kind).toBe('table');
      expect(table.columns).toBe(want.列数);
      const header = table.rows.filter((row) => row.header);
      const numbers = header.filter((row) => row.cells.every((cell) => /^\d+$/.test(cell.text)));
      const headers = header.filter((row) => !numbers.includes(row));
      expect(headers.map((row) => row.cells.map((cell) => cell.text).filter(Boolean))).toEqual(want.表头);
      const body = [...numbers, ...table.rows.filter((row) => !row.header)];
      expect(
        expandRows(
          body.map((row) => row.cells),
          want.列数,
        ),
      ).toEqual(wantedRows(want));
      const notes = wantedNotes(want.编号);
      expect(files.word.slice(at + 4, at + 4 + notes.length).map((block) => (block.kind === 'paragraph' ? block.text : ''))).toEqual(notes);
    });

    it('is in the PDF, each row in order and each cell in its column', () => {
      const from = files.pdf.findIndex(({ text }) => text === want.标签);
      expect(from).toBeGreaterThan(-1);
      const top = files.pdf.findIndex(({ text }, index) => index > from && text === `单位：${want.单位}`);
      const titles = files.pdf.slice(from, top + 1).map(({ text }) => text);
      expect(titles.join('')).toBe(`${want.标签}${want.标题}部门名称：${want.部门名称}单位：${want.单位}`);
      const edges = columnEdges(document, `${tableOf(want.编号).id}-grid`);
      expect(missingRows(wantedRows(want), edges, files.pdf, top + 1)).toEqual([]);
    });
  });
});
