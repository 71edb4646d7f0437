import type { Budget } from '../budget.js';
import { codeTree } from '../code-tree.js';
import { type Figure, shareFigure } from '../figure.js';
import type { Query } from '../query.js';

/** One 类 of the functional classification with its money and its share of the whole. */
export interface CategoryFigure {
  readonly code: string;
  readonly name: string;
  readonly amount: Figure;
  readonly share: Figure;
}

/** The 类 that have money in the query, in code order, with shares of the query's total. */
export function byCategory(budget: Budget, query: Query, label: string): CategoryFigure[] {
  const whole = budget.total(query);
  const codes = budget.facts('支出').flatMap((fact) => fact.dimensions.科目 ?? []);
  return codeTree(codes, 1).flatMap(({ code }) => {
    const amount = budget.total({ ...query, where: { ...query.where, 科目: code } });
    if (amount.value.isZero()) return [];
    const name = budget.names.functional(code);
    const share = shareFigure({ id: `${label}${code}占比`, label: `${name}占${label}的比重` }, amount, whole);
    return [{ code, name, amount, share }];
  });
}
