import type { BatchReport } from './batch-report.js';
import type { DepartmentSummary } from './department-summary.js';
import { COLUMNS } from './district-totals.js';

const named = ({ code, name }: DepartmentSummary) => ({ code, name });

/** What the page says of the district, for programs: amounts are exact 元 as text. */
export function reportJson({ year, counts, kinds, totals, changes, threePublic, repeated }: BatchReport) {
  return {
    year,
    counts,
    findings: kinds.map(({ code, severity, count, entries }) => ({ code, severity, count, inputs: entries.map(({ input }) => input) })),
    totals: Object.fromEntries(COLUMNS.map((column) => [column, totals.total[column].toFixed()])),
    proofs: totals.proofs.map(({ label, left, right, equal }) => ({ label, left: left.toFixed(), right: right.toFixed(), equal })),
    changes: changes.map(({ department, current, previous, rate }) => ({
      ...named(department),
      current: current.toFixed(),
      previous: previous.toFixed(),
      rate: rate.toDecimalPlaces(4).toFixed(),
    })),
    threePublic: threePublic.outliers.map(({ department, amount, score }) => ({
      ...named(department),
      amount: amount.toFixed(),
      score: score.toDecimalPlaces(1).toFixed(),
    })),
    repeatedReasons: repeated.map(({ text, given }) => ({
      text,
      departments: given.map(({ department, about }) => ({ ...named(department), about })),
    })),
  };
}
