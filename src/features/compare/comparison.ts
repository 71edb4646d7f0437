import { changeOf, type Direction, type Figure } from '../../budget/figure.js';
import type { Decimal } from '../../money/decimal.js';
import { formatAmount, formatNumber, formatPercent } from '../../money/format.js';
import { defined } from '../../plain/objects.js';

/** One figure in two years. */
export interface ComparisonRow {
  /** Code of a classification, where the row is one. */
  readonly code?: string;
  readonly name: string;
  readonly current: Decimal;
  readonly previous: Decimal;
  /** Current − previous. */
  readonly difference: Decimal;
  /** Difference ÷ previous; absent where the previous year is not positive. */
  readonly rate?: Decimal;
  readonly direction: Direction;
  /** What is counted, where it is no money: 辆, 平方米. */
  readonly measure?: string;
  /** Why, in the words of the current year's definition. */
  readonly reason?: string;
  /** A change that has to be explained, and is not. */
  readonly lacksReason: boolean;
}

/** Figures of one kind; rows that are zero in both years are left out. */
export interface ComparisonTable {
  readonly title: string;
  readonly rows: readonly ComparisonRow[];
}

/** What is stated otherwise than in the year before; of a list what the other year has not. */
export interface StatementChange {
  /** Its place in the file, 部门/单位性质. */
  readonly name: string;
  readonly current: string;
  readonly previous: string;
}

/** A department's budget in two years. */
export interface BudgetComparison {
  readonly code: string;
  readonly name: string;
  readonly currentYear: string;
  readonly previousYear: string;
  readonly tables: readonly ComparisonTable[];
  readonly statements: readonly StatementChange[];
}

/** The rows that are new, gone, changed or without a reason, with the title of their table. */
export function rowsWhere(
  comparison: BudgetComparison,
  test: (row: ComparisonRow) => boolean,
): { readonly title: string; readonly row: ComparisonRow }[] {
  return comparison.tables.flatMap(({ title, rows }) => rows.filter(test).map((row) => ({ title, row })));
}

export const isChanged = ({ direction }: ComparisonRow): boolean => direction !== 'none' && direction !== 'equal';

/** What a row compares: the same figure of two budgets. */
export interface FigurePair {
  readonly code?: string;
  readonly name: string;
  readonly current: Figure;
  readonly previous: Figure;
  readonly reason?: string | undefined;
  readonly measure?: string;
  /** A change of it has to be explained in the disclosure. */
  readonly needsReason?: boolean;
}

export function comparisonTable(title: string, pairs: readonly FigurePair[]): ComparisonTable {
  return { title, rows: pairs.map(comparisonRow).filter(({ direction }) => direction !== 'none') };
}

function comparisonRow({ code, name, current, previous, reason, measure, needsReason = false }: FigurePair): ComparisonRow {
  const { direction, rate } = changeOf(name, current, previous, reason);
  const difference = current.value.minus(previous.value);
  const changed = direction !== 'none' && direction !== 'equal';
  return {
    ...defined({ code }),
    name,
    current: current.value,
    previous: previous.value,
    difference,
    ...(rate && { rate: difference.isNegative() ? rate.value.negated() : rate.value }),
    direction,
    ...(measure !== undefined && { measure }),
    ...(reason !== undefined && changed && { reason }),
    lacksReason: changed && needsReason && reason === undefined,
  };
}

/** An amount in 元, exact to the 分. */
export function yuan(value: Decimal): string {
  return formatAmount(value, { unit: '元', decimals: 2, separators: true });
}

/** A value of a row: an amount in 元, or a number with what it counts. */
export function valueOf({ measure }: ComparisonRow, value: Decimal): string {
  return measure === undefined ? yuan(value) : `${formatNumber(value, value.decimalPlaces(), true)}${measure}`;
}

/** 增加、减少 … in one word. */
export function directionWord({ direction }: ComparisonRow): string {
  switch (direction) {
    case 'none':
      return '无';
    case 'equal':
      return '持平';
    case 'new':
      return '新增';
    case 'dropped':
      return '取消';
    case 'rise':
      return '增加';
    case 'fall':
      return '减少';
    default:
      return direction satisfies never;
  }
}

const percent = (rate: Decimal): string => formatPercent(rate.abs(), { decimals: 2, separators: true });

/** «减少 3.00 元，下降 4.97%» */
export function changeSentence(row: ComparisonRow): string {
  if (row.direction === 'equal' || row.direction === 'none') return '与上年持平';
  const rate = row.rate === undefined ? '' : `，${row.difference.isNegative() ? '下降' : '增长'} ${percent(row.rate)}`;
  return `${row.difference.isNegative() ? '减少' : '增加'} ${valueOf(row, row.difference.abs())}${row.measure === undefined ? ' 元' : ''}${rate}`;
}

/** The rate with its sign; nothing where there is none. */
export function signedRate({ rate }: ComparisonRow): string {
  if (rate === undefined) return '';
  return `${rate.isNegative() ? '-' : '+'}${percent(rate)}`;
}

export function signedAmount(row: ComparisonRow): string {
  const { difference } = row;
  if (difference.isZero()) return valueOf(row, difference);
  return `${difference.isNegative() ? '-' : '+'}${valueOf(row, difference.abs())}`;
}
