import { basename, dirname } from 'node:path';
import type { BuildRequest } from '../../commands/build-request.js';
import { EXIT, type ExitCode, exitCodeOf, exitCodeOfDocument, worst } from '../../commands/exit-code.js';
import { sayFindings } from '../../commands/messages/say.js';
import { type Environment, shownPath } from '../../environment.js';
import { listDocuments } from './list-documents.js';
import { printBatchJson } from './print-batch-json.js';
import { runBatch } from './run-batch.js';
import { progressOf, sayBatchEnd, sayErrors, sayTable } from './say-batch.js';
import type { BatchOutcome } from './task.js';
import { reportOf, writeIndex } from './write-index.js';

/** `build-doc --all`: every department of a year, the page over them, and what it all came to. */
export async function buildAll(paths: readonly string[], request: BuildRequest, environment: Environment): Promise<ExitCode> {
  const started = environment.clock();
  const documents = listDocuments(paths, environment);
  const outcomes = await runBatch(documents, request, environment, progressOf(documents.length, environment));
  const report = reportOf(basename(dirname(paths[0] ?? '')), outcomes, request);
  const index = await writeIndex(report, request, environment);
  sayErrors(outcomes, environment, request.debug ?? false);
  sayTable(outcomes, environment);
  sayFindings(index.diagnostics, [], environment);
  const milliseconds = environment.clock() - started;
  sayBatchEnd(outcomes, index.path, request, milliseconds, environment);
  if (request.open && index.path !== undefined) environment.open(shownPath(environment, index.path));
  const exitCode = worst([exitCodeOf(index.diagnostics), ...outcomes.map((outcome) => codeOf(outcome, request))]);
  if (request.format === 'json') printBatchJson({ request, exitCode, outcomes, report, index, milliseconds }, environment);
  return exitCode;
}

function codeOf(outcome: BatchOutcome, request: BuildRequest): ExitCode {
  return outcome.outcome === 'crashed' ? EXIT.bug : exitCodeOfDocument(outcome, request.draft);
}
