import { dirname, join } from 'node:path';
import { type Environment, shownPath } from '../../environment.js';
import { sha256 } from '../../input/read-files.js';
import type { FileOperations } from '../../output/context.js';
import { removeIfThere, syncFolder, writeDurably } from '../../output/durable.js';

/** A file as the editor has it: its text with `\n`, and the fingerprint of the bytes that it was read from. */
export interface TypedFile {
  readonly name: string;
  readonly text: string;
  readonly base: string;
}

/** Why a file was not saved, in words for people. */
export interface NotSaved {
  readonly refused: string;
}

const MARK = '\uFEFF';

/** Nothing where the file cannot be read, or is no UTF-8: the editor would lose what it does not understand. */
export function readTypedFile(name: string, environment: Environment): TypedFile | undefined {
  try {
    const bytes = environment.files.readFileSync(shownPath(environment, name));
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { name, text: text.replace(MARK, '').replaceAll('\r\n', '\n'), base: sha256(bytes) };
  } catch {
    return undefined;
  }
}

/**
 * Puts the text in the file's place at once, with the line ends and the mark that the file has. It must be the file that the
 * editor read: what somebody else has saved meanwhile is never overwritten.
 */
export function saveTypedFile(name: string, { text, base }: Omit<TypedFile, 'name'>, environment: Environment): TypedFile | NotSaved {
  const { files } = environment;
  const path = shownPath(environment, name);
  try {
    if (!files.lstatSync(path).isFile()) return { refused: `“${name}”是一个链接，不是文件，没有保存。` };
    const old = files.readFileSync(path);
    if (sha256(old) !== base) return { refused: `“${name}”在别的程序里改过，没有保存。请先复制自己的改动，再重新载入。` };
    const bytes = Buffer.from(asBefore(text, old.toString('utf8')));
    replace(path, bytes, join(dirname(path), `.new-${sha256(Buffer.from(name)).slice(0, 8)}.tmp`), files);
    return { name, text, base: sha256(bytes) };
  } catch (error) {
    return {
      refused: `“${name}”没有保存：${(error as NodeJS.ErrnoException).code ?? '写文件时出错'}。它可能正被别的程序占用，或没有权限。`,
    };
  }
}

/** The bytes are whole on the disk before they take the place of the old ones; where they cannot, nothing is left of them. */
function replace(path: string, bytes: Uint8Array, beside: string, files: FileOperations): void {
  removeIfThere(beside, files);
  try {
    writeDurably(beside, bytes, files);
    files.renameSync(beside, path);
  } catch (error) {
    removeIfThere(beside, files);
    throw error;
  }
  syncFolder(dirname(path), files);
}

function asBefore(text: string, old: string): string {
  const lines = old.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text;
  return old.startsWith(MARK) ? MARK + lines : lines;
}
