import { basename, join } from 'node:path';
import type { BuildRequest } from '../../commands/build-request.js';
import { statedDepartment } from '../../definition/stated-department.js';
import { type Environment, outputFolder, showPath } from '../../environment.js';
import { readInputFile } from '../../input/read-files.js';
import { districtFolder } from '../../input/unit-documents.js';
import { outputNames } from '../../output/file-names.js';
import { defined, groupBy } from '../../plain/objects.js';
import { fileFormat, toldOnce } from '../../publication/outcome.js';
import { type Freshness, makeFreshness } from './freshness.js';
import type { BuildRecord } from './page/entry.js';
import { shareOut } from './share-out.js';
import type { BatchDocument, BatchOutcome, Task, TaskOutcome } from './task.js';
import { openPool, type WorkerPool } from './worker-pool.js';

/** What is known of a document before anything is made: its record where nothing changed, else the task. */
type Plan = ToMake | { readonly isUnit: boolean; readonly record: BuildRecord };

interface ToMake {
  readonly isUnit: boolean;
  readonly task: Task;
}

/** What became of all documents. */
export interface BatchRun {
  readonly outcomes: readonly BatchOutcome[];
  /** When the threads have ended: they take a while to clear up, and nothing waits for it but the end of the program. */
  readonly closed: Promise<void>;
}

/** Makes all documents, several at a time; told of each as it ends. What happens to one does not touch the others. */
export async function runBatch(
  documents: readonly BatchDocument[],
  request: BuildRequest,
  environment: Environment,
  onDone: (outcome: BatchOutcome) => void,
): Promise<BatchRun> {
  const run = { request, freshness: freshnessOf(documents, request, environment), environment };
  // Threads start while all else is looked at.
  const early = poolFor(documents.filter(run.freshness.isNew).length, request, environment);
  const plans = planBatch(documents, run);
  const pool = early ?? poolFor(plans.filter((plan) => 'task' in plan).length, request, environment);
  const ended = new Map<Plan, BatchOutcome>();
  const end = (plan: Plan, made: TaskOutcome): void => {
    const outcome = { ...made, isUnit: plan.isUnit };
    ended.set(plan, outcome);
    onDone(outcome);
  };
  for (const plan of plans) if ('record' in plan) end(plan, keptOutcome(plan.record, request, environment));
  const toMake = plans.filter((plan) => 'task' in plan);
  const make = async (plan: ToMake) => end(plan, await runTask(plan.task, pool, environment));
  const making = shareOut(families(toMake, environment), mostOf(request, environment), make);
  // Whatever comes of it: threads that wait for more keep the program from ending.
  const closed = making.catch(() => undefined).then(() => pool?.close());
  await making;
  const all = plans.map((plan) => ended.get(plan) as BatchOutcome);
  const of = new Map(documents.map(({ path }, index) => [path, all[index]] as const));
  return { outcomes: all.map((outcome, index) => toldOnce(outcome, of.get(documents[index]?.department ?? ''))), closed };
}

/**
 * A department with its units, whose documents are made from its file, too; the largest first: at the end it would keep a single
 * worker busy while the others have nothing left to do.
 */
function families(plans: readonly ToMake[], { files }: Environment): ToMake[][] {
  const sized = [...groupBy(plans, ({ task }) => task.department ?? task.path)].map(([path, family]) => ({
    family,
    size: files.statSync(path, { throwIfNoEntry: false })?.size ?? 0,
  }));
  return sized.sort((one, other) => other.size - one.size).map(({ family }) => family);
}

/** How many threads there are at the most. */
const mostOf = (request: BuildRequest, { machine }: Environment): number => request.workers ?? machine.processors;

function poolFor(tasks: number, request: BuildRequest, environment: Environment): WorkerPool | undefined {
  const most = mostOf(request, environment);
  return tasks === 0 ? undefined : openPool(Math.min(most, tasks), most, environment.machine.worker);
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
