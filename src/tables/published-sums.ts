import type { HeaderSpec } from '../profile/table-schema.js';
import type { PublishedColumn, PublishedSum } from './published-table.js';

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
