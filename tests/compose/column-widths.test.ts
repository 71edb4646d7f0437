import { expect, test } from 'vitest';
import { columnWidths, weightedWidths } from '../../src/compose/column-widths.js';
import type { GridCell } from '../../src/compose/table-geometry.js';
import { textWidth } from '../../src/typesetting/text-width.js';
import { loadedProfile } from '../support/build-case.js';

const { styles } = loadedProfile().layout;
const SETTING = { styles, padding: 4, border: 0.5, maximumRowHeight: 20 };
const PADDING = 2 * SETTING.padding;
const SIZE = styles.tableHeader.size;

const cell = (column: number, text: string, more: Partial<GridCell> = {}): GridCell => ({
  column,
  columnSpan: 1,
  rowSpan: 1,
  style: 'tableText',
  text,
  unbreakable: false,
  header: false,
  ...more,
});
const header = (column: number, text: string) => cell(column, text, { header: true, style: 'tableHeader' });
const amount = (column: number, text: string) => cell(column, text, { unbreakable: true, style: 'tableAmount' });

/** DejaVu Serif's digits are 0.636 em wide, its comma and full stop 0.318. */
const inDejaVu = (text: string): number => [...text].reduce((sum, one) => sum + (/\d/.test(one) ? 0.636 : 0.318), 0) * SIZE;

test.each(['821.31', '1,262.80', '278,076,101.00'])('an amount column holds «%s» in a face as wide as DejaVu Serif', (text) => {
  const widths = columnWidths(
    [
      [header(0, '项目'), header(1, '合计')],
      [cell(0, '行政运行'), amount(1, text)],
    ],
    [3, 1],
    300,
    SETTING,
  );
  expect((widths?.[1] ?? 0) - PADDING).toBeGreaterThanOrEqual(inDejaVu(text));
});

test('fifteen amount columns of which one is filled: no header runs down the page', () => {
  const names = Array.from({ length: 15 }, (_, index) => ['一般公共预算', '财政专户管理资金', '事业单位经营收入'][index % 3] ?? '');
  const rows = [
    [header(0, '项目'), ...names.map((name, index) => header(index + 1, name))],
    [cell(0, '文化旅游体育与传媒支出'), amount(1, '278,076,101.00')],
  ];
  const widths = columnWidths(rows, [3, ...names.map(() => 1)], 672, SETTING) ?? [];
  names.forEach((name, index) => {
    expect(Math.ceil(textWidth(name, SIZE) / ((widths[index + 1] ?? 0) - PADDING))).toBeLessThanOrEqual(4);
  });
});

test.each(['满意度指标', '可持续影响', '产出指标'])('a narrow column of a form tears no word of «%s»', (label) => {
  const style = 'formTextCentred' as const;
  const widths = weightedWidths([[cell(0, label, { style }), cell(1, '三级指标', { style })]], [8, 89], 440, SETTING);
  const word = /^(?:满意度|可持续|产出)/.exec(label)?.[0] ?? '';
  expect((widths?.[0] ?? 0) - PADDING).toBeGreaterThanOrEqual([...word].length * styles[style].size);
});
