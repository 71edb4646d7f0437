import type { Budget } from '../budget/budget.js';
import { Decimal, sum, ZERO } from '../money/decimal.js';
import { oncePer } from '../plain/objects.js';
import type { HeaderSpec } from '../profile/table-schema.js';
import type { CellPlace, PublishedCell, PublishedColumn, PublishedRow, PublishedSum } from './published-table.js';

interface Body {
  readonly rows: readonly PublishedRow[];
  readonly sums: readonly PublishedSum[];
}

/** A sum whose printed parts do not add up to the printed total; both in the printed unit. */
export interface Tail {
  readonly sum: PublishedSum;
  readonly printedTotal: Decimal;
  readonly printedParts: Decimal;
}

/** Every 尾差 of a table, on its figures as printed. The table's note and several checks ask for them. */
export const tails = ({ rows, sums }: Body): readonly Tail[] => tailsAmong(rows)(sums);

const tailsAmong = oncePer((rows: Body['rows']) => oncePer((sums: Body['sums']) => findTails(rows, sums)));

function findTails(rows: Body['rows'], sums: Body['sums']): Tail[] {
  const printed = (place: CellPlace) => printedValue(cellAt(rows, place));
  return sums.flatMap((one) => {
    const printedTotal = printed(one.total);
    const printedParts = sum(one.parts.map(printed));
    return printedTotal.eq(printedParts) ? [] : [{ sum: one, printedTotal, printedParts }];
  });
}

/** A tail of rounding, or one that the office states and that the two totals of a table beside each other show. */
export function hasTail(body: Body, { definition }: Budget): boolean {
  const stated = definition.department.已确认的提醒?.some((one) => one.尾差 !== undefined) === true;
  return tails(body).length > 0 || (stated && totalsDiffer(body));
}

/** 收入总计 beside 支出总计: two names in the last row, each with its amount behind it. */
function totalsDiffer({ rows }: Body): boolean {
  const cells = rows.at(-1)?.cells ?? [];
  const totals = cells.filter((cell, index) => cell.figure && cells[index - 1]?.role === 'text');
  const [left, right] = totals.map(printedValue);
  return totals.length === 2 && left !== undefined && right !== undefined && !left.eq(right);
}

/** The cell that starts at a place of the body; undefined where a span covers it. */
export function cellAt(rows: readonly PublishedRow[], { row, column }: CellPlace): PublishedCell | undefined {
  const cells = rows[row]?.cells;
  // Where nothing spans columns, a cell's index is its column.
  const likely = cells?.[column];
  return likely?.column === column ? likely : cells?.find((cell) => cell.column === column);
}

function printedValue(cell: PublishedCell | undefined): Decimal {
  // A form may print zero as a blank, a dash or words.
  if (!cell?.figure || cell.figure.value.isZero()) return ZERO;
  return new Decimal(cell.text.replaceAll(',', ''));
}

/** A row in its place, with what it sums: the rows above or below, or the deeper rows that follow it. */
export interface PlacedRow {
  readonly row: number;
  readonly indent: number;
  readonly sums?: '上' | '下';
  /** Columns that the row leaves blank: unit prices, and quantities of different things, do not add up. */
  readonly blank?: readonly number[];
}

interface SideColumns {
  readonly headers: readonly HeaderSpec[];
  readonly columns: readonly PublishedColumn[];
  readonly start: number;
}

/** Rates and shares do not add up. */
const isSummed = ({ 内容, 算 }: HeaderSpec): boolean => 内容 === '金额' && (算 === undefined || 算 === '增减额');

/** Sums down a column: total rows over their groups, and parents over children. */
export function rowSums(rows: readonly PlacedRow[], side: SideColumns): PublishedSum[] {
  const amounts = side.columns.flatMap(({ spec }, index) => (isSummed(spec) ? [side.start + index] : []));
  return rows.flatMap((total, index) => {
    const parts = partsOf(total, index, rows);
    if (parts.length === 0) return [];
    return amounts
      .filter((column) => !total.blank?.includes(column))
      .map((column) => ({ total: { row: total.row, column }, parts: parts.map(({ row }) => ({ row, column })) }));
  });
}

function partsOf(total: PlacedRow, index: number, rows: readonly PlacedRow[]): PlacedRow[] {
  if (total.sums === '上') return groupAbove(rows.slice(0, index));
  if (total.sums === '下') return takeUntil(rows.slice(index + 1), (row) => row.sums !== undefined).filter((row) => row.indent === 0);
  const below = takeUntil(rows.slice(index + 1), (row) => row.indent <= total.indent || row.sums !== undefined);
  return below.filter((row) => row.indent === total.indent + 1);
}

/** The rows back to the total before, and that total too: 总计 = 本年合计 + 上年结转. */
function groupAbove(above: readonly PlacedRow[]): PlacedRow[] {
  const rows = [...above].reverse();
  const group = takeUntil(rows, (row) => row.sums !== undefined);
  return rows.slice(0, group.length + 1).filter((row) => row.indent === 0);
}

function takeUntil<T>(items: readonly T[], stop: (item: T) => boolean): T[] {
  const end = items.findIndex(stop);
  return items.slice(0, end === -1 ? items.length : end);
}

/** Sums along a row: a column marked 汇总同级 over its sibling columns and their leaves. */
export function columnSums(rows: readonly PlacedRow[], side: SideColumns): PublishedSum[] {
  const relations = siblingSums(side.headers, side.start).relations;
  return rows.flatMap(({ row }) =>
    relations.map(({ total, parts }) => ({ total: { row, column: total }, parts: parts.map((column) => ({ row, column })) })),
  );
}

interface ColumnRelation {
  readonly total: number;
  readonly parts: readonly number[];
}

interface Siblings {
  readonly relations: readonly ColumnRelation[];
  readonly width: number;
  /** The columns that a sum over these headers adds up: their own total, else all of them. */
  readonly standsFor: readonly number[];
}

function siblingSums(headers: readonly HeaderSpec[], start: number): Siblings {
  const relations: ColumnRelation[] = [];
  const parts: number[] = [];
  let total: number | undefined;
  let column = start;
  for (const spec of headers) {
    const below: Siblings = spec.下级
      ? siblingSums(spec.下级, column)
      : { relations: [], width: 1, standsFor: isSummed(spec) ? [column] : [] };
    relations.push(...below.relations);
    if (spec.汇总同级 === true) total = column;
    else parts.push(...below.standsFor);
    column += below.width;
  }
  if (total !== undefined) relations.push({ total, parts });
  return { relations, width: column - start, standsFor: total === undefined ? parts : [total] };
}
