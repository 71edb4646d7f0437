import { dirname, join, resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { FileOperations, OutputContext } from './context.js';
import { exists, writeDurably } from './durable.js';
import { makeFolders } from './folder.js';
import { patiently } from './patience.js';
import { errorCode, inTheWay, refusalOf } from './refusal.js';

/** Makes a folder that is not there yet, with all its files (by path, with `/`) or not at all. */
export async function createFolder(
  parent: string,
  name: string,
  contents: ReadonlyMap<string, Uint8Array>,
  context: OutputContext,
): Promise<Diagnostic[]> {
  const { files, run, show } = context;
  const target = join(parent, name);
  const draft = join(parent, `.${name}-${run.id}`);
  const made: string[] = [];
  try {
    if (exists(target, files)) throw inTheWay(target, '已经有了');
    makeFolders(resolve(parent), files);
    if (exists(draft, files)) throw inTheWay(draft, '它是以前中断时留下的');
    for (const [path, bytes] of contents) {
      makeFoldersOf(draft, path, made, files);
      made.push(join(draft, path));
      writeDurably(join(draft, path), bytes, files);
    }
    await patiently(target, context, () => files.renameSync(draft, target));
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
