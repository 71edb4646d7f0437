import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
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
