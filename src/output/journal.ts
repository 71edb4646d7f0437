import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { FileOperations, OutputContext } from './context.js';
import { BUSY, exists, isPlainFile, patiently } from './durable.js';

/*
 * The journal of a transaction lies in a folder that anybody may write to, also programs that synchronise it: it is believed
 * only as far as this program could have written it.
 */
export const COMMIT = '.commit.json';
export const UNDO = '.undo.json';
export const COMMIT_DRAFT = '.commit.json.new';

/** A hundred names take ten thousand bytes. */
const MAX_BYTES = 1024 * 1024;
/** Names of files that this program writes: no folder, no temporary. */
const NAME = /^(?:\.build(?:-draft)?|[^.\s\p{Cc}/\\:][^\p{Cc}/\\:]*)\.(?:docx|pdf|xlsx|zip|html|json|ya?ml|hbs|md|csv|txt)$/u;

const stepSchema = z.object({
  name: z.string().max(255).regex(NAME),
  replaces: z.boolean(),
  /** Of the new file: what is not it was not put there by this transaction. */
  sha256: z.string().optional(),
});

/** A file of a transaction, and whether it replaces one. */
export type Step = Readonly<z.infer<typeof stepSchema>>;

export const fingerprint = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The steps of a journal; nothing where there is none. */
export function readJournal(path: string, files: FileOperations): readonly Step[] | undefined {
  return exists(path, files) ? parseJournal(path, files) : undefined;
}

function parseJournal(path: string, files: FileOperations): readonly Step[] | undefined {
  if (!isPlainFile(path, files) || files.statSync(path).size > MAX_BYTES) return undefined;
  const text = files.readFileSync(path, 'utf8');
  try {
    return z.array(stepSchema).parse(JSON.parse(text));
  } catch {
    return undefined; // Not written by this program, or damaged since.
  }
}

/** Renames journals that cannot be believed, so that they stand in nobody's way and can still be looked at. */
export async function setAsideDamaged(folder: string, context: OutputContext): Promise<Diagnostic[]> {
  const { files, show } = context;
  const said: Diagnostic[] = [];
  for (const name of [UNDO, COMMIT]) {
    const path = join(folder, name);
    const isDamaged = await patiently(path, context, () => exists(path, files) && parseJournal(path, files) === undefined, BUSY);
    if (!isDamaged) continue;
    const aside = freeName(folder, `已损坏${name}`, files);
    await patiently(path, context, () => files.renameSync(path, join(folder, aside)));
    said.push(damaged(show(path), aside));
  }
  return said;
}

function freeName(folder: string, name: string, files: FileOperations): string {
  let free = name;
  for (let number = 2; exists(join(folder, free), files); number += 1) free = `${name}.${number}`;
  return free;
}

function damaged(path: string, aside: string): Diagnostic {
  return {
    code: 'output-journal-damaged',
    severity: 'warning',
    message: `“${path}”是中断的生成留下的记录，但内容已损坏，没有照它做，已改名为“${aside}”。`,
    hint: '这个文件夹里的文件可能不是同一次生成的：请重新生成一次，再删除改名后的文件。',
  };
}
