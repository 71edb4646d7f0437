import { expect, test } from 'vitest';
import { inlineText, type Table, type TableCell, type TableRow } from '../../../src/document/document.js';
import { gridOf, tableParts } from '../../../src/writers/docx/table.js';

const cell = (column: number, text: string, more: Partial<TableCell> = {}): TableCell => ({
  style: 'formText',
  column,
  content: text === '' ? [] : [{ type: 'text', text }],
  ...more,
});
const row = (cells: readonly TableCell[], more: Partial<TableRow> = {}): TableRow => ({ height: 20, cells, ...more });

/** A label comes down from the heads over the rows under them, as 绩效指标 does. */
const FORM: Table = {
  type: 'table',
  id: 'form-1',
  title: '表',
  alternativeText: '表',
  columnWidths: [50, 100, 100],
  headerRows: 1,
  rows: [
    row([cell(0, '项目名称'), cell(1, '道路', { columnSpan: 2 })]),
    row([cell(0, '绩效指标', { rowSpan: 3 }), cell(1, '指标'), cell(2, '值')]),
    row([cell(1, '长度'), cell(2, '3公里')], { under: 1 }),
    row([cell(1, '质量'), cell(2, '合格')], { under: 1 }),
    row([cell(0, '负责人'), cell(1, '甲', { columnSpan: 2 })]),
  ],
};

const texts = (table: Table): string => table.rows.map(({ cells }) => cells.map(({ content }) => inlineText(content)).join('|')).join('／');

test('Word has a table for each run of rows under one head, the head first and repeated', () => {
  const parts = tableParts(FORM);
  expect(parts.map(({ headerRows }) => headerRows)).toEqual([1, 1, 0]);
  expect(parts.map(texts)).toEqual(['项目名称|道路', '绩效指标|指标|值／|长度|3公里／质量|合格', '负责人|甲']);
});

test('a label cut by the head goes on without a rule, and every row fills the grid', () => {
  const [, indicators] = tableParts(FORM);
  if (!indicators) throw new Error('no indicators');
  expect(indicators.rows[0]?.cells[0]).toMatchObject({ rowSpan: 1, bottom: 'open' });
  expect(indicators.rows[1]?.cells[0]).toMatchObject({ rowSpan: 2, top: 'open', content: [] });
  for (const slots of gridOf(indicators)) expect(slots.reduce((sum, { span }) => sum + span, 0)).toBe(3);
});

test('a table without heads of its own is one table', () => {
  const plain = { ...FORM, rows: FORM.rows.map(({ under: _, ...one }) => one) };
  expect(tableParts(plain)).toEqual([plain]);
});
