import { describe, expect, test } from 'vitest';
import { pagesTaken, settlePages } from '../../src/compose/settle-pages.js';
import type { Table, TableRow } from '../../src/document/document.js';
import { repeatedOver } from '../../src/document/printed-tables.js';

const row = (height: number, more: Partial<TableRow> = {}): TableRow => ({ height, cells: [], ...more });
const table = (rows: readonly TableRow[], headerRows = 1): Table => ({
  type: 'table',
  id: 't',
  title: '表',
  alternativeText: '表',
  columnWidths: [100],
  headerRows,
  rows,
});
const ROOM = { first: 100, page: 100, foot: 0 };
const starts = (rows: readonly TableRow[]): number[] => rows.flatMap((one, index) => (one.beginsPage ? [index] : []));

/** Where a program that fills pages row by row would part them: what both files do. */
function parted({ rows, headerRows }: Table, { first, page } = ROOM): number[] {
  const height = (indexes: readonly number[]) => indexes.reduce((sum, index) => sum + (rows[index]?.height ?? 0), 0);
  const found: number[] = [];
  let left = first - height(Array.from({ length: headerRows }, (_, index) => index));
  rows.slice(headerRows).forEach(({ height: own }, index) => {
    const at = index + headerRows;
    if (own > left) {
      found.push(at);
      left = page - height(repeatedOver({ rows, headerRows }, at));
    }
    left -= own;
  });
  return found;
}

describe('a table parts where both files part it', () => {
  test('a row that fits by less than a point goes on to the next page', () => {
    const settled = settlePages(table([row(10), row(45), row(44.5), row(20), row(20)]), ROOM);
    expect(starts(settled.rows)).toEqual([2]);
    expect(parted(settled)).toEqual([2]);
  });

  test('a row alone on the last page gets company', () => {
    const settled = settlePages(table([row(10), row(30), row(30), row(20), row(20)]), ROOM);
    expect(starts(settled.rows)).toEqual([3]);
    expect(parted(settled)).toEqual([3]);
  });

  test('heads do not end a page, and stand over the next', () => {
    const rows = [row(10), row(70), row(15), row(30, { under: 2 }), row(30, { under: 2 }), row(30, { under: 2 }), row(30, { under: 2 })];
    const settled = settlePages(table(rows), ROOM);
    expect(starts(settled.rows)[0]).toBe(2);
    expect(parted(settled)).toEqual(starts(settled.rows));
    expect(repeatedOver(settled, 5)).toEqual([2]);
  });

  test('what needs one page, or has notes that need room, is left as it is or moved with them', () => {
    const short = table([row(10), row(30), row(30)]);
    expect(settlePages(short, ROOM)).toBe(short);
    expect(starts(settlePages(table([row(10), row(30), row(30), row(20)]), { ...ROOM, foot: 20 }).rows)).toEqual([2]);
  });

  test('2,000 rows: every page begins where it is said', () => {
    const settled = settlePages(table([row(27), ...Array.from({ length: 2000 }, (_, index) => row(13.5 + (index % 3) * 13.5))]), {
      first: 560,
      page: 637.8,
      foot: 24,
    });
    expect(parted(settled, { first: 560, page: 637.8, foot: 24 })).toEqual(starts(settled.rows));
  });
});

test('pages are counted with the head over each', () => {
  expect(pagesTaken([10, 45, 45, 45], 1, ROOM)).toEqual({ pages: 3, last: 55 });
});
