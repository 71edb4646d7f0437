import { createHash } from 'node:crypto';
import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import type { FileFingerprint } from '../../../input/fingerprints.js';
import type { DepartmentSummary } from './department-summary.js';

/** A file that was written, by its name in the folder. */
export interface RecordedFile {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

/**
 * What a document was made from and what came of it. It is written together with the document's files, and says nothing
 * about time: these inputs give these files, whoever puts them there. So it can be believed as long as the files are the same.
 */
export interface BuildRecord {
  /** The department's file as messages show it. */
  readonly input: string;
  /** Fingerprints of the bytes that were read. */
  readonly inputs: readonly FileFingerprint[];
  /** One fingerprint for all else that matters: program, fonts, options, last year's file. */
  readonly surroundings: string;
  readonly folders: readonly string[];
  readonly files: readonly RecordedFile[];
  readonly pages: number;
  readonly diagnostics: readonly Diagnostic[];
  readonly summary: DepartmentSummary;
}

/** The record with a fingerprint of its own, as a file that somebody damaged must count as none. */
export function recordToText(record: BuildRecord): string {
  const text = JSON.stringify(record);
  return `${JSON.stringify({ sha256: fingerprint(text), record: text }, undefined, 1)}\n`;
}

export function textToRecord(text: string): BuildRecord | undefined {
  try {
    const { sha256, record } = JSON.parse(text) as { sha256?: unknown; record?: unknown };
    if (typeof record !== 'string' || sha256 !== fingerprint(record)) return undefined;
    return JSON.parse(record) as BuildRecord;
  } catch {
    return undefined;
  }
}

const fingerprint = (text: string): string => createHash('sha256').update(text).digest('hex');
