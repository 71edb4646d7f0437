import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import type { BatchEntry } from './entry.js';

/** All findings of one code, and who has them. */
export interface FindingKind {
  readonly code: string;
  readonly severity: Diagnostic['severity'];
  readonly count: number;
  readonly entries: readonly BatchEntry[];
}

/** Errors first, then what is found most often. */
export function findingsByKind(entries: readonly BatchEntry[]): FindingKind[] {
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
