import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { forEachKey } from '../plain/objects.js';
import type { Check, Outcome } from './check.js';
import type { Requirement } from './requirements.js';
import type { Strictness } from './rules/rules.js';
import { type CheckSeverity, STATES, type State } from './states.js';

/** One outcome, with the check that gave it and what is said of it. */
export interface CheckOutcome {
  readonly check: Check;
  readonly outcome: Outcome;
  readonly state: State;
  /** What is printed of it; a consequence of another finding is told there. */
  readonly diagnostic?: Diagnostic;
  /** The check whose finding explains this one. */
  readonly causedBy?: string;
  /** Why a person answers for it. */
  readonly reason?: string;
  /** It is a tail that the office states. */
  readonly tail?: true;
}

/** How one check ended: the worst of its outcomes; no state where the budget has nothing that it is about. */
export interface CheckSummary {
  readonly check: Check;
  readonly state?: State;
  readonly severity: CheckSeverity;
  readonly outcomes: readonly CheckOutcome[];
}

/** A finding that a person has looked at and confirmed in the definition, with the reason. */
export interface Acknowledged extends CheckOutcome {
  readonly diagnostic: Diagnostic;
  readonly reason: string;
}

/** Everything that was checked, and what to say about it. */
export interface CheckReport {
  readonly strictness: Strictness;
  readonly checks: readonly CheckSummary[];
  readonly outcomes: readonly CheckOutcome[];
  /** Findings to print; those acknowledged in the definition are left out. */
  readonly diagnostics: readonly Diagnostic[];
  readonly acknowledged: readonly Acknowledged[];
  /** Lines of the checklist that the profile has of its own, by their ids. */
  readonly ownRequirements: ReadonlyMap<string, Pick<Requirement, 'sentence' | 'basis'>>;
}

/** An outcome with what would be printed of it, before anybody has confirmed it. */
export type Told = Omit<CheckOutcome, 'state' | 'reason'> & { readonly severity: CheckSeverity };

/** How many things stand in each state: every outcome, and every finding of the other stages. */
export type StateCounts = Readonly<Record<State, number>>;

export function countStates(report: CheckReport, diagnostics: readonly Diagnostic[] = report.diagnostics): StateCounts {
  const states = [...report.outcomes.map((one) => one.state), ...otherFindings(report, diagnostics).map(stateOfFinding)];
  return forEachKey(STATES, (state) => states.filter((one) => one === state).length);
}

/** Findings that no outcome of a check stands behind: of the other stages, and of confirmations that confirm nothing. */
export function otherFindings({ checks }: CheckReport, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const codes = new Set<string>(checks.map((one) => one.check.code));
  return diagnostics.filter((one) => !codes.has(one.code));
}

export const stateOfFinding = ({ severity }: Diagnostic): State => (severity === 'error' ? '不符' : '提醒');

/** «核对 109 处：未能核对 1 处，尾差 9 处，符合 99 处。» The worst first; what could not be checked is always named. */
export function summaryLine(report: CheckReport, diagnostics: readonly Diagnostic[] = report.diagnostics): string {
  const counts = countStates(report, diagnostics);
  const parts = STATES.filter((state) => counts[state] > 0).map((state) => `${state} ${counts[state]} 处`);
  const all = STATES.reduce((total, state) => total + counts[state], 0);
  return `核对 ${all} 处：${parts.join('，')}。`;
}
