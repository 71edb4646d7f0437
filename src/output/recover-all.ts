import { join } from 'node:path';
import type { OutputContext } from './context.js';
import { LOCK, withLock } from './lock.js';
import { refusalOf } from './refusal.js';
import { isOurs, recover } from './transaction.js';

/** Finishes what killed runs left under an output folder, so that each pair there, and each year's page, is whole before anything else. */
export async function recoverAll(base: string, context: OutputContext): Promise<void> {
  for (const year of foldersIn(base, context).filter((name) => /^\d{4}$/.test(name))) {
    await recoverOne(join(base, year), context);
    for (const name of foldersIn(join(base, year), context)) await recoverOne(join(base, year, name), context);
  }
}

/** Best effort: a folder that cannot be put right now is refused later, when it is written to. */
async function recoverOne(folder: string, context: OutputContext): Promise<void> {
  try {
    const leftovers = context.files.readdirSync(folder).filter((name) => isOurs(name) || name.startsWith(LOCK));
    if (leftovers.length > 0) await withLock(folder, context, () => recover(folder, context), 0);
  } catch (error) {
    refusalOf(error, folder);
  }
}

function foldersIn(path: string, { files }: OutputContext): string[] {
  try {
    const entries = files.readdirSync(path, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  } catch {
    return [];
  }
}
