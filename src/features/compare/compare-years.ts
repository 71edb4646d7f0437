import type { Budget } from '../../budget/budget.js';
import { isSameUnit } from '../../previous-year/previous-year.js';
import { compareBudgets } from './compare-budgets.js';
import type { BudgetComparison } from './comparison.js';

export interface DepartmentName {
  readonly code: string;
  readonly name: string;
}

/** All departments of two years. */
export interface YearsComparison {
  readonly currentYear: string;
  readonly previousYear: string;
  readonly departments: readonly BudgetComparison[];
  /** Departments of the current year only, and of the previous year only. */
  readonly newDepartments: readonly DepartmentName[];
  readonly goneDepartments: readonly DepartmentName[];
}

/** Compares departments by their name, or by the one that they had: a code may be given to another office. */
export function compareYears(
  years: { readonly current: string; readonly previous: string },
  current: readonly Budget[],
  previous: readonly Budget[],
): YearsComparison {
  const pairs = current.map((budget) => ({ budget, before: previous.find((other) => isSameUnit(unitOf(budget), unitOf(other))) }));
  const compared = new Set(pairs.map(({ before }) => before));
  return {
    currentYear: years.current,
    previousYear: years.previous,
    departments: pairs.flatMap(({ budget, before }) => (before ? [compareBudgets(budget, before)] : [])),
    newDepartments: pairs.filter(({ before }) => !before).map(({ budget }) => nameOf(budget)),
    goneDepartments: previous.filter((budget) => !compared.has(budget)).map(nameOf),
  };
}

const unitOf = ({ definition }: Budget) => definition.department.部门;
const nameOf = (budget: Budget): DepartmentName => ({ code: unitOf(budget).代码, name: unitOf(budget).名称 });
