import { constants } from 'node:fs';
import type { FileOperations } from './context.js';
import { errorCode } from './refusal.js';

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
