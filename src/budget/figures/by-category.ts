import { categoryOf, sectionOf } from '../../definition/functional-code.js';
import type { Budget } from '../budget.js';
import { codeTree, flatten } from '../code-tree.js';
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

/** One 项 of the functional classification with its money, its parents, and what the office spends it on. */
export interface ItemFigure {
  readonly code: string;
  readonly name: string;
  readonly section: string;
  readonly category: string;
  readonly amount: Figure;
  readonly purpose?: string;
}

/** What each unit says that it spends the 项 on, by code, the same words once. */
function purposesByCode({ definition }: Budget): ReadonlyMap<string, ReadonlySet<string>> {
  const purposes = new Map<string, Set<string>>();
  for (const { 科目: code, 用途: words } of definition.members.flatMap((member) => member.content.支出)) {
    if (words !== undefined) purposes.set(code, (purposes.get(code) ?? new Set()).add(words));
  }
  return purposes;
}

/** What several units say goes into one sentence after «主要用于»: a semicolon would end it. */
function oneSentence(purposes: readonly string[]): string {
  const said = purposes.map((one) => one.replace(/[。；，]$/, ''));
  return said.length < 2 ? said.join('') : `${said.slice(0, -1).join('，')}，以及${said.at(-1)}`;
}

/** The 项 that have money in the query, in code order. */
export function byItem(budget: Budget, query: Query): ItemFigure[] {
  const codes = budget.facts('支出').flatMap((fact) => fact.dimensions.科目 ?? []);
  const items = flatten(codeTree(codes, 3)).filter((node) => node.level === 2);
  const purposesOf = purposesByCode(budget);
  return items.flatMap(({ code }) => {
    const amount = budget.total({ ...query, where: { ...query.where, 科目: code } });
    if (amount.value.isZero()) return [];
    const { functional } = budget.names;
    const purposes = [...(purposesOf.get(code) ?? [])];
    const names = { name: functional(code), section: functional(sectionOf(code)), category: functional(categoryOf(code)) };
    return [{ code, ...names, amount, ...(purposes.length > 0 && { purpose: oneSentence(purposes) }) }];
  });
}
