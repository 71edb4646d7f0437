import type { Verdict } from './check.js';
import type { CheckReport } from './run-checks.js';

/** How many outcomes of each kind a report has; what a person has confirmed is counted apart from 不符. */
export type CheckSummaryCounts = Readonly<Record<Verdict | '已确认', number>>;

export function countOutcomes({ outcomes, acknowledged }: CheckReport): CheckSummaryCounts {
  const count = (verdict: Verdict) => outcomes.filter((one) => one.outcome.verdict === verdict).length;
  return {
    符合: count('符合'),
    尾差: count('尾差'),
    不符: count('不符') - acknowledged.length,
    已确认: acknowledged.length,
    未能核对: count('未能核对'),
  };
}

/** «核对 109 处：符合 99 处，尾差 9 处，未能核对 1 处。» What could not be checked is always named. */
export function summaryLine(report: CheckReport): string {
  const counts = countOutcomes(report);
  const parts = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([verdict, count]) => `${verdict} ${count} 处`);
  return `核对 ${report.outcomes.length} 处：${parts.join('，')}。`;
}
