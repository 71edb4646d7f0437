import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { type Block, type Inline, inlineText, type Table, type TableCell, type TableTitle } from '../document/document.js';
import type { StyleName } from '../document/layout.js';
import { repeatedOver } from '../document/printed-tables.js';
import { stylesAtSize, textArea } from '../document/sheet.js';
import { Decimal } from '../money/decimal.js';
import { formatAmount } from '../money/format.js';
import { defined, total } from '../plain/objects.js';
import { tableAmounts } from '../profile/amount-format.js';
import type { Profile } from '../profile/profile.js';
import type { PublishedCell, PublishedTable } from '../tables/published-table.js';
import { breakLines } from '../typesetting/break-lines.js';
import { columnWidths } from './column-widths.js';
import { divideTallRows } from './divide-tall-rows.js';
import { rowHeights } from './row-heights.js';
import { type PageRoom, pagesTaken, settlePages } from './settle-pages.js';
import { FOOT_RESERVE, type GridCell, type Setting } from './table-geometry.js';

/** A table's blocks with the height that they take together. */
export interface TableBlocks {
  readonly title: TableTitle;
  readonly rest: readonly Block[];
  readonly height: number;
  /** Height of its title, its header and its first row: less room than this holds nothing of it. */
  readonly least: number;
  /** Of a table that goes over pages: height of what stands on the last. */
  readonly last?: number;
}

/**
 * Settles a table's geometry: text size, column widths, row heights. The smaller size is taken where it alone keeps
 * the table on one page, or fits at all. `above` is the height of what stands over the table on its first page, undefined
 * where that is not known: then its pages are left to the writers.
 */
export function tableBlocks(
  table: PublishedTable,
  profile: Profile,
  above: number | undefined,
): { blocks?: TableBlocks; diagnostics: Diagnostic[] } {
  const { layout } = profile;
  const area = textArea(layout.page, table);
  const { styles } = layout;
  const setting: Setting = {
    styles: stylesAtSize(styles, table.textSize),
    padding: layout.table.cellPadding,
    border: layout.table.border,
    maximumRowHeight: profile.maximumRowHeight,
  };
  const title = titleBlock(table);
  const notes = noteBlocks(table);
  const head = titleHeight(title, profile, area.width);
  const foot = notes.length * styles.tableNote.linePitch + FOOT_RESERVE;
  const room = { first: area.height - head - (above ?? 0), page: area.height, foot };
  const normal = settle(table, false, area.width, room, setting);
  const isFixed = table.textSize !== undefined || normal?.pages === 1;
  const small = isFixed ? undefined : settle(table, true, area.width, room, setting);
  const chosen = normal && (!small || !saves(small, normal, area.height)) ? normal : small;
  if (!chosen) return { diagnostics: [tooWide(table, profile)] };
  const divided = divideTallRows(tableBlock(table, chosen), { ...setting, page: area.height });
  const settled = above === undefined ? divided : settlePages(divided, room);
  const first = total(settled.rows.slice(0, settled.headerRows + 1).map(({ height }) => height));
  const last = heightOnLastPage(settled);
  const height = head + chosen.height + foot;
  return {
    blocks: { title, rest: [settled, ...notes], height, least: head + first, ...(last !== undefined && { last: last + foot }) },
    diagnostics: [],
  };
}

const noteBlocks = ({ notes }: PublishedTable): readonly Block[] =>
  notes.map((note): Block => ({ type: 'paragraph', style: 'tableNote', content: [{ type: 'text', text: note }] }));

/** Of a table that is filled in as a form: the title over it and the notes under it. */
export function formTableBlocks(
  table: PublishedTable,
  profile: Profile,
): Pick<TableBlocks, 'title' | 'height'> & { notes: readonly Block[] } {
  const title = titleBlock(table);
  return { title, notes: noteBlocks(table), height: titleHeight(title, profile, textArea(profile.layout.page, table).width) };
}

/** Undefined of a table that stands on one page. */
function heightOnLastPage(table: Table): number | undefined {
  const start = table.rows.findLastIndex((row) => row.beginsPage === true);
  if (start < 0) return undefined;
  const heights = [...repeatedOver(table, start).map((index) => table.rows[index]), ...table.rows.slice(start)];
  return total(heights.map((row) => row?.height ?? 0));
}

/** A table at one of the two text sizes. */
interface Settled {
  readonly small: boolean;
  readonly widths: readonly number[];
  readonly heights: readonly number[];
  readonly height: number;
  readonly pages: number;
  /** Height of what stands on the last page. */
  readonly last: number;
}

