import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { OutputContext } from './context.js';
import { LOCK, withLock } from './lock.js';
import { type Refusal, refusalOf } from './refusal.js';
import { isOurs, recover } from './transaction.js';

/**
 * Finishes what killed runs left under an output folder, so that each pair there, and each year's page, is whole before
 * anything else. What could not be put right is said.
 */
export async function recoverAll(base: string, context: OutputContext): Promise<Diagnostic[]> {
  const said: Diagnostic[] = [];
  for (const year of foldersIn(base, context).filter((name) => /^\d{4}$/.test(name))) {
    said.push(...(await recoverOne(join(base, year), context)));
    for (const name of foldersIn(join(base, year), context)) said.push(...(await recoverOne(join(base, year, name), context)));
  }
  return said;
}

/** Waits for nobody: two hundred folders would add up, and one that cannot be put right is refused when it is written to. */
async function recoverOne(folder: string, context: OutputContext): Promise<readonly Diagnostic[]> {
  const impatient = { ...context, patience: [] };
  try {
    const leftovers = context.files.readdirSync(folder).filter((name) => isOurs(name) || name.startsWith(LOCK));
    if (leftovers.length === 0) return [];
    return (await withLock(folder, impatient, () => recover(folder, impatient), 0)).value;
  } catch (error) {
    return notRecovered(refusalOf(error, folder), context);
  }
}

/** Another run that is writing there is no news. */
function notRecovered(refusal: Refusal, { show }: OutputContext): Diagnostic[] {
  if (refusal.code === 'output-in-use') return [];
  const { message, hint = '' } = refusal.toDiagnostic(show);
  return [{ code: 'output-not-recovered', severity: 'warning', message: `上次中断的生成还没有恢复：${message}`, hint }];
}

function foldersIn(path: string, { files }: OutputContext): string[] {
  try {
    const entries = files.readdirSync(path, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  } catch {
    return [];
  }
}
