import { type Diagnostic, inOrder } from './diagnostic.js';

/** Raised when a field is renamed, removed or changes its meaning; not when one is added. */
export const DIAGNOSTICS_SCHEMA_VERSION = 1;

/** The diagnostics for programs: what is printed, in the same order, none left out. */
export interface DiagnosticsJson {
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
