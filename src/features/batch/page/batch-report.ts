import { type DistrictTotals, districtTotals } from './district-totals.js';
import { type BatchEntry, STATUSES, type Status, statusOf } from './entry.js';
import { type FindingKind, findingsByKind } from './findings-by-kind.js';
import { type ChangeOutlier, changeOutliers, type ThreePublicComparison, threePublicOutliers } from './outliers.js';
import { type RepeatedReason, repeatedReasons } from './repeated-reasons.js';

/** What a batch came to: what the page shows and programs read. */
export interface BatchReport {
  readonly year: string;
  readonly draft: boolean;
  readonly entries: readonly BatchEntry[];
  readonly counts: Readonly<Record<Status, number>>;
  readonly kinds: readonly FindingKind[];
  /** Of the documents that were made: those stand in print. */
  readonly totals: DistrictTotals;
  readonly missing: readonly BatchEntry[];
  readonly changes: readonly ChangeOutlier[];
  readonly threePublic: ThreePublicComparison;
  readonly repeated: readonly RepeatedReason[];
}

export function batchReport(year: string, draft: boolean, entries: readonly BatchEntry[]): BatchReport {
  const isCounted = ({ state, summary }: BatchEntry) => state === 'made' && summary !== undefined;
  const summaries = entries.filter(isCounted).flatMap(({ summary }) => summary ?? []);
  const count = (status: Status) => entries.filter((entry) => statusOf(entry) === status).length;
  return {
    year,
    draft,
    entries,
    counts: Object.fromEntries(STATUSES.map((status) => [status, count(status)])) as Record<Status, number>,
    kinds: findingsByKind(entries),
    totals: districtTotals(summaries),
    missing: entries.filter((entry) => !isCounted(entry)),
    changes: changeOutliers(summaries),
    threePublic: threePublicOutliers(summaries),
    repeated: repeatedReasons(summaries),
  };
}
