import { dirname, join, resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { FileOperations, OutputContext } from './context.js';
import { makeFolders } from './folder.js';
import { errorCode, inTheWay, refusalOf } from './refusal.js';

/** Makes a folder that is not there yet, with all its files (by path, with `/`) or not at all. */
export function createFolder(
  parent: string,
  name: string,
  contents: ReadonlyMap<string, Uint8Array>,
  { files, run, show }: Pick<OutputContext, 'files' | 'run' | 'show'>,
): Diagnostic[] {
  const target = join(parent, name);
  const draft = join(parent, `.${name}-${run.id}`);
  const made: string[] = [];
  try {
    if (files.lstatSync(target, { throwIfNoEntry: false })) throw inTheWay(target, '已经有了');
    makeFolders(resolve(parent), files);
    for (const [path, bytes] of contents) {
      makeFoldersOf(draft, path, made, files);
      writeFile(join(draft, path), bytes, made, files);
    }
    files.renameSync(draft, target);
    return [];
  } catch (error) {
    for (const path of made.reverse()) remove(path, files);
    return [refusalOf(error, target).toDiagnostic(show)];
  }
}

/** The folders down to a file, one by one, as each may have to be taken away again. */
function makeFoldersOf(draft: string, path: string, made: string[], files: FileOperations): void {
  const steps = dirname(path).split('/');
  const folders = steps.map((_, index) => join(draft, ...steps.slice(0, index + 1)));
  for (const folder of [draft, ...folders]) {
    if (made.includes(folder)) continue;
    files.mkdirSync(folder);
    made.push(folder);
  }
}

function writeFile(path: string, bytes: Uint8Array, made: string[], files: FileOperations): void {
  const handle = files.openSync(path, 'wx');
  made.push(path);
  try {
    for (let written = 0; written < bytes.length; ) written += files.writeSync(handle, bytes, written);
    files.fsyncSync(handle);
  } finally {
    files.closeSync(handle);
  }
}

/** A file or an empty folder; what cannot be removed begins with a dot and is in nobody's way. */
function remove(path: string, files: FileOperations): void {
  try {
    files.unlinkSync(path);
  } catch (error) {
    if (['EISDIR', 'EPERM'].includes(errorCode(error))) removeFolder(path, files);
  }
}

function removeFolder(path: string, files: FileOperations): void {
  try {
    files.rmdirSync(path);
  } catch {
    // Left behind.
  }
}
