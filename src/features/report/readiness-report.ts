import { type CheckReport, type CheckSummary, countStates, type StateCounts, stateOfFinding } from '../../checks/check-report.js';
import type { CheckSeverity, State } from '../../checks/states.js';
import { basisOf } from '../../checks/to-diagnostic.js';
import { yearOf } from '../../definition/dates.js';
import type { Definition } from '../../definition/definition.js';
import { type Diagnostic, inOrder } from '../../diagnostics/diagnostic.js';
import type { Document } from '../../document/document.js';
import type { FileFingerprint } from '../../input/read-files.js';
import type { PublishedTable } from '../../tables/published-table.js';
import { type ChecklistInput, type ChecklistLine, checklist } from './checklist.js';
import { type ReportedComparison, reportedComparisons } from './reported-comparisons.js';

/** Raised when a field is renamed, removed or changes its meaning; not when one is added. */
const REPORT_SCHEMA_VERSION = 2;

export interface ReadinessInput extends ChecklistInput {
  readonly definition: Definition;
  readonly tables: readonly PublishedTable[];
  readonly document?: Document | undefined;
  readonly files: readonly FileFingerprint[];
  /** Name of the form, such as 山西省部门预算公开（13 张表）. */
  readonly form: string;
  /** Whose budget it is. */
  readonly subject: '部门' | '单位';
  /** Version of the program that makes it. */
  readonly program?: string;
  readonly draft?: boolean;
}

/** What the report says, before it is put into words and boxes. */
export interface ReadinessData {
  readonly schemaVersion: typeof REPORT_SCHEMA_VERSION;
  readonly department: string;
  readonly code: string;
  readonly year: string;
  readonly form: string;
  readonly subject: '部门' | '单位';
  readonly program?: string;
  readonly strictness: CheckReport['strictness'];
  readonly draft: boolean;
  /** 可以公开: nothing blocks. */
  readonly ready: boolean;
  readonly summary: {
    readonly errors: number;
    readonly warnings: number;
    /** Everything that was looked at, by its state. */
    readonly states: StateCounts;
  };
  /** The department's own file: places without a file stand in it. */
  readonly file: string;
  readonly findings: readonly (Diagnostic & { readonly state: State })[];
  readonly checklist: readonly ChecklistLine[];
  readonly comparisons: readonly ReportedComparison[];
  /** What could not be checked, and what is not filled in. */
  readonly unchecked: readonly { readonly check: string; readonly rule: string; readonly state: State; readonly message: string }[];
  readonly acknowledged: readonly {
    readonly check: string;
    /** 错误: figures or words that would stop the publication. */
    readonly severity: CheckSeverity;
    readonly message: string;
    readonly reason: string;
    readonly basis?: string;
    readonly at?: Diagnostic['at'];
  }[];
  readonly secrecyReview?: { readonly person: string; readonly date: string };
  readonly checks: readonly {
    readonly code: string;
    readonly group: string;
    readonly rule: string;
    readonly basis?: string;
    readonly requirements: readonly string[];
    /** Absent: the budget has nothing that it is about. */
    readonly state?: State;
    readonly looked: readonly string[];
  }[];
  readonly files: readonly FileFingerprint[];
}

/** What the report for the person who signs says. Same input, same bytes. */
export function readinessData(input: ReadinessInput): ReadinessData {
  const { definition, checks, diagnostics, files, form, subject } = input;
  const { department, district } = definition;
  const errors = diagnostics.filter((one) => one.severity === 'error').length;
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    department: department.部门.名称,
    code: department.部门.代码,
    year: yearOf(district),
    form,
    subject,
    ...(input.program !== undefined && { program: input.program }),
    strictness: checks.strictness,
    draft: input.draft ?? false,
    ready: errors === 0,
    summary: { errors, warnings: diagnostics.length - errors, states: countStates(checks, diagnostics) },
    file: definition.file,
    findings: findings(input),
    checklist: checklist(input),
    comparisons: reportedComparisons(checks, definition),
    unchecked: unchecked(checks),
    acknowledged: acknowledged(checks),
    ...(department.保密审查 && { secrecyReview: { person: department.保密审查.人, date: department.保密审查.日期 } }),
    checks: checks.checks.map(checkLine),
    files,
  };
}

function findings({ checks, diagnostics }: ReadinessInput): ReadinessData['findings'] {
  const states = new Map(checks.outcomes.map((one) => [one.diagnostic, one.state]));
  return inOrder(diagnostics).map((one) => ({ ...one, state: states.get(one) ?? stateOfFinding(one) }));
}

function unchecked({ outcomes }: CheckReport): ReadinessData['unchecked'] {
  return outcomes.flatMap(({ check, outcome, state }) =>
    outcome.kind === 'unchecked' || outcome.kind === 'unstated'
      ? [{ check: check.code, rule: check.rule, state, message: outcome.message }]
      : [],
  );
}

function acknowledged({ acknowledged: list }: CheckReport): ReadinessData['acknowledged'] {
  return list.map(({ check, diagnostic, reason }) => ({
    check: check.code,
    severity: check.severity,
    message: diagnostic.message,
    reason,
    ...(diagnostic.basis !== undefined && { basis: diagnostic.basis }),
    ...(diagnostic.at && { at: diagnostic.at }),
  }));
}

function checkLine({ check, state, outcomes }: CheckSummary): ReadinessData['checks'][number] {
  const basis = basisOf(check);
  return {
    code: check.code,
    group: check.group,
    rule: check.rule,
    requirements: check.relations,
    ...(basis !== undefined && { basis }),
    ...(state && { state }),
    looked: outcomes.flatMap(({ outcome }) => (outcome.kind === 'clean' ? [outcome.message] : [])),
  };
}
