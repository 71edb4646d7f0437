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

export function openPool(workers: number, file: string): WorkerPool {
  const pool = new Tinypool({
    filename: file,
    minThreads: workers,
    maxThreads: workers,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    maxMemoryLimitBeforeRecycle: KEPT_BYTES,
  });
  // Workers that end before they have a task leave the queue waiting for ever: then nothing more will come.
  const broken = new Promise<never>((_, reject) => pool.on('error', reject));
  broken.catch(() => undefined);
  return { run: (task) => Promise.race([pool.run(task) as Promise<TaskOutcome>, broken]), close: () => pool.destroy() };
}
