import type { Budget } from '../budget/budget.js';
import type { Definition, Member } from '../definition/definition.js';
import type { DepartmentDefinition } from '../definition/schema/department.js';
import type { Document } from '../document/document.js';
import { exactAmount } from '../document/figure.js';
import type { Decimal } from '../money/decimal.js';
import type { UnstatedUse } from '../narrative/tokens.js';
import type { Profile } from '../profile/profile.js';
import type { PublishedTable } from '../tables/published-table.js';
import { type Rules, resolveRules } from './rules/rules.js';
import { TextIndex } from './shared/text-index.js';

/** What there is to check. Without a document, the checks over it give 未能核对. */
export interface CheckInput {
  readonly budget: Budget;
  readonly tables: readonly PublishedTable[];
  readonly document?: Document | undefined;
  readonly profile: Profile;
  /** What the templates asked for and the definition does not state: the sentences about it were left out. */
  readonly unstated?: readonly UnstatedUse[] | undefined;
  /** The figures that templates wrote, by id; what of them is not in the document stood in a sentence that was left out. */
  readonly written?: ReadonlySet<string> | undefined;
  /** This year's figures of last year held against last year's file, where there is one. */
  readonly lastYear?: LastYearComparison | undefined;
}

/** Figures of last year: how many were compared, what contradicts, and which units have no file of that year. */
export interface LastYearComparison {
  readonly compared: number;
  readonly diagnostics: readonly unknown[];
  readonly without: readonly unknown[];
}

/** What a check may look at. */
export interface CheckContext extends CheckInput {
  readonly definition: Definition;
  /** The department's own file; units have theirs in `members`. */
  readonly department: DepartmentDefinition;
  /** The department and its member units that have a file. */
  readonly members: readonly Member[];
  /** The budget year. */
  readonly year: number;
  readonly rules: Rules;
  readonly texts: TextIndex;
  /** An exact amount in the unit that the department's file is written in. */
  amount(yuan: Decimal): string;
}

export function checkContext(input: CheckInput): CheckContext {
  const { definition } = input.budget;
  const { department, district } = definition;
  return {
    ...input,
    definition,
    department,
    members: definition.members,
    year: district.年度.toNumber(), // ok: a year, not money
    rules: resolveRules(input.profile.checkRules),
    texts: new TextIndex(definition, input.document),
    amount: (yuan) => exactAmount(yuan, department.金额单位),
  };
}
