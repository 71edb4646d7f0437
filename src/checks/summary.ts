import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { CheckReport } from './check-report.js';
import { STATES, type State } from './states.js';

/** How many things stand in each state: every outcome, and every finding of the other stages. */
export type StateCounts = Readonly<Record<State, number>>;

export function countStates(report: CheckReport, diagnostics: readonly Diagnostic[] = report.diagnostics): StateCounts {
  const states = [...report.outcomes.map((one) => one.state), ...otherFindings(report, diagnostics).map(stateOfFinding)];
  return Object.fromEntries(STATES.map((state) => [state, states.filter((one) => one === state).length])) as StateCounts;
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
