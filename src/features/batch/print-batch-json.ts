import type { BuildRequest } from '../../commands/build-request.js';
import type { ExitCode } from '../../commands/exit-code.js';
import { departmentJson, diagnosticsOnly, RUN_SCHEMA_VERSION } from '../../commands/messages/print-json.js';
import type { Environment } from '../../environment.js';
import type { BatchReport } from './page/batch-report.js';
import { reportJson } from './page/report-json.js';
import type { BatchOutcome } from './task.js';
import type { WrittenIndex } from './write-index.js';

interface Batch {
  readonly request: BuildRequest;
  readonly exitCode: ExitCode;
  readonly outcomes: readonly BatchOutcome[];
  readonly report: BatchReport;
  readonly index: WrittenIndex;
  readonly milliseconds: number;
}

/** The same as without --all, and what the page over all departments says. */
export function printBatchJson({ request, exitCode, outcomes, report, index, milliseconds }: Batch, environment: Environment): void {
  const all = {
    schemaVersion: RUN_SCHEMA_VERSION,
    command: request.command,
    draft: request.draft,
    exitCode,
    ...diagnosticsOnly(index.diagnostics),
    departments: outcomes.map(batchDepartmentJson),
    ...(index.path !== undefined && { index: index.path }),
    district: reportJson(report),
    milliseconds: Math.round(milliseconds), // ok: a duration
  };
  environment.print(JSON.stringify(all, undefined, 2));
}

function batchDepartmentJson(outcome: BatchOutcome) {
  const { failure, summary } = outcome;
  return { ...departmentJson(outcome), ...(summary && { totals: summary.totals }), ...(failure && { failure: failure.message }) };
}
