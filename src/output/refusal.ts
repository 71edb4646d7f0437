import { basename } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { FindingCode } from '../diagnostics/finding-codes.js';
import type { FileOperations } from './context.js';

export type OutputCode = FindingCode<'output'>;

const ANOTHER_FOLDER = '用 --out 换一个输出文件夹';

type Show = (path: string) => string;

/** Ends the writing of one pair; caught where that began, where it becomes a diagnostic. */
export class Refusal extends Error {
  constructor(
    readonly code: OutputCode,
    readonly path: string,
    readonly reason: string,
    /** Paths in it are shown as messages show them. */
    readonly hint: string | ((show: Show) => string),
  ) {
    super(`${code}: ${path}`);
  }

  toDiagnostic(show: Show): Diagnostic {
    const message = `不能写“${show(this.path)}”：${this.reason}。`;
    return { code: this.code, severity: 'error', message, hint: typeof this.hint === 'string' ? this.hint : this.hint(show) };
  }
}

export const errorCode = (error: unknown): string => (error as NodeJS.ErrnoException | undefined)?.code ?? '';

/** What an error of the file system means to the user; anything else is our bug and stays an exception. */
export function refusalOf(error: unknown, path: string): Refusal {
  if (error instanceof Refusal) return error;
  const code = errorCode(error);
  if (!/^E[A-Z0-9]+$/.test(code)) throw error;
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code))
    return new Refusal('output-disk-full', path, '磁盘已满', `清理磁盘，或${ANOTHER_FOLDER}。`);
  if (['ENOTDIR', 'EEXIST', 'ELOOP'].includes(code)) return inTheWay(path, '它（或它的上级）是一个文件或链接，不是文件夹');
  if (['EISDIR', 'ENOTEMPTY'].includes(code)) return inTheWay(path, '它是一个文件夹');
  return new Refusal('output-not-writable', path, `${reasonOf(code)}（${code}）`, `核对文件夹的权限和磁盘，或${ANOTHER_FOLDER}。`);
}

function reasonOf(code: string): string {
  if (code === 'EROFS') return '磁盘是只读的';
  if (code === 'EACCES' || code === 'EPERM') return '没有写入的权限';
  return code === 'ENAMETOOLONG' ? '路径太长' : '磁盘读写出错';
}

export function inTheWay(path: string, reason: string): Refusal {
  return new Refusal('output-in-the-way', path, reason, `请把它改名或移走，再生成一次；也可以${ANOTHER_FOLDER}。`);
}

/** Windows says so while a program holds a file open, and so do drives that synchronise. */
export function heldOpen(path: string): Refusal {
  return new Refusal('output-file-open', path, '它正被别的程序占用', `请先关闭${programOf(path)}中的“${basename(path)}”，再生成一次。`);
}

function programOf(path: string): string {
  if (basename(path).startsWith('.')) return '占用它的程序（如杀毒软件、网盘同步）';
  if (path.endsWith('.pdf')) return ' PDF 阅读器';
  if (path.endsWith('.xlsx')) return ' Excel/WPS ';
  return path.endsWith('.docx') ? ' Word/WPS ' : '打开它的程序';
}

/** Neither the new files nor those of before: `names` are new already, where the disk tells. */
export function unfinished(folder: string, names: readonly string[] | undefined, { path, reason }: Refusal): Refusal {
  const why = `“${basename(path)}”${reason}`;
  const state = names === undefined ? '里面的文件可能有新有旧' : stateOf(names);
  const hint = '请先关闭占用这些文件的程序、核对磁盘，再生成一次：程序会先把它们恢复成同一次的。在此之前不要公开这个文件夹里的文件。';
  return new Refusal('output-unfinished', folder, `写到一半出错，也没能恢复原状（${why}），${state}`, hint);
}

function stateOf(names: readonly string[]): string {
  if (names.length === 0) return '里面的文件仍是以前的，但下一次生成可能先换成这一次的';
  return `${names.map((name) => `“${name}”`).join('、')}已是新的，其余仍是以前的`;
}

export const LEFT_BEHIND = 'output-left-behind';

/** All files are as they should be, only something of the program's own stays beside them. */
export function leftBehind(folder: string, names: readonly string[]): Diagnostic {
  const what = names.length > 0 ? names.map((name) => `“${name}”`).join('、') : '程序自己的临时文件';
  return {
    code: LEFT_BEHIND,
    severity: 'warning',
    message: `“${folder}”里的${what}正被别的程序占用或不许删除，没能清理；成品不受影响。`,
    hint: '下一次生成会再清理；仍有这个提醒时，请自己删除。',
  };
}

const IF_NOBODY = '如果没有别的生成在运行（也没有别的电脑在写这个文件夹），请删除';

export function inUse(folder: string, lock: string): Refusal {
  return new Refusal('output-in-use', folder, '另一次生成正在写这个文件夹', (show) => `等它结束再生成一次；${IF_NOBODY}“${show(lock)}”。`);
}

/** A killed run left it, and it cannot be removed: a folder, another user's, held by a program. */
export function lockStuck(folder: string, lock: string): Refusal {
  const reason = '以前的生成留下的锁定文件删不掉';
  return new Refusal('output-in-use', folder, reason, (show) => `请删除“${show(lock)}”（可能正被别的程序占用，或没有权限），再生成一次。`);
}

/** How old it is cannot be told: the clock of this computer, or of the one that made it, is wrong. */
export function lockFromFuture(folder: string, lock: string, date: Date): Refusal {
  const reason = `锁定文件的日期是 ${date.toLocaleString('sv-SE')}，比这台电脑的时间还晚，不能断定另一次生成是否还在写`;
  return new Refusal('output-in-use', folder, reason, (show) => `核对各台电脑的时间；${IF_NOBODY}“${show(lock)}”。`);
}

/** Word and WPS put `~$` over the first two characters of a name, LibreOffice and WPS for Linux prefix theirs. */
const ownerFiles = (name: string): string[] => [`~$${name.slice(2)}`, `~$${name}`, `.~lock.${name}#`, `.~${name}`];

/** Files that were replaced while a program shows the old ones: it must open them anew. */
export function openElsewhere(folder: string, names: readonly string[], files: FileOperations): Diagnostic[] {
  const present = new Set(namesIn(folder, files));
  const open = names.filter((name) => ownerFiles(name).some((owner) => present.has(owner)));
  return open.map((name) => ({
    code: 'output-open-elsewhere',
    severity: 'warning',
    message: `“${name}”好像正在 Word/WPS 中打开，那里看到的仍是以前的内容。`,
    hint: '请关闭后重新打开，不要在旧窗口里保存。',
  }));
}

/** Everything is in place by now: a disk that fails here takes nothing back. */
function namesIn(folder: string, files: FileOperations): string[] {
  try {
    return files.readdirSync(folder);
  } catch (error) {
    if (errorCode(error) === '') throw error;
    return [];
  }
}
