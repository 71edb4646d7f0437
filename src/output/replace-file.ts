import { basename } from 'node:path';
import type { OutputContext } from './context.js';
import { errorCode, heldOpen } from './refusal.js';

/** Waits between attempts: a virus scanner or a sync program lets go within these seconds; Word does not. */
const WAITS = [100, 200, 400, 800, 1500, 2000, 2000];
const HELD = ['EBUSY', 'EPERM', 'EACCES', 'ETXTBSY'];

/** Renames a file over another; one that is held open is tried again for seven seconds. */
export async function replaceFile(from: string, to: string, { files, sleep, onWait }: OutputContext): Promise<void> {
  for (const wait of [...WAITS, undefined]) {
    try {
      files.renameSync(from, to);
      return;
    } catch (error) {
      if (!HELD.includes(errorCode(error))) throw error;
      if (wait === undefined) throw heldOpen(to);
      onWait(`“${basename(to)}”被占用，等待它关闭`);
      await sleep(wait);
    }
  }
}
