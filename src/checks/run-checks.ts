import type { Diagnostic, RelatedPlace } from '../diagnostics/diagnostic.js';
import { acknowledge } from './acknowledge.js';
import { ALL_CHECKS } from './all-checks.js';
import type { Check, Outcome } from './check.js';
import type { Acknowledged, CheckOutcome, CheckReport, CheckSummary, Told } from './check-report.js';
import { linesOf, requirementsOf } from './concerns.js';
import { type CheckContext, type CheckInput, checkContext } from './context.js';
import { memberContexts, memberOutcomes } from './member-checks.js';
import { REQUIREMENTS } from './requirements.js';
import type { Strictness } from './rules/rules.js';
import { type CheckSeverity, severityOf } from './severity.js';
import { stateOf, worstState } from './states.js';
import { consequenceNote, toDiagnostic } from './to-diagnostic.js';

export interface CheckOptions {
  /** Absent: what the profile says. */
  readonly strictness?: Strictness | undefined;
  readonly checks?: readonly Check[];
}

interface Ran {
  readonly check: Check;
  readonly severity: CheckSeverity;
  readonly outcomes: readonly Outcome[];
}

/** Runs every check over the budget, its tables and its document. Pure: the same input gives the same report. */
export function runChecks(input: CheckInput, { strictness: asked, checks = ALL_CHECKS }: CheckOptions = {}): CheckReport {
  const context = checkContext(input);
  const strictness = asked ?? context.rules.strictness;
  const units = memberContexts(context);
  const ran = checks.flatMap((check): Ran[] => {
    const severity = severityOf(check, strictness, context.rules);
    if (severity === '不查') return [];
    return [{ check, severity, outcomes: [...check.run(context), ...memberOutcomes(check, context, units)] }];
  });
  const told = tell(ran, context);
  const { confirmed, unused } = acknowledge(told, context, checks);
  const outcomes = asTheirCauses(
    told.map((one): CheckOutcome => {
      const { severity, ...rest } = one;
      const reason = confirmed.get(one);
      return { ...rest, state: stateOf(one.outcome, severity, reason !== undefined), ...(reason !== undefined && { reason }) };
    }),
  );
  const open = outcomes.flatMap(({ diagnostic, reason }) => (diagnostic && reason === undefined ? [diagnostic] : []));
  return {
    strictness,
    checks: ran.map(({ check, severity }) => summaryOf(check, severity, outcomes)),
    outcomes,
    diagnostics: [...foldFindings(open, checks), ...unused],
    ownRequirements: ownRequirements(context),
    acknowledged: outcomes.filter((one): one is Acknowledged => one.diagnostic !== undefined && one.reason !== undefined),
  };
}

/** What follows from another failure stands as that one stands: what a missing statement leaves out is 未填, not 不符. */
function asTheirCauses(outcomes: readonly CheckOutcome[]): CheckOutcome[] {
  return outcomes.map((one) => {
    const causes = outcomes.filter(
      ({ check, outcome, causedBy }) => check.code === one.causedBy && causedBy === undefined && hasFailed(outcome),
    );
    return { ...one, state: worstState(causes.map(({ state }) => state)) ?? one.state };
  });
}

function ownRequirements({ rules }: CheckContext): CheckReport['ownRequirements'] {
  const own = [...rules.lookedFor].flatMap(([id, { sentence, basis = '' }]) =>
    id in REQUIREMENTS || sentence === undefined ? [] : [[id, { sentence, basis }] as const],
  );
  return new Map(own);
}

function summaryOf(check: Check, severity: CheckSeverity, all: readonly CheckOutcome[]): CheckSummary {
  const outcomes = all.filter((one) => one.check === check);
  const state = worstState(outcomes.map((one) => one.state));
  return { check, severity, outcomes, ...(state && { state }) };
}

/** One cause, one finding: what follows from the failure of another check is told under it, in one line. */
function tell(ran: readonly Ran[], context: CheckContext): Told[] {
  const failed = ran.flatMap(({ check, outcomes }) => outcomes.filter(hasFailed).map((outcome) => ({ check, outcome })));
  const causeOf = (one: Failed) =>
    one.check.consequenceOf?.find((code) => failed.some((other) => other.check.code === code && explains(other, one)));
  const told = ran.flatMap(({ check, severity, outcomes }) =>
    outcomes.map((outcome): Told => {
      const causedBy = hasFailed(outcome) ? causeOf({ check, outcome }) : undefined;
      const diagnostic = causedBy === undefined ? toDiagnostic(outcome, check, severity, context) : undefined;
      return { check, severity, outcome, ...(causedBy !== undefined && { causedBy }), ...(diagnostic && { diagnostic }) };
    }),
  );
  const once = withoutRepeats(told);
  return once.map((one) => withConsequences(one, once));
}

/** One text may give the same finding several times over, such as an amount that it names four times. */
function withoutRepeats(told: readonly Told[]): Told[] {
  const said = new Set<string>();
  return told.filter(({ diagnostic: one }) => {
    const key = one && JSON.stringify([one.code, one.at, one.message, one.related]);
    if (key === undefined) return true;
    const isFirst = !said.has(key);
    said.add(key);
    return isFirst;
  });
}

type Failed = Pick<CheckOutcome, 'check' | 'outcome'>;

const hasFailed = ({ verdict }: Outcome): boolean => verdict === '不符' || verdict === '未填';

/** Figures hang together; two lines of the checklist do not. */
function explains(cause: Failed, effect: Failed): boolean {
  const lines = linesOf(requirementsOf(effect));
  return lines.length === 0 || linesOf(requirementsOf(cause)).some((id) => lines.includes(id));
}

function withConsequences(one: Told, all: readonly Told[]): Told {
  const first = all.find((other) => other.check === one.check && other.diagnostic);
  const follow = all.filter(({ causedBy }) => causedBy === one.check.code);
  if (one !== first || !one.diagnostic || follow.length === 0) return one;
  return { ...one, diagnostic: { ...one.diagnostic, related: [...(one.diagnostic.related ?? []), consequenceNote(follow)] } };
}

/** Says the findings of a check once where they are one matter: at the first one's place, with the others beside it. */
function foldFindings(diagnostics: readonly Diagnostic[], checks: readonly Check[]): Diagnostic[] {
  const together = new Map<string, NonNullable<Check['together']>>(
    checks.flatMap((check) => (check.together ? [[check.code, check.together] as const] : [])),
  );
  const said = new Set<string>();
  return diagnostics.flatMap((diagnostic): Diagnostic[] => {
    const words = together.get(diagnostic.code);
    if (!words) return [diagnostic];
    if (said.has(diagnostic.code)) return [];
    said.add(diagnostic.code);
    const all = diagnostics.filter(({ code }) => code === diagnostic.code);
    return all.length === 1 ? all : [{ ...diagnostic, message: words(all.length), related: all.map(asRelated) }];
  });
}

const asRelated = ({ message, at }: Diagnostic): RelatedPlace => ({ message, ...(at && { at }) });
