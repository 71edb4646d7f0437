import { changeOf } from '../../budget/change.js';
import type { Figure } from '../../budget/figure.js';
import { defined } from '../../plain/objects.js';
import type { ComparisonRow, ComparisonTable } from './comparison.js';

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
