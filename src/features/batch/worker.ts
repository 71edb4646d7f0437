import { processEnvironment } from '../../commands/process-environment.js';
import type { Environment } from '../../environment.js';
import { sha256 } from '../../input/read-files.js';
import { makeShelf, type Shelf } from '../../input/shelf.js';
import type { OutputFile } from '../../output/context.js';
import { makeDisclosure, writeDisclosure } from '../../pipeline.js';
import { type Disclosure, refuseTwin } from '../../publication/disclosure.js';
import type { Outcome } from '../../publication/outcome.js';
import { recordName } from './freshness.js';
import { type DepartmentSummary, departmentSummary } from './page/department-summary.js';
import { type BuildRecord, recordToText } from './page/entry.js';
import type { Task, TaskOutcome } from './task.js';

/** What a worker keeps from one document to the next: the profile, the code lists and the fonts are read once. */
let kept: { readonly environment: Environment; readonly shelf: Shelf } | undefined;

/** The second entrance of the program, beside cli.ts: one document of a batch, in a thread of its own. */
export async function work(task: Task): Promise<TaskOutcome> {
  kept ??= start(task);
  const { environment, shelf } = kept;
  const started = environment.clock();
  const made = await buildDepartment(task, shelf, environment);
  return { ...made, milliseconds: environment.clock() - started };
}

/** Only the main thread speaks. */
function start({ place }: Task): { environment: Environment; shelf: Shelf } {
  const silent = { say: () => undefined, progress: () => undefined, print: () => undefined, open: () => undefined };
  const environment = { ...processEnvironment(process, { home: place.home, ...place.machine }), ...place, ...silent };
  return { environment, shelf: makeShelf(environment) };
}

// The pool calls the default.
export default work;

/** One department as a single build makes it, with the record that lets the next batch pass it over. */
async function buildDepartment(
  { path, request, twin, surroundings }: Task,
  shelf: Shelf,
  environment: Environment,
): Promise<Omit<TaskOutcome, 'milliseconds'>> {
  const prepared = await makeDisclosure(path, request, shelf, environment);
  const disclosure = twin === undefined ? prepared : refuseTwin(prepared, twin);
  const summary = disclosure.budget && departmentSummary(disclosure.budget, disclosure.document);
  const record = (outputs: readonly OutputFile[]) => recordFile({ disclosure, summary, surroundings }, outputs, recordName(request));
  const outcome = await writeDisclosure(disclosure, request, environment, record);
  return { ...outcome, sources: sourcesOfFindings(outcome), ...(summary && { summary }) };
}

/** Texts are kept only where a finding shows a line of them. */
function sourcesOfFindings({ diagnostics, sources }: Outcome): Outcome['sources'] {
  const files = new Set(diagnostics.map(({ at }) => at?.file));
  return sources.filter(({ file }) => files.has(file));
}

interface Made {
  readonly disclosure: Disclosure;
  readonly summary: DepartmentSummary | undefined;
  readonly surroundings: string;
}

function recordFile({ disclosure, summary, surroundings }: Made, outputs: readonly OutputFile[], name: string): OutputFile[] {
  const { input, inputs, names, layout, diagnostics } = disclosure;
  if (!names || !layout || !summary) return [];
  const record: BuildRecord = {
    input,
    inputs,
    surroundings,
    folders: names.folders,
    files: outputs.map((file) => ({ name: file.name, size: file.bytes.length, sha256: sha256(file.bytes) })),
    pages: layout.pageCount,
    diagnostics,
    summary,
  };
  return [{ name, bytes: Buffer.from(recordToText(record)) }];
}
