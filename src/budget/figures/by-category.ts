import type { Budget } from '../budget.js';
import { codeTree } from '../code-tree.js';
import { type Figure, shareFigure } from '../figure.js';
import type { Query } from '../query.js';

/**
 * One 类 of the functional classification with its money and its share of the whole. Where one of them is reduced below
 * zero (冲减) none has a share: those of the others would come to more than the whole.
 */
export interface CategoryFigure {
  readonly code: string;
  readonly name: string;
  readonly amount: Figure;
  readonly share?: Figure;
}

/** The 类 that have money in the query, in code order, with shares of the query's total. */
export function byCategory(budget: Budget, query: Query, label: string): CategoryFigure[] {
  const whole = budget.total(query);
  const codes = budget.facts('支出').flatMap((fact) => fact.dimensions.科目 ?? []);
  const categories = codeTree(codes, 1)
    .map(({ code }) => ({ code, amount: budget.total({ ...query, where: { ...query.where, 科目: code } }) }))
    .filter(({ amount }) => !amount.value.isZero());
  const shared = !hasReduction(categories);
  return categories.map(({ code, amount }) => {
    const name = budget.names.functional(code);
    const share = shareFigure({ id: `${label}${code}占比`, label: `${name}占${label}的比重` }, amount, whole);
    return { code, name, amount, ...(shared && { share }) };
  });
}

/** True where a part takes back more than the year gives it (冲减). */
export function hasReduction(parts: readonly { readonly amount: Figure }[]): boolean {
  return parts.some(({ amount }) => isReduction(amount));
}

export function isReduction({ value }: Figure): boolean {
  return value.isNegative() && !value.isZero();
}
