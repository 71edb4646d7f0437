import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Block, Inline, Table, TableCell, TableTitle } from '../document/document.js';
import type { StyleName } from '../document/layout.js';
import type { Profile } from '../profile/profile.js';
import type { PublishedCell, PublishedTable } from '../tables/published-table.js';
import { columnWidths, type GridCell, rowHeights, textArea } from './table-geometry.js';

/** A table's blocks with the height that they take together. */
export interface TableBlocks {
  readonly title: TableTitle;
  readonly rest: readonly Block[];
  readonly height: number;
}

/**
 * Settles a table's geometry: text size, column widths, row heights. `above` is the height of what stands over
 * it on its first page.
 */
export function tableBlocks(table: PublishedTable, profile: Profile, above: number): { blocks?: TableBlocks; diagnostics: Diagnostic[] } {
  const { layout } = profile;
  const area = textArea(layout.page, table.orientation);
  const { styles } = layout;
  const setting = { styles, padding: layout.table.cellPadding, border: layout.table.border, maximumRowHeight: profile.maximumRowHeight };
  const weights = table.columns.map((column) => column.weight);
  const all = [...table.header, ...table.rows];
  for (const small of [false, true]) {
    const grid = all.map((row) => row.cells.map((cell) => gridCell(cell, small)));
    const widths = columnWidths(grid, weights, area.width, setting);
    if (!widths) continue;
    const title = titleBlock(table);
    const notes = table.notes.map((note): Block => ({ type: 'paragraph', style: 'tableNote', content: [{ type: 'text', text: note }] }));
    const around = titleHeight(title, profile) + notes.length * styles.tableNote.linePitch;
    const heights = rowHeights(grid, widths, area.height - around - above, setting);
    const block = tableBlock(table, widths, heights, small);
    return { blocks: { title, rest: [block, ...notes], height: around + heights.reduce((a, b) => a + b, 0) }, diagnostics: [] };
  }
  const message = `“${table.title}”的栏目太多，最小字号也放不下。`;
  return { diagnostics: [{ code: 'table-too-wide', severity: 'error', message, hint: '在方案的报表文件里把“方向”改为横向，或减少栏目。' }] };
}

function titleBlock(table: PublishedTable): TableTitle {
  return {
    type: 'tableTitle',
    id: table.id,
    level: 2,
    label: table.label,
    title: [{ type: 'text', text: table.title }],
    tocText: table.tocText,
    left: table.left,
    right: table.right,
    pageBreakBefore: false,
  };
}

function titleHeight(title: TableTitle, { layout: { styles } }: Profile): number {
  const names: StyleName[] = [...(title.label === undefined ? [] : (['tableLabel'] as const)), 'tableTitle', 'tableInfo'];
  return names.reduce((height, name) => height + styles[name].linePitch + styles[name].spaceBefore + styles[name].spaceAfter, 0);
}

function tableBlock(table: PublishedTable, widths: readonly number[], heights: readonly number[], small: boolean): Table {
  const rows = [...table.header, ...table.rows].map((row, index) => ({
    cells: row.cells.map((cell) => tableCell(cell, small)),
    height: heights[index] ?? 0,
  }));
  const alternativeText = `${table.title}，${table.rows.length}行${table.columns.length}列，${table.right}`;
  return { type: 'table', id: `${table.id}-grid`, alternativeText, columnWidths: widths, headerRows: table.header.length, rows };
}

function tableCell(cell: PublishedCell, small: boolean): TableCell {
  return {
    style: styleOf(cell, small),
    content: contentOf(cell),
    column: cell.column,
    ...(cell.columnSpan > 1 && { columnSpan: cell.columnSpan }),
    ...(cell.rowSpan > 1 && { rowSpan: cell.rowSpan }),
    ...((cell.role === 'header' || cell.role === 'columnNumber') && { scope: 'column' as const }),
  };
}

function contentOf({ text, figure }: PublishedCell): Inline[] {
  if (text === '') return [];
  if (!figure) return [{ type: 'text', text }];
  return [{ type: 'figure', figure: figure.id, unit: figure.unit, value: figure.value.toFixed(), text }];
}

function gridCell(cell: PublishedCell, small: boolean): GridCell {
  const { column, columnSpan, rowSpan, text } = cell;
  return { column, columnSpan, rowSpan, text, style: styleOf(cell, small), unbreakable: cell.role === 'amount' || cell.role === 'code' };
}

function styleOf(cell: PublishedCell, small: boolean): StyleName {
  const name = normalStyle(cell);
  return small ? (`${name}Small` as StyleName) : name;
}

function normalStyle(cell: PublishedCell) {
  switch (cell.role) {
    case 'header':
      return 'tableHeader';
    case 'columnNumber':
      return 'tableTextCentred';
    case 'code':
      return 'tableText';
    case 'amount':
      return cell.strong ? 'tableAmountStrong' : 'tableAmount';
    case 'text':
      if (cell.strong) return 'tableTextStrong';
      return cell.indent >= 2 ? 'tableTextIndent2' : cell.indent === 1 ? 'tableTextIndent1' : 'tableText';
    default:
      return cell.role satisfies never;
  }
}
