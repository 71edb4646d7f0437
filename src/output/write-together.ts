import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { FileOperations, OutputContext, OutputFile } from './context.js';
import { existingTargets, prepareFolder, removeEmpty } from './folder.js';
import { withLock } from './lock.js';
import { openElsewhere } from './open-elsewhere.js';
import { refusalOf } from './refusal.js';
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
  try {
    const folder = prepareFolder(base, folders, context.files);
    try {
      return await withLock(folder.path, context, () => writeLocked(folder.path, outputs, context));
    } finally {
      removeEmpty(folder, context.files);
    }
  } catch (error) {
    return { outcome: 'failed', diagnostics: [refusalOf(error, join(base, ...folders)).toDiagnostic(context.show)] };
  }
}

async function writeLocked(folder: string, outputs: readonly OutputFile[], context: OutputContext): Promise<WriteResult> {
  const { files } = context;
  await recover(folder, context);
  const existing = existingTargets(
    folder,
    outputs.map(({ name }) => name),
    files,
  );
  const changed = outputs.filter((output) => !existing.includes(output.name) || !holds(join(folder, output.name), output.bytes, files));
  if (changed.length === 0) return { outcome: 'unchanged', diagnostics: [] };
  const names = changed.map(({ name }) => name);
  await commitFiles(folder, changed, existing, context);
  return { outcome: 'written', diagnostics: openElsewhere(folder, names, files) };
}

/** True where the file is these bytes already: then a program that holds it open need not be closed. */
function holds(path: string, bytes: Uint8Array, files: FileOperations): boolean {
  return files.statSync(path).size === bytes.length && files.readFileSync(path).equals(bytes);
}
