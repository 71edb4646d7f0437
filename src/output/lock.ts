import { join } from 'node:path';
import type { OutputContext } from './context.js';
import { errorCode, inUse } from './refusal.js';

export const LOCK = '.lock';
const TAKE_OVER = '.lock-takeover';
/** Writing takes less than a second, and half a minute where a file is held open. */
const STALE_AFTER = 120_000;
/** The owner is written right after the file is made; a lock without one was left by a run that was killed in between. */
const NAMELESS_AFTER = 2000;
const PATIENCE = 15_000;
const STEP = 100;

/** Runs the work while no other run writes in the folder; takes over from a run that was killed. */
export async function withLock<T>(folder: string, context: OutputContext, work: () => Promise<T>, patience = PATIENCE): Promise<T> {
  await acquire(folder, context, patience);
  try {
    return await work();
  } finally {
    remove(join(folder, LOCK), context);
  }
}

async function acquire(folder: string, context: OutputContext, patience: number): Promise<void> {
  const end = context.now() + patience;
  for (let first = true; !tryCreate(join(folder, LOCK), context); first = false) {
    if (isStale(join(folder, LOCK), context)) takeOver(folder, context);
    else if (context.now() >= end) throw inUse(folder);
    else {
      if (first) context.onWait('另一次生成正在写同一个文件夹，稍候');
      await context.sleep(STEP);
    }
  }
}

function tryCreate(path: string, { files, run }: OutputContext): boolean {
  let handle: number;
  try {
    handle = files.openSync(path, 'wx');
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
  try {
    files.writeSync(handle, JSON.stringify({ id: run.id, host: run.host }));
  } catch (error) {
    files.unlinkSync(path);
    throw error;
  } finally {
    files.closeSync(handle);
  }
  return true;
}

/** Left by a run of this machine that has ended, or too old to be true. */
function isStale(path: string, { files, run, now }: OutputContext): boolean {
  const stats = files.statSync(path, { throwIfNoEntry: false });
  if (!stats) return false;
  const owner = ownerOf(path, files);
  if (now() - stats.mtimeMs > (owner ? STALE_AFTER : NAMELESS_AFTER)) return true;
  return owner?.host === run.host && typeof owner.id === 'number' && !run.isAlive(owner.id);
}

function ownerOf(path: string, files: OutputContext['files']): { host?: unknown; id?: unknown } | undefined {
  try {
    return JSON.parse(files.readFileSync(path, 'utf8')) as { host?: unknown; id?: unknown };
  } catch {
    return undefined;
  }
}

/** Only one run at a time may remove a stale lock, or the second would remove the first one's new lock. */
function takeOver(folder: string, context: OutputContext): void {
  const path = join(folder, TAKE_OVER);
  if (!tryCreate(path, context)) {
    if (isStale(path, context)) remove(path, context);
    return;
  }
  if (isStale(join(folder, LOCK), context)) remove(join(folder, LOCK), context);
  remove(path, context);
}

/** Best effort: what stays is taken over by the next run. */
function remove(path: string, { files }: OutputContext): void {
  try {
    files.unlinkSync(path);
  } catch (error) {
    if (errorCode(error) === '') throw error;
  }
}
