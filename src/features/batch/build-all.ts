import { basename, dirname, join } from 'node:path';
import type { BuildRequest } from '../../commands/build-request.js';
import { EXIT, type ExitCode, exitCodeOf, exitCodeOfDocument, worst } from '../../commands/exit-code.js';
import { departmentJson, diagnosticsOnly, RUN_SCHEMA_VERSION } from '../../commands/messages/print-json.js';
import { sayFindings } from '../../commands/messages/say.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { type Environment, outputContext, outputFolder, shownPath, showPath } from '../../environment.js';
import type { OutputFile } from '../../output/context.js';
import { comparisonPath } from '../../output/file-names.js';
import { writeTogether } from '../../output/write-together.js';
import { defined } from '../../plain/objects.js';
import { calledFile, type WrittenFile } from '../../publication/outcome.js';
import { type BatchReport, batchReport } from './page/batch-report.js';
import type { DepartmentSummary } from './page/department-summary.js';
import { COLUMNS } from './page/district-totals.js';
import type { BatchEntry, Download } from './page/entry.js';
import { indexPage } from './page/index-page.js';
import { PUBLIC_INDEX, publicIndex } from './page/public-index.js';
import { runBatch } from './run-batch.js';
import { isMade, nameOf, progressOf, sayBatchEnd, sayErrors, sayTable } from './say-batch.js';
import { type BatchOutcome, listDocuments } from './task.js';

/** `build-doc --all`: every department of a year, the page over them, and what it all came to. */
export async function buildAll(paths: readonly string[], request: BuildRequest, environment: Environment): Promise<ExitCode> {
  const started = environment.clock();
  const documents = listDocuments(paths, environment);
  const { outcomes, closed } = await runBatch(documents, request, environment, progressOf(documents.length, environment));
  const report = batchReport(basename(dirname(paths[0] ?? '')), request.draft, outcomes.map(entryOf));
  const index = await writeIndex(report, request, environment);
  sayErrors(outcomes, request, environment);
  sayTable(outcomes, environment);
  sayFindings(index.diagnostics, [], environment);
  const milliseconds = environment.clock() - started;
  sayBatchEnd(outcomes, index.path, request, milliseconds, environment);
  if (request.open && index.path !== undefined) environment.open(shownPath(environment, index.path));
  const exitCode = worst([exitCodeOf(index.diagnostics), ...outcomes.map((outcome) => codeOf(outcome, request))]);
  if (request.format === 'json') printBatchJson({ request, exitCode, outcomes, report, index, milliseconds }, environment);
  await closed;
  return exitCode;
}

function codeOf(outcome: BatchOutcome, request: BuildRequest): ExitCode {
  return outcome.outcome === 'crashed' ? EXIT.bug : exitCodeOfDocument(outcome, request.draft);
}

interface Batch {
  readonly request: BuildRequest;
  readonly exitCode: ExitCode;
  readonly outcomes: readonly BatchOutcome[];
  readonly report: BatchReport;
  readonly index: WrittenIndex;
  readonly milliseconds: number;
}

/** The same as without --all, and what the page over all departments says. */
function printBatchJson({ request, exitCode, outcomes, report, index, milliseconds }: Batch, environment: Environment): void {
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

const named = ({ code, name }: DepartmentSummary) => ({ code, name });

/** What the page says of the district, for programs: amounts are exact 元 as text. */
function reportJson({ year, counts, kinds, totals, changes, threePublic, repeated }: BatchReport) {
  return {
    year,
    counts,
    findings: kinds.map(({ code, severity, count, entries }) => ({ code, severity, count, inputs: entries.map(({ input }) => input) })),
    totals: Object.fromEntries(COLUMNS.map((column) => [column, totals.total[column].toFixed()])),
    proofs: totals.proofs.map(({ label, left, right, equal }) => ({ label, left: left.toFixed(), right: right.toFixed(), equal })),
    changes: changes.map(({ department, current, previous, rate }) => ({
      ...named(department),
      current: current.toFixed(),
      previous: previous.toFixed(),
      rate: rate.toDecimalPlaces(4).toFixed(),
    })),
    threePublic: threePublic.outliers.map(({ department, amount, score }) => ({
      ...named(department),
      amount: amount.toFixed(),
      score: score.toDecimalPlaces(1).toFixed(),
    })),
    repeatedReasons: repeated.map(({ text, given }) => ({
      text,
      departments: given.map(({ department, about }) => ({ ...named(department), about })),
    })),
  };
}

/** The page over all departments as it now stands, or why it could not be written. */
interface WrittenIndex {
  readonly path?: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Beside the bureau's page, and without anything of it: drafts are for nobody else. */
const publicPageOf = (report: BatchReport): OutputFile => ({ name: PUBLIC_INDEX, bytes: Buffer.from(publicIndex(report)) });

/** `out/<year>/index.html` and the index for the public; drafts have a page of their own. */
async function writeIndex(report: BatchReport, request: BuildRequest, environment: Environment): Promise<WrittenIndex> {
  const name = request.draft ? 'index-草稿.html' : 'index.html';
  const base = outputFolder(request.out, environment);
  const compared = comparisonPath(report.year, `${Number(report.year) - 1}`);
  const isThere = environment.files.statSync(join(base, compared), { throwIfNoEntry: false }) !== undefined;
  const pages = [
    { name, bytes: Buffer.from(indexPage(report, isThere ? compared : undefined)) },
    ...(request.draft ? [] : [publicPageOf(report)]),
  ];
  const { outcome, diagnostics } = await writeTogether(base, [report.year], pages, outputContext(environment));
  return outcome === 'failed' ? { diagnostics } : { path: showPath(environment, join(base, report.year, name)), diagnostics };
}

function entryOf(outcome: BatchOutcome): BatchEntry {
  const { input, isUnit, diagnostics, pages, summary, failure, toldBy } = outcome;
  return {
    input,
    isUnit,
    state: isMade(outcome) ? 'made' : outcome.outcome === 'blocked' ? 'blocked' : 'failed',
    findings: diagnostics,
    downloads: outcome.files.flatMap((file) => downloadOf(file, outcome, nameOf(outcome))),
    ...defined({ pages, toldBy }),
    ...(summary && { summary }),
    ...(failure && { failure: failure.message }),
  };
}

function downloadOf(file: WrittenFile, { names }: BatchOutcome, folder: string): Download[] {
  const label = names && calledFile(file, names);
  const path = [folder, basename(file.path)];
  return label === undefined ? [] : [{ label, path, ...(label === '核对报告' && { isReport: true }) }];
}
