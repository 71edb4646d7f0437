import { basename } from 'node:path';
import type { OutputContext } from './context.js';
import { errorCode, heldOpen, refusalOf } from './refusal.js';

/** Waits between attempts: a virus scanner or a synchronising drive lets go within these seven seconds; Word does not. */
const WAITS = [100, 200, 400, 800, 1500, 2000, 2000];
/** What systems answer while another program holds a file. */
const HELD = ['EBUSY', 'EPERM', 'EACCES', 'ETXTBSY'];

/** Where nothing is replaced, a missing permission is just that. */
export const BUSY = ['EBUSY'];

export const isHeld = (error: unknown, codes: readonly string[] = HELD): boolean => codes.includes(errorCode(error));

/**
 * Does something with a file, again and again while another program holds it; whatever else goes wrong is a refusal that
 * names the file. The operation may be cut anywhere, and has to do right when it is begun anew.
 */
export async function patiently<T>(path: string, context: OutputContext, operation: () => T, held: readonly string[] = HELD): Promise<T> {
  const { sleep, onWait, patience = WAITS } = context;
  for (const wait of patience) {
    try {
      return operation();
    } catch (error) {
      if (!isHeld(error, held)) throw refusalOf(error, path);
    }
    onWait(`“${basename(path)}”被占用，等待它关闭`);
    await sleep(wait);
  }
  try {
    return operation();
  } catch (error) {
    throw isHeld(error, held) ? heldOpen(path) : refusalOf(error, path);
  }
}
