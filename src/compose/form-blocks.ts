import type { Block, Inline, Table } from '../document/document.js';
import type { StyleName } from '../document/layout.js';
import type { Profile } from '../profile/profile.js';
import type { FilledForm, FormCell } from '../tables/performance-form.js';
import { weightedWidths } from './column-widths.js';
import { divideTallRows } from './divide-tall-rows.js';
import { rowHeights } from './row-heights.js';
import { FOOT_RESERVE, type GridCell, textArea } from './table-geometry.js';

const STYLES: Readonly<Record<FormCell['style'], StyleName>> = {
  标签: 'formHeader',
  文字: 'formText',
  居中: 'formTextCentred',
  金额: 'formAmount',
};

/** A performance form: its title and its grid; where it needs more pages, its first row is repeated. */
export function formBlocks(form: FilledForm, profile: Profile): Block[] {
  const { layout } = profile;
  const area = textArea(layout.page, 'portrait');
  const setting = {
    styles: layout.styles,
    padding: layout.table.cellPadding,
    border: layout.table.border,
    maximumRowHeight: profile.maximumRowHeight,
  };
  const grid = form.rows.map((row) => row.map(gridCell));
  const widths = weightedWidths(grid, form.weights, area.width, setting);
  if (!widths) throw new Error('the columns of the performance form are wider than the page');
  const { linePitch, spaceAfter } = layout.styles.formTitle;
  const above = form.title === '' ? 0 : linePitch + spaceAfter;
  const heights = rowHeights(grid, widths, area.height - above - FOOT_RESERVE, setting);
  const title: Block = { type: 'paragraph', style: 'formTitle', content: [{ type: 'text', text: form.title }], keepWithNext: true };
  const divided = divideTallRows(table(form, widths, heights), { ...setting, page: area.height });
  return [...(form.title === '' ? [] : [title]), divided];
}

function table(form: FilledForm, columnWidths: readonly number[], heights: readonly number[]): Table {
  const rows = form.rows.map((cells, index) => ({
    height: heights[index] ?? 0,
    cells: cells.map((cell) => ({
      style: STYLES[cell.style],
      content: inlines(cell),
      column: cell.column,
      ...(cell.columnSpan > 1 && { columnSpan: cell.columnSpan }),
      ...(cell.rowSpan > 1 && { rowSpan: cell.rowSpan }),
      ...(cell.style === '标签' && { scope: 'row' as const }),
    })),
  }));
  const title = `${form.project}的绩效目标表`;
  const alternativeText = `${title}，${rows.length}行${columnWidths.length}列。`;
  return { type: 'table', id: form.id, title, alternativeText, columnWidths, headerRows: 1, rows };
}

function inlines(cell: FormCell): Inline[] {
  return cell.content.map(({ text, figure }) =>
    figure ? { type: 'figure', figure: figure.id, unit: figure.unit, value: figure.value.toFixed(), text } : { type: 'text', text },
  );
}

function gridCell(cell: FormCell): GridCell {
  const { column, columnSpan, rowSpan } = cell;
  const text = cell.content.map((part) => part.text).join('');
  return {
    column,
    columnSpan,
    rowSpan,
    text,
    style: STYLES[cell.style],
    unbreakable: cell.content.some((part) => part.figure),
    header: cell.style === '标签',
  };
}
