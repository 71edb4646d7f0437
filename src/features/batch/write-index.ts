import { basename, join } from 'node:path';
import type { BuildRequest } from '../../commands/build-request.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { type Environment, outputContext, outputFolder, showPath } from '../../environment.js';
import type { OutputFile } from '../../output/context.js';
import { comparisonPath } from '../../output/file-names.js';
import { writeTogether } from '../../output/write-together.js';
import { defined } from '../../plain/objects.js';
import { calledFile, type WrittenFile } from '../../publication/outcome.js';
import { type BatchReport, batchReport } from './page/batch-report.js';
import type { BatchEntry, Download } from './page/entry.js';
import { indexPage } from './page/index-page.js';
import { PUBLIC_INDEX, publicIndex } from './page/public-index.js';
import { isMade, nameOf } from './say-batch.js';
import type { BatchOutcome } from './task.js';

/** The page over all departments as it now stands, or why it could not be written. */
export interface WrittenIndex {
  readonly path?: string;
  readonly diagnostics: readonly Diagnostic[];
}

export function reportOf(year: string, outcomes: readonly BatchOutcome[], { draft }: BuildRequest): BatchReport {
  return batchReport(year, draft, outcomes.map(entryOf));
}

/** Beside the bureau's page, and without anything of it: drafts are for nobody else. */
const publicPageOf = (report: BatchReport): OutputFile => ({ name: PUBLIC_INDEX, bytes: Buffer.from(publicIndex(report)) });

/** `out/<year>/index.html` and the index for the public; drafts have a page of their own. */
export async function writeIndex(report: BatchReport, request: BuildRequest, environment: Environment): Promise<WrittenIndex> {
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
