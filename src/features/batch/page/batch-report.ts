import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import { forEachKey } from '../../../plain/objects.js';
import { type DistrictTotals, districtTotals } from './district-totals.js';
import { type BatchEntry, STATUSES, type Status, statusOf } from './entry.js';
import {
  type ChangeOutlier,
  changeOutliers,
  type RepeatedReason,
  repeatedReasons,
  type ThreePublicComparison,
  threePublicOutliers,
} from './outliers.js';

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
    counts: forEachKey(STATUSES, count),
    kinds: findingsByKind(entries),
    totals: districtTotals(summaries),
    missing: entries.filter((entry) => !isCounted(entry)),
    changes: changeOutliers(summaries),
    threePublic: threePublicOutliers(summaries),
    repeated: repeatedReasons(summaries),
  };
}

/** All findings of one code, and who has them. */
export interface FindingKind {
  readonly code: string;
  readonly severity: Diagnostic['severity'];
  readonly count: number;
  readonly entries: readonly BatchEntry[];
}

/** Errors first, then what is found most often. */
function findingsByKind(entries: readonly BatchEntry[]): FindingKind[] {
  const kinds = new Map<string, FindingKind>();
  for (const entry of entries) {
    for (const finding of entry.findings) {
      const key = `${finding.severity} ${finding.code}`;
      kinds.set(key, withOne(kinds.get(key), finding, entry));
    }
  }
  return [...kinds.values()].sort(inOrder);
}

function withOne(known: FindingKind | undefined, { code, severity }: Diagnostic, entry: BatchEntry): FindingKind {
  const entries = known?.entries ?? [];
  return { code, severity, count: (known?.count ?? 0) + 1, entries: entries.at(-1) === entry ? entries : [...entries, entry] };
}

function inOrder(one: FindingKind, other: FindingKind): number {
  if (one.severity !== other.severity) return one.severity === 'error' ? -1 : 1;
  return other.count - one.count || (one.code < other.code ? -1 : 1);
}