/** A last page filled less than this is worth the smaller size. */
const SPILL = 1 / 4;

/** The smaller size is worth it where it alone keeps the table on one page, or saves a page that only a few rows spill over to. */
const saves = (small: Settled, normal: Settled, page: number): boolean =>
  small.pages < normal.pages && (small.pages === 1 || normal.last < SPILL * page);

function settle(table: PublishedTable, small: boolean, width: number, room: PageRoom, setting: Setting): Settled | undefined {
  const grid = [...table.header, ...table.rows].map((row) => row.cells.map((cell) => gridCell(cell, small)));
  const widths = columnWidths(
    grid,
    table.columns.map((column) => column.weight),
    width,
    setting,
  );
  if (!widths) return undefined;
  const heights = rowHeights(grid, widths, table.header.length, room, setting);
  return { small, widths, heights, height: total(heights), ...pagesTaken(heights, table.header.length, room) };
}

function tooWide(table: PublishedTable, { spec, display }: Profile): Diagnostic {
  const message = `“${table.title}”有 ${table.columns.length} 栏，${table.orientation === 'landscape' ? '横页' : '纵页'}上${table.textSize === undefined ? '最小字号也' : `用 ${table.textSize} 磅的字`}放不下。`;
  const hint =
    table.orientation === 'landscape'
      ? '在这个报表文件里写“纸张: A3”或小一些的“字号”，或减少栏目、分成两张表、减少“表内金额”的小数位数。'
      : '在这个报表文件里写“方向: 横向”，或减少栏目。';
  const path = spec.报表[table.number - 1];
  return { code: 'table-too-wide', severity: 'error', message, ...(path && { at: { file: display(path), line: 1, column: 1 } }), hint };
}

/** Amounts of a rich department: nine digits before the point, in every column. */
const RICH = new Decimal('999999999.99');

/** What would be too wide for a department rich in everything: each table with one row of long amounts. */
export function tooWideTables(tables: readonly PublishedTable[], profile: Profile): Diagnostic[] {
  return tables.flatMap((table) => {
    const format = tableAmounts(profile.spec, profile.tables[table.number - 1]);
    const amount = formatAmount(RICH, format);
    const cells = table.columns.map(({ spec }, column): PublishedCell => {
      const plain = { column, columnSpan: 1, rowSpan: 1, strong: true, indent: 0 };
      return spec.内容 === '金额' ? { ...plain, role: 'amount', text: amount } : { ...plain, role: 'text', text: '' };
    });
    return tableBlocks({ ...table, rows: [{ cells }], sums: [], notes: [] }, profile, 0).diagnostics;
  });
}

function titleBlock(table: PublishedTable): TableTitle {
  return {
    type: 'tableTitle',
    id: table.id,
    level: 2,
    ...(table.label !== '' && { label: table.label }),
    title: [{ type: 'text', text: table.title }],
    tocText: table.tocText,
    left: table.left,
    right: table.right,
    ...defined({ middle: table.middle }),
    pageBreakBefore: false,
  };
}

function titleHeight(title: TableTitle, { layout: { styles } }: Profile, width: number): number {
  const { size, characterSpacing } = styles.tableTitle;
  const lines = breakLines(inlineText(title.title), { width, size, characterSpacing, firstLineIndent: 0 }).length;
  const height = (name: StyleName, count: number) => count * styles[name].linePitch + styles[name].spaceBefore + styles[name].spaceAfter;
  return (title.label === undefined ? 0 : height('tableLabel', 1)) + height('tableTitle', lines) + height('tableInfo', 1);
}

function tableBlock(table: PublishedTable, { widths, heights, small }: Settled): Table {
  const rows = [...table.header, ...table.rows].map((row, index) => ({
    cells: row.cells.map((cell) => tableCell(cell, small)),
    height: heights[index] ?? 0,
  }));
  const alternativeText = `${table.title}，${table.rows.length}行${table.columns.length}列，${table.right}`;
  const { title, textSize } = table;
  return {
    type: 'table',
    id: `${table.id}-grid`,
    title,
    alternativeText,
    columnWidths: widths,
    headerRows: table.header.length,
    ...defined({ textSize }),
    rows,
  };
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
  const { column, columnSpan, rowSpan, text, role } = cell;
  const unbreakable = role === 'amount' || role === 'code' || role === 'codePart';
  return { column, columnSpan, rowSpan, text, style: styleOf(cell, small), unbreakable, header: role === 'header' };
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
    case 'codePart':
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
