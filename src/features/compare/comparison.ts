import { changeOf, type Direction } from '../../budget/change.js';
import type { Figure } from '../../budget/figure.js';
import type { Decimal } from '../../money/decimal.js';
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
