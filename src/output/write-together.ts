import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { FileOperations, OutputContext, OutputFile } from './context.js';
import { BUSY, patiently } from './durable.js';
import { existingTargets, prepareFolder, removeEmpty } from './folder.js';
import { LOCK, withLock } from './lock.js';
import { LEFT_BEHIND, leftBehind, openElsewhere, type Refusal, refusalOf } from './refusal.js';
import { commitFiles, isOurs, recover } from './transaction.js';

/** What became of the files of one disclosure. */
export interface WriteResult {
  /** `unchanged`: the folder held these very bytes, and nothing was touched. */
  readonly outcome: 'written' | 'unchanged' | 'failed';
  readonly diagnostics: readonly Diagnostic[];
}

/** Writes files into `base/…folders`: all of them or none, whatever happens on the way. */
export async function writeTogether(
  base: string,
  folders: readonly string[],
  outputs: readonly OutputFile[],
  context: OutputContext,
): Promise<WriteResult> {
  const made: string[] = [];
  try {
    const folder = await patiently(join(base, ...folders), context, () => prepareFolder(base, folders, made, context.files), BUSY);
    const { value, left } = await withLock(folder, context, () => writeLocked(folder, outputs, context));
    const locked = left.length > 0 ? [leftBehind(context.show(folder), left)] : [];
    return { ...value, diagnostics: [...value.diagnostics, ...locked] };
  } catch (error) {
    return { outcome: 'failed', diagnostics: [refusalOf(error, join(base, ...folders)).toDiagnostic(context.show)] };
  } finally {
    removeEmpty(made, context.files);
  }
}

async function writeLocked(folder: string, outputs: readonly OutputFile[], context: OutputContext): Promise<WriteResult> {
  const { files } = context;
  const recovered = await recover(folder, context);
  const { existing, changed } = await patiently(folder, context, () => compare(folder, outputs, files), BUSY);
  if (changed.length === 0) return { outcome: 'unchanged', diagnostics: recovered };
  const reminders = await commitFiles(folder, changed, existing, context);
  const names = changed.map(({ name }) => name);
  // What recovering could not clean up has been cleaned up since, or is said again.
  const before = recovered.filter(({ code }) => code !== LEFT_BEHIND);
  return { outcome: 'written', diagnostics: [...before, ...reminders, ...openElsewhere(folder, names, files)] };
}

/** Which files are there, and which are to be made or made anew. */
function compare(folder: string, outputs: readonly OutputFile[], files: FileOperations): { existing: string[]; changed: OutputFile[] } {
  const names = outputs.map(({ name }) => name);
  const existing = existingTargets(folder, names, files);
  const changed = outputs.filter(({ name, bytes }) => !existing.includes(name) || !holds(join(folder, name), bytes, files));
  return { existing, changed };
}

/** True where the file is these bytes already: then a program that holds it open need not be closed. */
function holds(path: string, bytes: Uint8Array, files: FileOperations): boolean {
  return files.statSync(path).size === bytes.length && files.readFileSync(path).equals(bytes);
}

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
