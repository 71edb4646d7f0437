import type { Budget } from '../budget/budget.js';
import { Decimal, sum, ZERO } from '../money/decimal.js';
import type { CellPlace, PublishedCell, PublishedRow, PublishedSum } from './published-table.js';

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

/** Every 尾差 of a table, on its figures as printed. */
export function tails({ rows, sums }: Body): Tail[] {
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
