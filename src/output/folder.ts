import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { FileOperations, OutputContext } from './context.js';
import { exists, patiently, writeDurably } from './durable.js';
import { errorCode, inTheWay, refusalOf } from './refusal.js';

/**
 * Makes `base` and the folders under it, and notes in `made` which were missing, innermost first; a file or a link on the
 * way is refused, `base` itself may be a link.
 */
export function prepareFolder(base: string, folders: readonly string[], made: string[], files: FileOperations): string {
  const root = outputRoot(base, made, files);
  let path = root;
  for (const folder of folders) {
    path = inside(root, join(path, folder));
    if (makeFolder(path, files)) made.unshift(path);
  }
  return path;
}

/** Takes back folders that were made for nothing. */
export function removeEmpty(made: readonly string[], files: FileOperations): void {
  for (const path of made) {
    try {
      files.rmdirSync(path);
    } catch {
      return;
    }
  }
}

function outputRoot(base: string, made: string[], files: FileOperations): string {
  try {
    if (makeFolders(resolve(base), files)) made.unshift(resolve(base));
    if (!files.statSync(base).isDirectory()) throw inTheWay(base, '它（或它的上级）是一个文件或链接，不是文件夹');
    return files.realpathSync(base);
  } catch (error) {
    throw heldOr(error, base);
  }
}

/**
 * True where one was missing. Folder by folder: Node's recursive call never ends where a folder that is there will not
 * have another in it and the system says ENOENT.
 */
function makeFolders(path: string, files: FileOperations): boolean {
  const missing: string[] = [];
  for (let at = path; !files.statSync(at, { throwIfNoEntry: false }) && dirname(at) !== at; at = dirname(at)) missing.push(at);
  for (const folder of missing.reverse()) {
    try {
      files.mkdirSync(folder);
    } catch (error) {
      // Another run was faster, or a link leads nowhere: that shows when the folder is used.
      if (errorCode(error) !== 'EEXIST') throw error;
    }
  }
  return missing.length > 0;
}

/** True where the folder was not there yet. */
function makeFolder(path: string, files: FileOperations): boolean {
  try {
    files.mkdirSync(path);
    return true;
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw heldOr(error, path);
  }
  const stats = files.lstatSync(path);
  if (stats.isSymbolicLink()) throw inTheWay(path, '它是一个链接，通到别处');
  if (!stats.isDirectory()) throw inTheWay(path, '它是一个文件，不是文件夹');
  return false;
}

/** A refusal that names the very folder; one that is held is tried again. */
const heldOr = (error: unknown, path: string): unknown => (errorCode(error) === 'EBUSY' ? error : refusalOf(error, path));

/** A last defence: names are checked before they come here. */
function inside(root: string, path: string): string {
  const way = relative(root, path);
  if (way === '' || way.split(sep)[0] === '..' || resolve(root, way) !== resolve(path)) throw new Error(`${path} is outside ${root}`);
  return path;
}

/** Refuses targets that are no plain files; gives those that exist. */
export function existingTargets(folder: string, names: readonly string[], files: FileOperations): string[] {
  return names.filter((name) => {
    const path = join(folder, name);
    const stats = files.lstatSync(path, { throwIfNoEntry: false });
    if (stats?.isSymbolicLink()) throw inTheWay(path, '它是一个链接，通到别处');
    if (stats?.isDirectory()) throw inTheWay(path, '它是一个文件夹');
    if (stats && !stats.isFile()) throw inTheWay(path, '它不是普通文件');
    return stats !== undefined;
  });
}

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
