import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { FileOperations, OutputContext, OutputFile } from './context.js';
import { BUSY, copyDurably, exists, isPlainFile, patiently, removeIfThere, syncFolder, writeDurably } from './durable.js';
import { COMMIT, COMMIT_DRAFT, fingerprint, readJournal, type Step, setAsideDamaged, UNDO } from './journal.js';
import { errorCode, inTheWay, leftBehind, Refusal, refusalOf, unfinished } from './refusal.js';

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
const OURS = [COMMIT, UNDO, NEW, OLD];

/** Writes the files of a folder: all of them, or the error is thrown and those of before stand. Gives reminders. */
export async function commitFiles(
  folder: string,
  outputs: readonly OutputFile[],
  existing: readonly string[],
  context: OutputContext,
): Promise<Diagnostic[]> {
  const steps = outputs.map(({ name, bytes }) => ({ name, replaces: existing.includes(name), sha256: fingerprint(bytes) }));
  await patiently(folder, context, () => refuseStuckJournal(folder, context.files), BUSY);
  try {
    await prepare(folder, outputs, steps, context);
  } catch (error) {
    await cleanUp(folder, context);
    throw error;
  }
  return finish(folder, steps, context);
}

/** Finishes or undoes what a killed run left behind, and removes its temporaries. Gives reminders. */
export async function recover(folder: string, context: OutputContext): Promise<Diagnostic[]> {
  const damaged = await setAsideDamaged(folder, context);
  const read = (name: string) => patiently(join(folder, name), context, () => readJournal(join(folder, name), context.files), BUSY);
  const undo = await read(UNDO);
  const commit = await read(COMMIT);
  if (undo) await putBack(folder, undo, context);
  else if (commit) return [...damaged, ...(await finish(folder, commit, context))];
  return [...damaged, ...(await cleanUp(folder, context))];
}

/** One that could not be removed would be taken for that of the next transaction. */
function refuseStuckJournal(folder: string, files: FileOperations): void {
  const stuck = [COMMIT, UNDO].map((name) => join(folder, name)).find((path) => exists(path, files));
  if (stuck !== undefined) throw inTheWay(stuck, '它是以前的生成留下的记录，删不掉');
}

async function prepare(folder: string, outputs: readonly OutputFile[], steps: readonly Step[], context: OutputContext): Promise<void> {
  const { files } = context;
  const anew = (name: string, make: (path: string) => void) =>
    patiently(join(folder, name), context, () => {
      removeIfThere(join(folder, name), files);
      make(join(folder, name));
    });
  for (const { name, bytes } of outputs) await anew(NEW + name, (path) => writeDurably(path, bytes, files));
  for (const { name } of steps.filter((step) => step.replaces))
    await anew(OLD + name, (path) => copyDurably(join(folder, name), path, files));
  const journal = Buffer.from(JSON.stringify(steps));
  await anew(COMMIT_DRAFT, (path) => writeDurably(path, journal, files));
  await patiently(join(folder, COMMIT), context, () => files.renameSync(join(folder, COMMIT_DRAFT), join(folder, COMMIT)));
}

async function finish(folder: string, steps: readonly Step[], context: OutputContext): Promise<Diagnostic[]> {
  const sync = () => patiently(folder, context, () => syncFolder(folder, context.files));
  try {
    await sync();
    for (const { name } of steps) await patiently(join(folder, name), context, () => moveIn(folder, name, context.files));
    await sync();
  } catch (error) {
    await undo(folder, steps, context);
    throw error;
  }
  return cleanUp(folder, context);
}

function moveIn(folder: string, name: string, files: FileOperations): void {
  const from = join(folder, NEW + name);
  if (!exists(from, files)) return;
  if (!isPlainFile(from, files)) throw inTheWay(from, '它不是普通文件');
  files.renameSync(from, join(folder, name));
}

/** Back to the files of before; where even that fails, the error says what the folder holds. */
async function undo(folder: string, steps: readonly Step[], context: OutputContext): Promise<void> {
  const { files } = context;
  try {
    await patiently(join(folder, UNDO), context, () => {
      if (exists(join(folder, COMMIT), files)) files.renameSync(join(folder, COMMIT), join(folder, UNDO));
    });
  } catch (error) {
    throw unfinished(folder, newOnes(folder, steps, files), refusalOf(error, folder));
  }
  await putBack(folder, steps, context);
  await cleanUp(folder, context);
}

async function putBack(folder: string, steps: readonly Step[], context: OutputContext): Promise<void> {
  const { files } = context;
  let left: Set<string> | undefined;
  try {
    // A file that was not replaced is perhaps the very one that cannot be.
    const isNew = ({ name }: Step) => !exists(join(folder, NEW + name), files);
    const replaced = await patiently(folder, context, () => steps.filter(isNew), BUSY);
    left = new Set(replaced.map(({ name }) => name));
    for (const step of replaced) {
      await patiently(join(folder, step.name), context, () => putOneBack(folder, step, files));
      left.delete(step.name);
    }
  } catch (error) {
    throw unfinished(folder, left && [...left], refusalOf(error, folder));
  }
}

/** Names of the files that are new already; nothing where the disk does not even tell that. */
function newOnes(folder: string, steps: readonly Step[], files: FileOperations): string[] | undefined {
  try {
    return steps.map(({ name }) => name).filter((name) => !exists(join(folder, NEW + name), files));
  } catch (error) {
    refusalOf(error, folder);
    return undefined;
  }
}

function putOneBack(folder: string, { name, replaces, sha256 }: Step, files: FileOperations): void {
  const path = join(folder, name);
  const old = join(folder, OLD + name);
  if (replaces && isPlainFile(old, files)) files.renameSync(old, path);
  else if (!replaces && isPlainFile(path, files) && fingerprint(files.readFileSync(path)) === sha256) files.unlinkSync(path);
}

/** Removes journals, then temporaries: whatever stays is in nobody's way but the next writing's, and is said. */
async function cleanUp(folder: string, context: OutputContext): Promise<Diagnostic[]> {
  try {
    await patiently(folder, context, () => sweep(folder, context.files));
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [leftBehind(context.show(folder), stillThere(folder, context.files))];
  }
}

/** Tries each, and then throws the first error: one that is held keeps no other. */
function sweep(folder: string, files: FileOperations): void {
  const errors = files
    .readdirSync(folder)
    .filter(isOurs)
    .sort((one, other) => rankOf(one) - rankOf(other))
    .flatMap((name) => errorOf(() => removeIfThere(join(folder, name), files)));
  if (errors.length > 0) throw errors[0];
}

function errorOf(operation: () => void): unknown[] {
  try {
    operation();
    return [];
  } catch (error) {
    return [error];
  }
}

function stillThere(folder: string, files: FileOperations): string[] {
  try {
    return files.readdirSync(folder).filter(isOurs);
  } catch (error) {
    if (errorCode(error) === '') throw error;
    return [];
  }
}

const rankOf = (name: string): number => OURS.findIndex((ours) => name.startsWith(ours));

/** True for the names of a transaction's own files. */
export const isOurs = (name: string): boolean => rankOf(name) >= 0;
