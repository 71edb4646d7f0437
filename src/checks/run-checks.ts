import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { defined, groupBy, oncePerArguments } from '../plain/objects.js';
import { acknowledge } from './acknowledge.js';
import { ALL_CHECKS } from './all-checks.js';
import { type Check, type CheckContext, type CheckInput, checkContext, type Outcome } from './check.js';
import type { Acknowledged, CheckOutcome, CheckReport, CheckSummary, Told } from './check-report.js';
import { memberContexts, memberOutcomes } from './member-checks.js';
import { REQUIREMENTS } from './requirements.js';
import type { Strictness } from './rules/rules.js';
import { type CheckSeverity, linesOf, requirementsOf, severityOf, stateOf, worstState } from './states.js';
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
    const outcomes = [...check.run(context), ...memberOutcomes(check, context, units)];
    return [{ check, severity, outcomes: outcomes.map(asStated) }];
  });
  const told = tell(ran, context);
  const { confirmed, unused } = acknowledge(told, context, checks);
  const outcomes = asTheirCauses(
    told.map((one): CheckOutcome => {
      const { severity, ...rest } = one;
      const confirmation = confirmed.get(one);
      return { ...rest, state: stateOf(one.outcome, severity, confirmation !== undefined), ...confirmation };
    }),
  );
  const open = outcomes.flatMap(({ diagnostic, reason }) => (diagnostic && reason === undefined ? [diagnostic] : []));
  return {
    strictness,
    checks: summaries(ran, outcomes),
    outcomes,
    diagnostics: [...foldFindings(open, checks), ...unused],
    ownRequirements: ownRequirements(context),
    acknowledged: outcomes.filter((one): one is Acknowledged => one.diagnostic !== undefined && one.reason !== undefined),
  };
}

/** A figure that nobody stated contradicts nothing: what is missing is told as 未填, and the comparison waits for it. */
function asStated(outcome: Outcome): Outcome {
  if (outcome.kind !== 'comparison' || outcome.verdict !== '不符') return outcome;
  const { left, right, requirements } = outcome;
  const [missing] = [...(left.unstated ?? []), ...(right.unstated ?? [])];
  if (!missing) return outcome;
  const names = missing.path.filter((step) => typeof step === 'string').join('/');
  const place = { kind: 'definition', file: missing.file, path: missing.path, part: 'key' } as const;
  const message = `没有填写“${names}”，不能核对${left.label}与${right.label}。`;
  return { kind: 'unchecked', verdict: '未能核对', message, place, ...(requirements && { requirements }) };
}

/** What follows from another failure stands as that one stands: what a missing statement leaves out is 未填, not 不符. */
function asTheirCauses(outcomes: readonly CheckOutcome[]): CheckOutcome[] {
  const failed = outcomes.filter(({ outcome, causedBy }) => causedBy === undefined && hasFailed(outcome));
  const byCode = groupBy(failed, ({ check }): string => check.code);
  const states = new Map([...byCode].map(([code, all]) => [code, worstState(all.map(({ state }) => state))]));
  return outcomes.map((one) => ({ ...one, state: states.get(one.causedBy ?? '') ?? one.state }));
}

function ownRequirements({ rules }: CheckContext): CheckReport['ownRequirements'] {
  const own = [...rules.lookedFor].flatMap(([id, { sentence, basis = '' }]) =>
    id in REQUIREMENTS || sentence === undefined ? [] : [[id, { sentence, basis }] as const],
  );
  return new Map(own);
}

function summaries(ran: readonly Ran[], all: readonly CheckOutcome[]): CheckSummary[] {
  const byCheck = groupBy(all, ({ check }) => check);
  return ran.map(({ check, severity }) => {
    const outcomes = byCheck.get(check) ?? [];
    const state = worstState(outcomes.map((one) => one.state));
    return { check, severity, outcomes, ...(state && { state }) };
  });
}

