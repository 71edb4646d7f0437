import type { FindingCode } from './finding-codes.js';

/** Where something stands in a source file. Lines and columns count from 1; a column counts characters. */
export interface SourceLocation {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Of a workbook: the cell, as 支出!B7. */
  readonly cell?: string;
  /** Of a workbook: which of its sheets, counted from 0, so that findings come in the order of the sheets. */
  readonly sheet?: number;
}

/** `error` blocks the official output; `warning` is printed and reported. */
export type Severity = 'error' | 'warning';

/** The other side of a disagreement, or the first of two duplicates. */
export interface RelatedPlace {
  readonly message: string;
  readonly at?: SourceLocation;
}

/** A mistake of the user, as a value. `message` says what is wrong, `hint` what to do; neither names the place. */
export interface Diagnostic {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly message: string;
  readonly at?: SourceLocation;
  readonly related?: readonly RelatedPlace[];
  readonly expected?: string;
  readonly actual?: string;
  readonly hint?: string;
  /** The notice and article that the rule comes from. */
  readonly basis?: string;
}

/** True where a diagnostic of the list blocks the official output. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}

/** By file, sheet, line and column; those without a place last. `files` come first, in their order. */
export function inOrder(diagnostics: readonly Diagnostic[], files: readonly string[] = []): Diagnostic[] {
  return [...diagnostics].sort((a, b) => {
    if (!a.at || !b.at) return Number(!a.at) - Number(!b.at);
    return (
      compareFiles(a.at.file, b.at.file, files) ||
      (a.at.sheet ?? 0) - (b.at.sheet ?? 0) ||
      a.at.line - b.at.line ||
      a.at.column - b.at.column
    );
  });
}

function compareFiles(a: string, b: string, files: readonly string[]): number {
  const rank = (file: string) => (files.includes(file) ? files.indexOf(file) : files.length);
  if (a === b) return 0;
  // By code units, so that the order does not depend on the machine's language.
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

/** Raised when a field is renamed, removed or changes its meaning; not when one is added. */
const DIAGNOSTICS_SCHEMA_VERSION = 1;

/** The diagnostics for programs: what is printed, in the same order, none left out. */
interface DiagnosticsJson {
  readonly schemaVersion: typeof DIAGNOSTICS_SCHEMA_VERSION;
  readonly summary: { readonly errors: number; readonly warnings: number };
  readonly diagnostics: readonly Diagnostic[];
}

export function diagnosticsToJson(diagnostics: readonly Diagnostic[], files: readonly string[] = []): DiagnosticsJson {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error').length;
  return {
    schemaVersion: DIAGNOSTICS_SCHEMA_VERSION,
    summary: { errors, warnings: diagnostics.length - errors },
    diagnostics: inOrder(diagnostics, files),
  };
}
