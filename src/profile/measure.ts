import type { Budget } from '../budget/budget.js';
import type { Cube } from '../budget/cubes/index.js';
import { type Figure, sumFigure } from '../budget/figure.js';
import { expandGroup, type Query } from '../budget/query.js';
import { defined } from '../plain/objects.js';
import type { Measure } from './table-schema.js';

/** Conditions of a row and a column joined: both must hold. Undefined where they exclude each other. */
export function joinMeasures(row: Measure, column: Measure): Measure | undefined {
  const joined: Record<string, string | readonly string[] | undefined> = { ...row };
  for (const [key, value] of Object.entries(column)) {
    if (value === undefined) continue;
    const before = joined[key];
    joined[key] = before === undefined ? value : intersect(key, valuesOf(before), valuesOf(value));
    if (valuesOf(joined[key] ?? []).length === 0) return undefined;
  }
  return joined as Measure;
}

/** The figure of a measure: the sum over its fact tables. */
export function measureFigure(budget: Budget, measure: Measure): Figure {
  const { 表: cubes = [], ...conditions } = measure;
  const where = defined(conditions) as Query['where'];
  const totals = valuesOf(cubes).map((cube) => budget.total({ cube: cube as Cube, where }));
  const [only] = totals;
  if (only && totals.length === 1) return only;
  const id = totals.map((total) => total.id).join('+');
  return sumFigure({ id, label: totals.map((total) => total.label).join('＋') }, totals, 'yuan');
}

function valuesOf(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}

function intersect(key: string, a: readonly string[], b: readonly string[]): string[] {
  if (key === '科目' || key === '政府科目') return a.filter((code) => b.some((prefix) => code.startsWith(prefix)));
  const allowed = new Set(b.flatMap(expandGroup));
  return a.flatMap(expandGroup).filter((value) => allowed.has(value));
}
