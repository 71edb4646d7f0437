import type { CheckReport } from '../../checks/run-checks.js';
import { countOutcomes } from '../../checks/summary.js';
import { yearOf } from '../../definition/dates.js';
import type { Definition } from '../../definition/definition.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { inOrder } from '../../diagnostics/order.js';
import type { Document } from '../../document/document.js';
import type { FileFingerprint } from '../../input/fingerprints.js';
import type { PublishedTable } from '../../tables/published-table.js';
import { type ChecklistLine, checklist } from './checklist.js';
import { type ReportedComparison, reportedComparisons } from './reported-comparisons.js';

/** Raised when a field is renamed, removed or changes its meaning; not when one is added. */
export const REPORT_SCHEMA_VERSION = 1;

export interface ReadinessInput {
  readonly definition: Definition;
  readonly tables: readonly PublishedTable[];
  readonly document?: Document | undefined;
  readonly checks: CheckReport;
  /** Findings of every stage, those of the checks among them. */
  readonly diagnostics: readonly Diagnostic[];
  /** Printed page numbers by the id of a heading or table title. */
  readonly pages?: ReadonlyMap<string, string> | undefined;
  readonly files: readonly FileFingerprint[];
  /** Name of the form, such as 山西省部门预算公开（13 张表）. */
  readonly form: string;
  readonly draft?: boolean;
}

/** What the report says, before it is put into words and boxes. */
export interface ReadinessData {
  readonly schemaVersion: typeof REPORT_SCHEMA_VERSION;
  readonly department: string;
  readonly code: string;
  readonly year: string;
  readonly form: string;
  readonly strictness: CheckReport['strictness'];
  readonly draft: boolean;
  /** 可以公开: nothing blocks. */
  readonly ready: boolean;
  readonly summary: {
    readonly errors: number;
    readonly warnings: number;
    readonly acknowledged: number;
    readonly holds: number;
    readonly tails: number;
    readonly fails: number;
    readonly unchecked: number;
  };
  readonly findings: readonly Diagnostic[];
  readonly checklist: readonly ChecklistLine[];
  readonly comparisons: readonly ReportedComparison[];
  readonly unchecked: readonly { readonly check: string; readonly rule: string; readonly message: string }[];
  readonly acknowledged: readonly {
    readonly check: string;
    readonly message: string;
    readonly reason: string;
    readonly at?: Diagnostic['at'];
  }[];
  readonly checks: readonly {
    readonly code: string;
    readonly group: string;
    readonly rule: string;
    readonly basis?: string;
    readonly verdict: string;
    readonly looked: readonly string[];
  }[];
  readonly files: readonly FileFingerprint[];
}

/** What the report for the person who signs says. Same input, same bytes. */
export function readinessData(input: ReadinessInput): ReadinessData {
  const { definition, checks, diagnostics, files, form } = input;
  const { department, district } = definition;
  const errors = diagnostics.filter((one) => one.severity === 'error').length;
  const comparisons = reportedComparisons(checks, definition);
  const counts = countOutcomes(checks);
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    department: department.部门.名称,
    code: department.部门.代码,
    year: yearOf(district),
    form,
    strictness: checks.strictness,
    draft: input.draft ?? false,
    ready: errors === 0,
    summary: {
      errors,
      warnings: diagnostics.length - errors,
      acknowledged: checks.acknowledged.length,
      holds: counts.符合,
      tails: counts.尾差,
      fails: counts.不符,
      unchecked: counts.未能核对,
    },
    findings: inOrder(diagnostics),
    checklist: checklist({ ...input, published: department.公开日期 }),
    comparisons,
    unchecked: checks.outcomes.flatMap(({ check, outcome }) =>
      outcome.kind === 'unchecked' ? [{ check: check.code, rule: check.rule, message: outcome.message }] : [],
    ),
    acknowledged: checks.acknowledged.map(({ diagnostic, reason }) => ({
      check: diagnostic.code,
      message: diagnostic.message,
      reason,
      ...(diagnostic.at && { at: diagnostic.at }),
    })),
    checks: checks.checks.map(({ check, verdict, outcomes }) => ({
      code: check.code,
      group: check.group,
      rule: check.rule,
      ...(check.basis !== undefined && { basis: check.basis }),
      verdict,
      looked: outcomes.flatMap((outcome) => (outcome.kind === 'clean' ? [outcome.message] : [])),
    })),
    files,
  };
}
