import { expect, test } from 'vitest';
import { divideTallRows } from '../../src/compose/divide-tall-rows.js';
import { inlineText, type Table } from '../../src/document/document.js';
import { publishedTables } from '../../src/publication/published-tables.js';
import { buildGoodCase, loadedProfile, ORIGINAL_YAML } from '../support/build-case.js';

const { layout } = loadedProfile();
const SETTING = { styles: layout.styles, padding: 3, border: 0.5, page: 640 };
const LONG = Array.from({ length: 850 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join('');

/** A label over two rows, a tall text beside it, an amount at its end; then a low row. */
const table = (height: number): Table => ({
  type: 'table',
  id: 'tall',
  title: '表',
  alternativeText: '表',
  columnWidths: [60, 200, 80],
  headerRows: 0,
  rows: [
    {
      height,
      cells: [
        { style: 'formHeader', column: 0, rowSpan: 2, content: [{ type: 'text', text: '目标' }] },
        { style: 'formText', column: 1, content: [{ type: 'text', text: LONG }] },
        { style: 'formAmount', column: 2, content: [{ type: 'figure', figure: 'f', unit: 'yuan', value: '1', text: '1.00' }] },
      ],
    },
    { height: 20, cells: [{ style: 'formText', column: 1, content: [{ type: 'text', text: '其他' }] }] },
  ],
});

test('a row that no page holds is divided: every character once, in order, no piece higher than a third of a page', () => {
  const { rows } = divideTallRows(table(1000), SETTING);
  expect(rows.length).toBeGreaterThan(5);
  const texts = rows.slice(0, -1).map((row) => inlineText(row.cells.find((cell) => cell.column === 1)?.content ?? []));
  expect(texts.join('')).toBe(LONG);
  expect(rows.map((row) => row.piece)).toEqual(['first', ...rows.slice(2).map(() => 'next'), undefined]);
  expect(Math.max(...rows.map((row) => row.height))).toBeLessThan(SETTING.page / 3);
});

test('an amount of a divided row is printed once, and a cell from above reaches over all pieces', () => {
  const { rows } = divideTallRows(table(1000), SETTING);
  const figures = rows.flatMap((row) => row.cells).flatMap((cell) => cell.content.filter((inline) => inline.type === 'figure'));
  expect(figures.length).toBe(1);
  expect(rows[0]?.cells[0]?.rowSpan).toBe(rows.length);
});

test('a row of ordinary height stays as it is', () => {
  const low = table(200);
  expect(divideTallRows(low, SETTING)).toBe(low);
});

test('goals of 850 and 2,000 characters in a form: no row exceeds a page, and the data hold one row', () => {
  const goal = LONG + LONG.slice(0, 300);
  const { document } = buildGoodCase(ORIGINAL_YAML.replace('实施期目标: 年度内完成相关工作', `实施期目标: ${goal}`));
  const tables = document.sections.flatMap((section) => section.blocks).filter((block) => block.type === 'table');
  expect(Math.max(...tables.flatMap((one) => one.rows.map((row) => row.height)))).toBeLessThan(300);
  const cells = publishedTables(document, () => ({}) as never).flatMap((one) => one.rows.flat().map((cell) => cell.text));
  expect(cells).toContain(goal);
});
