import { basename, join } from 'node:path';
import { Tinypool } from 'tinypool';
import type { BuildRequest } from '../../commands/build-request.js';
import { statedDepartment } from '../../definition/stated-department.js';
import { type Environment, outputFolder, showPath } from '../../environment.js';
import { readInputFile } from '../../input/read-files.js';
import { districtFolder } from '../../input/unit-documents.js';
import { outputNames } from '../../output/file-names.js';
import { defined } from '../../plain/objects.js';
import { fileFormat, toldOnce } from '../../publication/outcome.js';
import { type Freshness, makeFreshness } from './freshness.js';
import type { BuildRecord } from './page/entry.js';
import type { BatchDocument, BatchOutcome, Task, TaskOutcome } from './task.js';

/** What is known of a document before anything is made: its record where nothing changed, else the task. */
type Plan = { readonly isUnit: boolean } & ({ readonly record: BuildRecord } | { readonly task: Task });

/** Makes all documents, several at a time; told of each as it ends. What happens to one does not touch the others. */
export async function runBatch(
  documents: readonly BatchDocument[],
  request: BuildRequest,
  environment: Environment,
  onDone: (outcome: BatchOutcome) => void,
): Promise<BatchOutcome[]> {
  const run = { request, freshness: freshnessOf(documents, request, environment), environment };
  // Threads start while all else is looked at.
  const early = poolFor(documents.filter(run.freshness.isNew).length, request, environment);
  const plans = planBatch(documents, run);
  const pool = early ?? poolFor(plans.filter((plan) => 'task' in plan).length, request, environment);
  const make = async (plan: Plan): Promise<BatchOutcome> => {
    const made = 'record' in plan ? keptOutcome(plan.record, request, environment) : await runTask(plan.task, pool, environment);
    const outcome = { ...made, isUnit: plan.isUnit };
    onDone(outcome);
    return outcome;
  };
  const making = new Map(largestFirst(plans, environment).map((plan) => [plan, make(plan)]));
  try {
    const outcomes = await Promise.all(plans.map((plan) => making.get(plan) as Promise<BatchOutcome>));
    const of = new Map(documents.map(({ path }, index) => [path, outcomes[index]] as const));
    return outcomes.map((outcome, index) => toldOnce(outcome, of.get(documents[index]?.department ?? '')));
  } finally {
    await pool?.close();
  }
}

/**
 * One large document at the end would keep a single worker busy while the others have nothing left to do. Units stay behind their
 * department, which whoever makes them has read then.
 */
function largestFirst(plans: readonly Plan[], { files }: Environment): Plan[] {
  const sizeOf = (plan: Plan): number => {
    if ('record' in plan) return 0;
    const { department, path } = plan.task;
    return files.statSync(department ?? path, { throwIfNoEntry: false })?.size ?? 0;
  };
  const sized = plans.map((plan) => ({ plan, size: sizeOf(plan) }));
  return sized.sort((one, other) => other.size - one.size).map(({ plan }) => plan);
}

function poolFor(tasks: number, request: BuildRequest, { machine }: Environment): WorkerPool | undefined {
  const most = request.workers ?? machine.processors;
  return tasks === 0 ? undefined : openPool(Math.min(most, tasks), most, machine.worker);
}

function freshnessOf(documents: readonly BatchDocument[], request: BuildRequest, environment: Environment): Freshness {
  const year = basename(districtFolder(documents[0]?.path ?? ''));
  return makeFreshness(join(outputFolder(request.out, environment), year), request, environment);
}

/** Two files of one department would take turns in the same folder: the second is refused before either is made. */
function planBatch(documents: readonly BatchDocument[], run: Run): Plan[] {
  const { freshness, environment } = run;
  const claimed = new Map<string, string>();
  return documents.map((document) => {
    const record = freshness.recordOf(document);
    const folder = record?.folders.at(-1)?.toLowerCase() ?? folderOf(document);
    const twin = folder === undefined ? undefined : claimed.get(folder);
    if (folder !== undefined && twin === undefined) claimed.set(folder, showPath(environment, document.path));
    const isUnit = document.department !== undefined;
    if (record && twin === undefined) return { isUnit, record };
    return { isUnit, task: taskOf(document, twin, run) };
  });
}

