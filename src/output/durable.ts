import { constants } from 'node:fs';
import { basename } from 'node:path';
import type { FileOperations, OutputContext } from './context.js';
import { errorCode, heldOpen, refusalOf } from './refusal.js';

/** Makes a file anew, with its bytes on the disk. */
export function writeDurably(path: string, bytes: Uint8Array, files: FileOperations): void {
  const handle = files.openSync(path, 'wx');
  try {
    writeAll(handle, bytes, files);
    files.fsyncSync(handle);
  } finally {
    files.closeSync(handle);
  }
}

/** A disk that takes nothing and reports no error is full. */
function writeAll(handle: number, bytes: Uint8Array, files: FileOperations): void {
  for (let written = 0; written < bytes.length; ) {
    const more = files.writeSync(handle, bytes, written);
    if (more <= 0) throw Object.assign(new Error('nothing was written'), { code: 'ENOSPC' });
    written += more;
  }
}

export function copyDurably(from: string, to: string, files: FileOperations): void {
  files.copyFileSync(from, to, constants.COPYFILE_EXCL);
  const handle = files.openSync(to, 'r+');
  try {
    files.fsyncSync(handle);
  } finally {
    files.closeSync(handle);
  }
}

/** Renames are on the disk; Windows has no such call and does without. */
export function syncFolder(folder: string, files: FileOperations): void {
  try {
    const handle = files.openSync(folder, 'r');
    try {
      files.fsyncSync(handle);
    } finally {
      files.closeSync(handle);
    }
  } catch (error) {
    if (!['EPERM', 'EISDIR', 'EACCES', 'EINVAL', 'ENOTSUP'].includes(errorCode(error))) throw error;
  }
}

/** Something of this name is there, whatever it is; a link is not followed. */
export const exists = (path: string, files: FileOperations): boolean => files.lstatSync(path, { throwIfNoEntry: false }) !== undefined;

export const isPlainFile = (path: string, files: FileOperations): boolean =>
  files.lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

export function removeIfThere(path: string, files: FileOperations): void {
  if (exists(path, files)) files.unlinkSync(path);
}

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
