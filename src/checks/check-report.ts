import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Check, Outcome } from './check.js';
import type { Requirement } from './requirements.js';
import type { Strictness } from './rules/rules.js';
import type { CheckSeverity } from './severity.js';
import type { State } from './states.js';

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