/** One cause, one finding: what follows from the failure of another check is told under it, in one line. */
function tell(ran: readonly Ran[], context: CheckContext): Told[] {
  const all = ran.flatMap(({ check, severity, outcomes }) => outcomes.map((outcome) => ({ check, severity, outcome })));
  const known = rootCauses(all.filter(({ outcome }) => hasFailed(outcome)));
  const told = all.map((one): Told => {
    const causedBy = known.get(one);
    const diagnostic = causedBy === undefined ? toDiagnostic(one.outcome, one.check, one.severity, context) : undefined;
    return { ...one, ...(causedBy !== undefined && { causedBy }), ...(diagnostic && { diagnostic }) };
  });
  return withConsequences(withoutRepeats(told));
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

const hasFailed = ({ verdict }: Outcome): boolean => verdict === '不符' || verdict === '未填';

/** What each follows from in the end: a finding that is told, not one that itself follows from another. */
function rootCauses(failed: readonly Failed[]): ReadonlyMap<Failed, string | undefined> {
  const causeOf = causes(failed);
  const direct = new Map(failed.map((one) => [one, causeOf(one)]));
  const byCode = groupBy(failed, ({ check }): string => check.code);
  const rootOf = oncePerArguments((code: string): string => {
    const above = (byCode.get(code) ?? []).map((one) => direct.get(one));
    const [cause] = above;
    return cause === undefined || above.includes(undefined) ? code : rootOf(cause);
  });
  return new Map([...direct].map(([one, code]) => [one, code && rootOf(code)]));
}

/** The check that an outcome follows from. Figures hang together; two lines of the checklist do not. */
function causes(failed: readonly Failed[]): (effect: Failed) => string | undefined {
  const linesByCode = new Map(
    [...groupBy(failed, ({ check }): string => check.code)].map(([code, all]) => [code, new Set(all.flatMap(linesAbout))]),
  );
  const sameAmount = sameAmounts(failed);
  return (effect) => {
    const lines = linesAbout(effect);
    const explains = (known?: ReadonlySet<string>) => known && (lines.length === 0 || lines.some((id) => known.has(id)));
    return effect.check.consequenceOf?.find((code) => explains(linesByCode.get(code))) ?? sameAmount(effect);
  };
}

/** The first cause of a failed comparison among those that fail by the same amount. */
function sameAmounts(failed: readonly Failed[]): (effect: Failed) => string | undefined {
  const find = ({ check, outcome }: Failed): string | undefined => {
    if (outcome.kind !== 'comparison') return undefined;
    const cause = failed.find(
      (other) =>
        check.sameAmountAs?.includes(other.check.code) &&
        other.outcome.kind === 'comparison' &&
        other.outcome.difference.abs().eq(outcome.difference.abs()),
    );
    return cause && (find(cause) ?? cause.check.code);
  };
  return find;
}

type Failed = Pick<CheckOutcome, 'check' | 'outcome'>;

const linesAbout = (one: Failed): string[] => linesOf(requirementsOf(one));

/** The first finding of a check tells what followed from it. */
function withConsequences(told: readonly Told[]): Told[] {
  const follow = groupBy(told, ({ causedBy }) => causedBy);
  const firsts = new Set(
    [
      ...groupBy(
        told.filter(({ diagnostic }) => diagnostic),
        ({ check }) => check,
      ).values(),
    ].map(([first]) => first),
  );
  return told.map((one) => {
    const caused = follow.get(one.check.code) ?? [];
    if (!one.diagnostic || !firsts.has(one) || caused.length === 0) return one;
    return { ...one, diagnostic: { ...one.diagnostic, related: [...(one.diagnostic.related ?? []), consequenceNote(caused)] } };
  });
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
    return all.length === 1
      ? all
      : [{ ...diagnostic, message: words(all.length), related: all.map(({ message, at }) => defined({ message, at })) }];
  });
}
