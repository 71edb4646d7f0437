import type { Table, TableRow } from '../document/document.js';
import { repeatedOver } from '../document/printed-tables.js';
import { total } from '../plain/objects.js';

/** Points of height for the rows of a table: on its first page, and on each that follows. */
export interface PageRoom {
  readonly first: number;
  readonly page: number;
  /** What must stand on the page of the last row: notes. */
  readonly foot: number;
}

/** A row that fits by less than this stands on the next page: programs round, and would part here now and there then. */
export const HAIR = 1;

/**
 * Where a table goes from page to page is settled here, as both files part it at the same row: a row that would fit by a
 * hair, a heading that would end a page, a row that would be alone on the last page go on to the next, because the row
 * before them is made as high as the rest of its page.
 */
export function settlePages(table: Table, room: PageRoom): Table {
  const heights = table.rows.map((row) => row.height);
  const starts = new Set<number>();
  const header = total(heights, 0, table.headerRows);
  let left = room.first - header;
  for (let row = table.headerRows, begun = row; row < heights.length; row++) {
    const height = heights[row] ?? 0;
    if (height + (row === heights.length - 1 ? room.foot : 0) <= left - HAIR) {
      left -= height;
      continue;
    }
    const first = firstOfNext(table.rows, row, begun);
    if (first > begun) {
      const spare = left + total(heights, first, row) - (heights[first] ?? 0);
      if (spare > -HAIR) heights[first - 1] = inTwips((heights[first - 1] ?? 0) + spare + HAIR);
    }
    starts.add(first);
    left = room.page - total(repeatedOver(table, first).map((index) => heights[index] ?? 0));
    if (first > begun) row = first - 1;
    else left -= height;
    begun = Math.max(first, begun);
  }
  const settled = (row: TableRow, index: number): TableRow => ({
    ...row,
    height: heights[index] ?? row.height,
    ...(starts.has(index) && { beginsPage: true }),
  });
  return starts.size === 0 ? table : { ...table, rows: table.rows.map(settled) };
}

/** The row that the next page begins with, where `row` is the first that does not fit on the page begun with `begun`. */
function firstOfNext(rows: readonly TableRow[], row: number, begun: number): number {
  const company = row === rows.length - 1 && row - 1 > begun ? row - 1 : row;
  const isHead = (index: number): boolean => rows[index + 1]?.under === index;
  return company - 1 > begun && isHead(company - 1) ? company - 1 : company;
}

const inTwips = (points: number): number => Math.ceil(points * 20) / 20;

/** How many pages rows of these heights take, and how high they stand on the last. Rows too high for a page are divided. */
export function pagesTaken(heights: readonly number[], headerRows: number, room: PageRoom): { pages: number; last: number } {
  const header = total(heights, 0, headerRows);
  let [pages, used, space] = [1, 0, room.first - header];
  for (const height of heights.slice(headerRows)) {
    if (used > 0 && used + height > space - room.foot - HAIR) [pages, used, space] = [pages + 1, 0, room.page - header];
    used += height;
  }
  return { pages, last: header + used };
}
