import { constants } from 'node:fs';
import { join } from 'node:path';
import type { FileOperations, OutputContext, OutputFile } from './context.js';
import { errorCode } from './refusal.js';
import { replaceFile } from './replace-file.js';

/*
 * Several files change together, though a file system renames one at a time:
 *   1  .new-<file> and .old-<file> are written and on the disk
 *   2  .commit.json appears: from here on the new files hold
 *   3  each .new-<file> is renamed to <file>
 *   4  .commit.json and .old-<file> go
 * Where 3 fails, .commit.json becomes .undo.json and the old files are put back.
 * Whoever finds one of the two in a folder finishes what it says before anything else.
 */
const NEW = '.new-';
const OLD = '.old-';
const COMMIT = '.commit.json';
const UNDO = '.undo.json';
const COMMIT_DRAFT = '.commit.json.new';
const OURS = [NEW, OLD, COMMIT, UNDO];

/** A file of a transaction, and whether it replaces one. */
interface Step {
  readonly name: string;
  readonly replaces: boolean;
}

/** Writes the files of a folder: all of them, or the error is thrown and those of before stand. */
export async function commitFiles(
  folder: string,
  outputs: readonly OutputFile[],
  existing: readonly string[],
  context: OutputContext,
): Promise<void> {
  const { files } = context;
  const steps = outputs.map(({ name }) => ({ name, replaces: existing.includes(name) }));
  try {
    for (const { name, bytes } of outputs) writeDurably(join(folder, NEW + name), bytes, files);
    for (const { name } of steps.filter((step) => step.replaces)) copyDurably(join(folder, name), join(folder, OLD + name), files);
    writeDurably(join(folder, COMMIT_DRAFT), Buffer.from(JSON.stringify(steps)), files);
    files.renameSync(join(folder, COMMIT_DRAFT), join(folder, COMMIT));
  } catch (error) {
    sweep(folder, files);
    throw error;
  }
  syncFolder(folder, files);
  await finish(folder, steps, context);
}

/** Finishes or undoes what a killed run left behind, and removes its temporaries. */
export async function recover(folder: string, context: OutputContext): Promise<void> {
  const { files } = context;
  const undo = readSteps(join(folder, UNDO), files);
  const commit = readSteps(join(folder, COMMIT), files);
  if (undo) putBack(folder, undo, files);
  else if (commit) await finish(folder, commit, context);
  sweep(folder, files);
}

async function finish(folder: string, steps: readonly Step[], context: OutputContext): Promise<void> {
  const { files } = context;
  try {
    for (const { name } of steps) {
      if (exists(join(folder, NEW + name), files)) await replaceFile(join(folder, NEW + name), join(folder, name), context);
    }
  } catch (error) {
    files.renameSync(join(folder, COMMIT), join(folder, UNDO));
    putBack(folder, steps, files);
    sweep(folder, files);
    throw error;
  }
  syncFolder(folder, files);
  files.unlinkSync(join(folder, COMMIT));
  sweep(folder, files);
}

function putBack(folder: string, steps: readonly Step[], files: FileOperations): void {
  // A file that was not replaced is perhaps the very one that cannot be.
  for (const { name, replaces } of steps.filter((step) => !exists(join(folder, NEW + step.name), files))) {
    if (!replaces) removeIfThere(join(folder, name), files);
    else if (exists(join(folder, OLD + name), files)) files.renameSync(join(folder, OLD + name), join(folder, name));
  }
  files.unlinkSync(join(folder, UNDO));
}

/** Removes temporaries; those of a transaction under way are never here when this is called. */
function sweep(folder: string, files: FileOperations): void {
  for (const name of files.readdirSync(folder).filter(isOurs)) removeIfThere(join(folder, name), files);
}

/** True for the names of a transaction's own files. */
export const isOurs = (name: string): boolean => OURS.some((ours) => name.startsWith(ours));

function writeDurably(path: string, bytes: Uint8Array, files: FileOperations): void {
  const handle = files.openSync(path, 'wx');
  try {
    for (let written = 0; written < bytes.length; ) written += files.writeSync(handle, bytes, written);
    files.fsyncSync(handle);
  } finally {
    files.closeSync(handle);
  }
}

function copyDurably(from: string, to: string, files: FileOperations): void {
  files.copyFileSync(from, to, constants.COPYFILE_EXCL);
  const handle = files.openSync(to, 'r+');
  try {
    files.fsyncSync(handle);
  } finally {
    files.closeSync(handle);
  }
}

/** Renames are on the disk; Windows has no such call and does without. */
function syncFolder(folder: string, files: FileOperations): void {
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

/** A journal is whole once it has its name; one that somebody damaged counts as none. */
function readSteps(path: string, files: FileOperations): readonly Step[] | undefined {
  if (!exists(path, files)) return undefined;
  try {
    return JSON.parse(files.readFileSync(path, 'utf8')) as Step[];
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function exists(path: string, files: FileOperations): boolean {
  return files.lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function removeIfThere(path: string, files: FileOperations): void {
  if (exists(path, files)) files.unlinkSync(path);
}
