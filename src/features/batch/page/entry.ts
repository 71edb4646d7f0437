import { createHash } from 'node:crypto';
import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import type { FileFingerprint } from '../../../input/read-files.js';
import type { DepartmentSummary } from './department-summary.js';

/** A file that the page links to, by its way from the page. */
export interface Download {
  readonly label: string;
  readonly path: readonly string[];
  /** Of what was checked: for the office and the bureau, not for the public. */
  readonly isReport?: boolean;
}

/** One document of a batch, as its page and its table show it. */
export interface BatchEntry {
  /** The department's file as messages show it; names the entry where the department could not be read. */
  readonly input: string;
  /** The document of a department's unit. */
  readonly isUnit: boolean;
  /** `made`: its files stand as they should; `blocked`: by findings; `failed`: they could not be written, or the program failed. */
  readonly state: 'made' | 'blocked' | 'failed';
  readonly findings: readonly Diagnostic[];
  /** Of a unit: the department's file, under which the errors stand that stop this one too. */
  readonly toldBy?: string;
  readonly pages?: number;
  readonly downloads: readonly Download[];
  readonly summary?: DepartmentSummary;
  /** What went wrong inside the program. */
  readonly failure?: string;
}

export const STATUSES = ['可以公开', '有提醒', '有错误', '没有生成'] as const;
export type Status = (typeof STATUSES)[number];

export function statusOf({ state, findings, toldBy }: BatchEntry): Status {
  if (state === 'failed') return '没有生成';
  if (state === 'blocked' || toldBy !== undefined || errorsOf(findings).length > 0) return '有错误';
  return findings.length > 0 ? '有提醒' : '可以公开';
}

/** The department's name, or its file's where it has none yet. */
export function nameOf({ summary, input }: BatchEntry): string {
  return summary ? `${summary.code} ${summary.name}` : (input.split(/[/\\]/).at(-1) ?? input).replace(/\.ya?ml$/i, '');
}

export const errorsOf = (findings: readonly Diagnostic[]): Diagnostic[] => findings.filter(({ severity }) => severity === 'error');

export const warningCount = (findings: readonly Diagnostic[]): number => findings.length - errorsOf(findings).length;

/** «60 个部门、15 个单位» */
export function countWords(entries: readonly Pick<BatchEntry, 'isUnit'>[]): string {
  const units = entries.filter(({ isUnit }) => isUnit).length;
  return `${entries.length - units} 个部门${units > 0 ? `、${units} 个单位` : ''}`;
}

/** A file that was written, by its name in the folder. */
interface RecordedFile {
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
  return `${JSON.stringify({ sha256: sha256Of(text), record: text }, undefined, 1)}\n`;
}

export function textToRecord(text: string): BuildRecord | undefined {
  try {
    const { sha256, record } = JSON.parse(text) as { sha256?: unknown; record?: unknown };
    if (typeof record !== 'string' || sha256 !== sha256Of(record)) return undefined;
    return JSON.parse(record) as BuildRecord;
  } catch {
    return undefined;
  }
}

const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');
