import type { CHECK_SEVERITIES } from '../profile/check-rules-schema.js';
import type { Check, Outcome } from './check.js';
import type { Place } from './place.js';
import { REQUIREMENTS, type RequirementId, requirementsAbout } from './requirements.js';
import type { Rules, Strictness } from './rules/rules.js';

/**
 * How a thing stands, in the words of screen, report, JSON and index page alike; the worst first.
 * 不符 stops the official output; 未填: not stated; 提醒 has to be looked at; 未能核对 is never taken for 符合;
 * 已确认: a person has answered for it, with a reason; 尾差: rounding alone.
 */
export const STATES = ['不符', '未填', '提醒', '未能核对', '已确认', '尾差', '符合'] as const;
export type State = (typeof STATES)[number];

export function stateOf(outcome: Outcome, severity: CheckSeverity, isAcknowledged: boolean): State {
  if (outcome.verdict !== '不符' && outcome.verdict !== '未填') return outcome.verdict;
  if (isAcknowledged) return '已确认';
  if (outcome.verdict === '未填') return '未填';
  return severity === '错误' ? '不符' : '提醒';
}

/** The worst of them; undefined where there is none: the budget has nothing that it is about. */
export function worstState(states: readonly State[]): State | undefined {
  return STATES.find((state) => states.includes(state));
}

export type CheckSeverity = (typeof CHECK_SEVERITIES)[number];

/** What the check says of itself; a profile may set its own in 核对.yaml under 基本 and 严格. */
export function severityOf(check: Check, strictness: Strictness, rules?: Pick<Rules, 'severities'>): CheckSeverity {
  const own = rules?.severities[strictness][check.code] as CheckSeverity | undefined;
  return own ?? (strictness === 'strict' ? (check.strict ?? check.severity) : check.severity);
}

/** Every place that an outcome names, its own first. */
export function placesOf(outcome: Outcome): readonly Place[] {
  if (outcome.kind === 'comparison') return [...outcome.left.places, ...outcome.right.places];
  return outcome.place ? [outcome.place] : [];
}

/** The requirements that an outcome speaks of: those that it names, else those of its check that its places belong to. */
export function requirementsOf({ check, outcome }: { readonly check: Check; readonly outcome: Outcome }): readonly string[] {
  if (outcome.requirements) return outcome.requirements;
  const paths = placesOf(outcome).flatMap((place) => (place.kind === 'definition' ? [place.path] : []));
  return requirementsAbout(check.relations, paths);
}

/** Lines of the checklist among them; relations between figures have one line together. */
export const linesOf = (ids: readonly string[]): string[] => ids.filter((id) => REQUIREMENTS[id as RequirementId]?.kind !== '勾稽关系');
