import type { Outcome } from './check.js';
import type { CheckSeverity } from './severity.js';

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
