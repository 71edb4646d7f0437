import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { FileOperations, OutputContext, OutputFile } from './context.js';
import { existingTargets, prepareFolder, removeEmpty } from './folder.js';
import { withLock } from './lock.js';
import { openElsewhere } from './open-elsewhere.js';
import { BUSY, patiently } from './patience.js';
import { LEFT_BEHIND, leftBehind, refusalOf } from './refusal.js';
import { commitFiles, recover } from './transaction.js';

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
