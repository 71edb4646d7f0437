import { basename } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';

/** Codes of output that cannot be written. Permanent: retire, never rename. */
export const OUTPUT_CODES = ['output-disk-full', 'output-file-open', 'output-in-the-way', 'output-in-use', 'output-not-writable'] as const;
export type OutputCode = (typeof OUTPUT_CODES)[number];

const ANOTHER_FOLDER = '用 --out 换一个输出文件夹';

/** Ends the writing of one pair; caught where that began, where it becomes a diagnostic. */
export class Refusal extends Error {
  constructor(
    readonly code: OutputCode,
    readonly path: string,
    readonly reason: string,
    readonly hint: string,
  ) {
    super(`${code}: ${path}`);
  }

  toDiagnostic(show: (path: string) => string): Diagnostic {
    const message = `不能写“${show(this.path)}”：${this.reason}。`;
    return { code: this.code, severity: 'error', message, hint: this.hint };
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

/** The old file could not be replaced: Windows says so while a program holds it open. */
export function heldOpen(path: string): Refusal {
  const program = path.endsWith('.pdf') ? ' PDF 阅读器' : ' Word/WPS ';
  return new Refusal('output-file-open', path, '它正被别的程序占用', `请先关闭${program}中的“${basename(path)}”，再生成一次。`);
}

export function inUse(path: string): Refusal {
  return new Refusal('output-in-use', path, '另一次生成正在写这个文件夹', '等它结束再生成一次。');
}
