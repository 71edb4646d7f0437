import { expect, test } from 'vitest';
import { rowHeights } from '../../src/compose/row-heights.js';
import { pagesTaken } from '../../src/compose/settle-pages.js';
import type { GridCell } from '../../src/compose/table-geometry.js';
import { loadedProfile } from '../support/build-case.js';

const { styles } = loadedProfile().layout;
const SETTING = { styles, padding: 3, border: 0.5, maximumRowHeight: 22 };
const ROOM = { first: 400, page: 400, foot: 0 };

const cell = (text: string): GridCell => ({
  column: 0,
  columnSpan: 1,
  rowSpan: 1,
  style: 'tableText',
  text,
  unbreakable: false,
  header: false,
});
const heightsOf = (rows: number) =>
  rowHeights(
    Array.from({ length: rows }, () => [cell('行政运行')]),
    [200],
    1,
    ROOM,
    SETTING,
  );
const pagesOf = (heights: readonly number[]) => pagesTaken(heights, 1, ROOM).pages;
/** A line of text and what is readable over and under it. */
const READABLE = styles.tableText.linePitch + 2;
/** Rows of the roomiest height that a page holds. */
const FULL = Math.floor((ROOM.page - 1) / SETTING.maximumRowHeight);

test('G10: three rows that would spill onto a page of their own are saved by tighter ones, still readable', () => {
  const roomy = Array.from({ length: FULL + 3 }, () => SETTING.maximumRowHeight);
  expect(pagesOf(roomy)).toBe(2);
  const heights = heightsOf(FULL + 3);
  expect(pagesOf(heights)).toBe(1);
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(READABLE);
});

test('G10: the third page of a longer table is saved, too', () => {
  const heights = heightsOf(2 * FULL + 2);
  expect(pagesOf(heights.map(() => SETTING.maximumRowHeight))).toBe(3);
  expect(pagesOf(heights)).toBe(2);
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(READABLE);
});

test('what needs the page whatever its height, or fits as it is, stays roomy', () => {
  for (const rows of [FULL - 2, Math.ceil((1.5 * ROOM.page) / READABLE)])
    expect(Math.min(...heightsOf(rows)), `${rows}`).toBeGreaterThan(READABLE + 1);
});
