import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { type Acknowledged, acknowledge } from './acknowledge.js';
import { ALL_CHECKS } from './all-checks.js';
import type { Check, Outcome, Verdict } from './check.js';
import { type CheckInput, checkContext } from './context.js';
import { foldFindings } from './fold-findings.js';
import { memberContexts, memberOutcomes } from './member-checks.js';
import type { Strictness } from './rules/rules.js';
import { type CheckSeverity, severityOf } from './severity.js';
import { toDiagnostic } from './to-diagnostic.js';

/** One outcome, with the check that gave it. */
export interface CheckOutcome {
  readonly check: Check;
  readonly outcome: Outcome;
}

/** How one check ended: the worst of its outcomes, or 不适用 where the budget has nothing that it is about. */
export interface CheckSummary {
  readonly check: Check;
  readonly verdict: Verdict | '不适用';
  readonly severity: CheckSeverity;
  readonly outcomes: readonly Outcome[];
}

/** Everything that was checked, and what to say about it. */
export interface CheckReport {
  readonly strictness: Strictness;
  readonly checks: readonly CheckSummary[];
  readonly outcomes: readonly CheckOutcome[];
  /** Findings to print; those acknowledged in the definition are left out. */
  readonly diagnostics: readonly Diagnostic[];
  readonly acknowledged: readonly Acknowledged[];
}

export interface CheckOptions {
  /** Absent: what the profile says. */
  readonly strictness?: Strictness | undefined;
  readonly checks?: readonly Check[];
}

/** Runs every check over the budget, its tables and its document. Pure: the same input gives the same report. */
export function runChecks(input: CheckInput, { strictness: asked, checks = ALL_CHECKS }: CheckOptions = {}): CheckReport {
  const context = checkContext(input);
  const strictness = asked ?? context.rules.strictness;
  const units = memberContexts(context);
  const summaries = checks.flatMap((check): CheckSummary[] => {
    const severity = severityOf(check, strictness, context.rules);
    if (severity === '不查') return [];
    const outcomes = [...check.run(context), ...memberOutcomes(check, context, units)];
    return [{ check, severity, outcomes, verdict: worst(outcomes) }];
  });
  const failed = new Set(summaries.filter((one) => one.verdict === '不符').map((one) => one.check.code));
  const causes = summaries.filter(({ check }) => !check.consequenceOf?.some((code) => failed.has(code)));
  const found = causes.flatMap(({ check, severity, outcomes }) =>
    outcomes.flatMap((outcome) => toDiagnostic(outcome, check, severity, context) ?? []),
  );
  const { diagnostics: open, acknowledged } = acknowledge(withoutRepeats(found), context, checks);
  const diagnostics = foldFindings(open, checks);
  const outcomes = summaries.flatMap(({ check, outcomes: all }) => all.map((outcome) => ({ check, outcome })));
  return { strictness, checks: summaries, outcomes, diagnostics, acknowledged };
}

/** One text may give the same finding several times over, such as an amount that it names four times. */
function withoutRepeats(found: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(found.map((one) => [JSON.stringify([one.code, one.at, one.message, one.related]), one])).values()];
}

const ORDER: readonly Verdict[] = ['不符', '未能核对', '尾差', '符合'];

function worst(outcomes: readonly Outcome[]): CheckSummary['verdict'] {
  return ORDER.find((verdict) => outcomes.some((outcome) => outcome.verdict === verdict)) ?? '不适用';
}
