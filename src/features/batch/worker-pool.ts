import { Tinypool } from 'tinypool';
import type { Task, TaskOutcome } from './task.js';

/** A department of three hundred pages takes less than half of it; what takes all of it ends alone instead of stopping the computer. */
const MOST_MEGABYTES = 2048;
/** A worker that holds on to more than this after a document is replaced by a new one. */
const KEPT_BYTES = 1024 ** 3;

/** Threads that make documents; one that ends takes only its document with it. */
export interface WorkerPool {
  /** Rejects where the worker threw or ended. */
  run(task: Task): Promise<TaskOutcome>;
  close(): Promise<void>;
}

/** `file` is what its threads run; `atOnce` of them start now, more where there is more to do. */
export function openPool(atOnce: number, most: number, file: string): WorkerPool {
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
