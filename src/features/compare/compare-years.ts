import type { Budget } from '../../budget/budget.js';
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

/** Compares departments by their code. */
export function compareYears(
  years: { readonly current: string; readonly previous: string },
  current: readonly Budget[],
  previous: readonly Budget[],
): YearsComparison {
  const before = new Map(previous.map((budget) => [codeOf(budget), budget]));
  const codes = new Set(current.map(codeOf));
  return {
    currentYear: years.current,
    previousYear: years.previous,
    departments: current.flatMap((budget) => {
      const other = before.get(codeOf(budget));
      return other ? [compareBudgets(budget, other)] : [];
    }),
    newDepartments: current.filter((budget) => !before.has(codeOf(budget))).map(nameOf),
    goneDepartments: previous.filter((budget) => !codes.has(codeOf(budget))).map(nameOf),
  };
}

const codeOf = ({ definition }: Budget): string => definition.department.部门.代码;
const nameOf = (budget: Budget): DepartmentName => ({ code: codeOf(budget), name: budget.definition.department.部门.名称 });
