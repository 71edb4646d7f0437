import type { Stats } from 'node:fs';
import { join } from 'node:path';
import type { OutputContext } from './context.js';
import { exists, isHeld, patiently } from './durable.js';
import { errorCode, inUse, lockFromFuture, lockStuck, Refusal } from './refusal.js';

export const LOCK = '.lock';
const TAKE_OVER = '.lock-takeover';
/** Writing takes less than a second, and half a minute where a file is held open. */
const STALE_AFTER = 120_000;
/** The owner is written right after the file is made; a lock without one was left by a run that was killed in between. */
const NAMELESS_AFTER = 2000;
/** Clocks of computers that share a folder differ by some seconds. */
const CLOCKS_DIFFER = 5000;
/** An owner takes some sixty bytes; more is not ours, and a pipe would never end. */
const MAX_BYTES = 1024;
const PATIENCE = 15_000;
const STEP = 100;

/** What the work gave, and the lock where it could not be removed. */
export interface Unlocked<T> {
  readonly value: T;
  readonly left: readonly string[];
}

/** Runs the work while no other run writes in the folder; takes over from a run that was killed. */
export async function withLock<T>(
  folder: string,
  context: OutputContext,
  work: () => Promise<T>,
  patience = PATIENCE,
): Promise<Unlocked<T>> {
  await acquire(folder, context, patience);
  try {
    const value = await work();
    return { value, left: await release(folder, context) };
  } catch (error) {
    await release(folder, context);
    throw error;
  }
}

/** Counts its own waits, as clocks are set back; a lock that cannot be removed is waited for like one that is in use. */
async function acquire(folder: string, context: OutputContext, patience: number): Promise<void> {
  const path = join(folder, LOCK);
  for (let waited = 0; !tryCreate(path, context); waited += STEP) {
    if (isStale(path, context) && takeOver(folder, context) && tryCreate(path, context)) return;
    if (waited >= patience) throw refusal(folder, context);
    if (waited === 0) context.onWait('另一次生成正在写同一个文件夹，稍候');
    await context.sleep(STEP);
  }
}

/** What stays is taken over by the next run. */
async function release(folder: string, context: OutputContext): Promise<string[]> {
  try {
    await patiently(join(folder, LOCK), context, () => remove(join(folder, LOCK), context));
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [LOCK];
  }
}

/** False where the lock, or whatever bears its name, is there already. */
function tryCreate(path: string, context: OutputContext): boolean {
  try {
    writeOwner(path, context);
    return true;
  } catch (error) {
    // Windows: a file that is being removed, or a folder.
    if (['EEXIST', 'EISDIR', 'EBUSY'].includes(errorCode(error)) || (isHeld(error) && exists(path, context.files))) return false;
    throw error;
  }
}

function writeOwner(path: string, { files, run }: OutputContext): void {
  const handle = files.openSync(path, 'wx');
  try {
    try {
      files.writeSync(handle, JSON.stringify({ id: run.id, host: run.host }));
    } finally {
      files.closeSync(handle);
    }
  } catch (error) {
    removeQuietly(path, { files });
    throw error;
  }
}

/** Left by a run of this machine that has ended, or too old to be true. One that cannot be looked at is in use. */
function isStale(path: string, context: OutputContext): boolean {
  const { run, now } = context;
  const stats = statsOf(path, context);
  if (!stats) return false;
  const owner = stats.isFile() && stats.size <= MAX_BYTES ? ownerOf(path, context) : undefined;
  if (now() - stats.mtimeMs > (owner ? STALE_AFTER : NAMELESS_AFTER)) return true;
  return owner?.host === run.host && !run.isAlive(owner.id);
}

function statsOf(path: string, { files }: OutputContext): Stats | undefined {
  try {
    return files.lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (errorCode(error) === '') throw error;
    return undefined;
  }
}

interface Owner {
  readonly id: number;
  readonly host: string;
}

/** Nothing for what this program did not write. */
function ownerOf(path: string, { files }: OutputContext): Owner | undefined {
  try {
    const { id, host } = JSON.parse(files.readFileSync(path, 'utf8')) as Partial<Owner>;
    return Number.isSafeInteger(id) && Number(id) > 0 && typeof host === 'string' ? { id: Number(id), host } : undefined;
  } catch {
    return undefined;
  }
}

/** Only one run at a time may remove a stale lock, or the second would remove the first one's new lock. True where it is gone. */
function takeOver(folder: string, context: OutputContext): boolean {
  const path = join(folder, TAKE_OVER);
  if (!tryCreate(path, context)) {
    if (isStale(path, context)) removeQuietly(path, context);
    return false;
  }
  try {
    return isStale(join(folder, LOCK), context) && removeQuietly(join(folder, LOCK), context);
  } finally {
    removeQuietly(path, context);
  }
}

/** Why the folder cannot be had, by what stands in it. */
function refusal(folder: string, context: OutputContext): Refusal {
  const locks = [TAKE_OVER, LOCK].map((name) => join(folder, name));
  const stuck = locks.find((path) => isStale(path, context));
  if (stuck !== undefined) return lockStuck(folder, stuck);
  const path = join(folder, LOCK);
  const stats = statsOf(path, context);
  return stats && stats.mtimeMs > context.now() + CLOCKS_DIFFER ? lockFromFuture(folder, path, stats.mtime) : inUse(folder, path);
}

function remove(path: string, { files }: Pick<OutputContext, 'files'>): void {
  try {
    files.unlinkSync(path);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
}

/** True where it is gone. */
function removeQuietly(path: string, context: Pick<OutputContext, 'files'>): boolean {
  try {
    remove(path, context);
    return true;
  } catch (error) {
    if (errorCode(error) === '') throw error;
    return false;
  }
}
