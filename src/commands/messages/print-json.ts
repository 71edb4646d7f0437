import { type Diagnostic, diagnosticsToJson } from '../../diagnostics/diagnostic.js';
import type { Environment } from '../../environment.js';
import { defined } from '../../plain/objects.js';
import type { Outcome } from '../../publication/outcome.js';
import type { BuildRequest } from '../build-request.js';
import type { ExitCode } from '../exit-code.js';

/** Raised when a field is renamed, removed or changes its meaning; not when one is added. */
export const RUN_SCHEMA_VERSION = 1;

export interface Report {
  readonly request: BuildRequest;
  readonly exitCode: ExitCode;
  /** Findings that belong to no department. */
  readonly diagnostics: readonly Diagnostic[];
  readonly outcomes: readonly Outcome[];
  readonly milliseconds: number;
}

/** The report of `build-doc` and `check` for programs, as one JSON value. */
export function printJson({ request, exitCode, diagnostics, outcomes, milliseconds }: Report, environment: Environment): void {
  const report = {
    schemaVersion: RUN_SCHEMA_VERSION,
    command: request.command,
    draft: request.draft,
    exitCode,
    ...diagnosticsOnly(diagnostics),
    departments: outcomes.map(departmentJson),
    milliseconds: Math.round(milliseconds), // ok: a duration
  };
  environment.print(JSON.stringify(report, undefined, 2));
}

/** One document as programs read it. */
export function departmentJson({
  input,
  outcome,
  pages,
  files,
  diagnostics,
  sources,
  toldBy,
}: Omit<Outcome, 'outcome'> & { readonly outcome: string }) {
  const names = sources.map(({ file }) => file);
  return { input, outcome, ...defined({ pages, toldBy }), files, ...diagnosticsOnly(diagnostics, names) };
}

export function diagnosticsOnly(diagnostics: readonly Diagnostic[], files: readonly string[] = []) {
  const { schemaVersion: _, ...rest } = diagnosticsToJson(diagnostics, files);
  return rest;
}
