import { type BudgetFile, changesOf } from './department.js';
import { EXPENSE_KINDS, type ExpenseKind, expenditureOf, revenueOf } from './member.js';
import { addYears, FUNDS, fundTotal, NOTHING, sumOf, yearTotal } from './money.js';

/** What a department's published figures have to be, in 分, from the generator's own sums. */
export interface DepartmentFacts {
  readonly path: string;
  readonly code: string;
  readonly name: string;
  readonly projects: number;
  readonly forms: number;
  readonly revenue: bigint;
  readonly byFund: Readonly<Record<string, { readonly now: bigint; readonly carried: bigint }>>;
  readonly basic: bigint;
  readonly byKind: Readonly<Record<ExpenseKind, bigint>>;
  readonly project: bigint;
  readonly surplus: bigint;
  readonly threePublic: bigint;
  readonly agency: bigint;
  readonly procurement: bigint;
  /** Files of its units, each a department's file by itself. */
  readonly units: readonly DepartmentFacts[];
}

export function factsOf(path: string, file: BudgetFile): DepartmentFacts {
  const { members, own } = file;
  const revenue = addYears(members.map(revenueOf));
  const leaves = members.flatMap(expenditureOf);
  const changes = changesOf(file);
  const now = (key: string) => changes.get(key)?.[0] ?? 0n;
  const projects = members.flatMap((one) => one.projects);
  return {
    path,
    code: own.code,
    name: own.name,
    projects: projects.length,
    forms: projects.filter((one) => one.form).length,
    revenue: yearTotal(revenue),
    byFund: Object.fromEntries(
      FUNDS.map((fund) => [fund, { now: fundTotal(revenue.now, fund), carried: fundTotal(revenue.carried, fund) }]),
    ),
    byKind: Object.fromEntries(
      EXPENSE_KINDS.map((kind) => [kind, sumOf(leaves.map((leaf) => yearTotal(leaf.byKind.get(kind) ?? NOTHING)))] as const),
    ) as Record<ExpenseKind, bigint>,
    basic: yearTotal(addYears(leaves.map((leaf) => leaf.basic))),
    project: yearTotal(addYears(leaves.map((leaf) => leaf.project))),
    surplus: yearTotal(addYears(members.map((one) => one.surplus))),
    threePublic: sumOf(members.flatMap((one) => Object.values(one.threePublic).flatMap((item) => [...item.now.values()]))),
    agency: now('机关运行经费'),
    procurement: sumOf(members.flatMap((one) => [...one.procurement.values()])),
    units: [],
  };
}
