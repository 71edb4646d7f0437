import { processEnvironment } from '../../commands/process-environment.js';
import type { Environment } from '../../environment.js';
import { makeShelf, type Shelf } from '../../input/shelf.js';
import { buildDepartment } from './build-department.js';
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
  const silent = { say: () => undefined, progress: () => undefined, print: () => undefined };
  const environment = { ...processEnvironment(process, { home: place.home, ...place.machine }), ...place, ...silent };
  return { environment, shelf: makeShelf(environment) };
}

// The pool calls the default.
export default work;