function folderOf({ path }: BatchDocument): string | undefined {
  const names = statedNames(path);
  return (
    names &&
    outputNames({ ...names, year: '' }, false)
      .folders.at(-1)
      ?.toLowerCase()
  );
}

/** By what a document's folder is named; nothing where its file cannot be read that far, for then it writes nothing. */
function statedNames(path: string): { readonly code: string; readonly name: string } | undefined {
  const { value: file } = readInputFile(path, path);
  const department = file && statedDepartment(file);
  if (!department) return undefined;
  const { 代码: code, 名称: name } = department;
  return typeof code === 'string' && typeof name === 'string' ? { code, name } : undefined;
}

interface Run {
  readonly request: BuildRequest;
  readonly freshness: Freshness;
  readonly environment: Environment;
}

function taskOf(document: BatchDocument, twin: string | undefined, { request, freshness, environment }: Run): Task {
  const { home, project, folder, machine } = environment;
  const surroundings = freshness.surroundings(document);
  return { ...document, request, place: { home, project, folder, machine }, surroundings, ...defined({ twin }) };
}

/** A worker that threw or ended has met a mistake of the program, or run out of memory. */
async function runTask(task: Task, pool: WorkerPool | undefined, environment: Environment): Promise<TaskOutcome> {
  const started = environment.clock();
  try {
    if (!pool) throw new Error('no workers');
    return await pool.run(task);
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    const failure = { message, ...defined({ stack }) };
    const nothing = { files: [], diagnostics: [], sources: [], milliseconds: environment.clock() - started };
    return { input: showPath(environment, task.path), outcome: 'crashed', failure, ...nothing };
  }
}

/** What a document came to when it was made. */
function keptOutcome(record: BuildRecord, request: BuildRequest, environment: Environment): TaskOutcome {
  const { input, folders, pages, diagnostics, summary } = record;
  const path = (name: string) => showPath(environment, join(outputFolder(request.out, environment), ...folders, name));
  const files = record.files.map(({ name, size, sha256 }) => ({ format: fileFormat(name), path: path(name), size, sha256 }));
  const names = outputNames({ ...summary, subject: summary.partOf === undefined ? '部门' : '单位' }, request.draft);
  return { input, outcome: 'kept', names, files, pages, diagnostics, sources: [], summary, milliseconds: 0 };
}

/** A department of three hundred pages takes less than half of it; what takes all of it ends alone instead of stopping the computer. */
const MOST_MEGABYTES = 2048;
/** A worker that holds on to more than this after a document is replaced by a new one. */
const KEPT_BYTES = 1024 ** 3;

/** Threads that make documents; one that ends takes only its document with it. */
interface WorkerPool {
  /** Rejects where the worker threw or ended. */
  run(task: Task): Promise<TaskOutcome>;
  close(): Promise<void>;
}

function openPool(atOnce: number, most: number, file: string): WorkerPool {
  const pool = new Tinypool({
    filename: file,
    minThreads: atOnce,
    maxThreads: most,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    maxMemoryLimitBeforeRecycle: KEPT_BYTES,
    // Node.js lets go of what has compressed something when the event loop comes round; a thread that waits by Atomics has none.
    useAtomics: false,
  });
  // Workers that end before they have a task leave the queue waiting for ever: then nothing more will come.
  const broken = new Promise<never>((_, reject) => pool.on('error', reject));
  broken.catch(() => undefined);
  return { run: (task) => Promise.race([pool.run(task) as Promise<TaskOutcome>, broken]), close: () => closePool(pool) };
}

/**
 * A worker that fails only now has nothing left to tell. Tinypool 2.2.0 waits for each with `events.once`, which takes its
 * listeners off again where a worker fails, and its workers cannot do that: without this, the process would end.
 */
async function closePool(pool: Tinypool): Promise<void> {
  for (const worker of pool.threads) Object.assign(worker, { removeListener: () => worker });
  await pool.destroy().catch(() => undefined);
}
