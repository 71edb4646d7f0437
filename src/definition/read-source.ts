import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { type SourceText, sourceText } from '../diagnostics/source-text.js';
import { foreignFormat } from './foreign-format.js';
import { MAX_FILE_BYTES } from './limits.js';

/** Either the text, or why the bytes are none. */
export interface ReadSource {
  readonly text?: SourceText;
  readonly diagnostics: readonly Diagnostic[];
}

/** Takes the bytes of a file as UTF-8 text, or refuses them: too large, another kind of file, another encoding. */
export function readSource(bytes: Uint8Array, file: string): ReadSource {
  const refusal = tooLarge(bytes, file) ?? notText(bytes, file);
  if (refusal) return { diagnostics: [refusal] };
  const decoded = decodeUtf8(bytes);
  if (decoded.ok) return { text: sourceText(file, decoded.text), diagnostics: [] };
  const { line, column, message, hint } = decoded;
  return { diagnostics: [{ code: 'file-encoding', severity: 'error', message, at: { file, line, column }, hint }] };
}

function tooLarge(bytes: Uint8Array, file: string): Diagnostic | undefined {
  if (bytes.length <= MAX_FILE_BYTES) return undefined;
  const size = Math.ceil(bytes.length / 1024);
  return {
    code: 'file-too-large',
    severity: 'error',
    message: `文件有 ${size} KB，超过 ${MAX_FILE_BYTES / 1024} KB 的上限。`,
    at: { file, line: 1, column: 1 },
    hint: '核对是否选错了文件；400 个项目连同绩效目标表也不到上限。',
  };
}

function notText(bytes: Uint8Array, file: string): Diagnostic | undefined {
  const format = foreignFormat(bytes);
  if (!format) return undefined;
  const at = { file, line: 1, column: 1 };
  return { code: format.code, severity: 'error', message: `${format.name}。`, at, hint: format.hint ?? SAVE_AS_UTF8 };
}

const SAVE_AS_UTF8 = '请另存为 UTF-8：用记事本打开，“文件”→“另存为”，编码选“UTF-8”，再保存。';

type DecodedUtf8 =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly message: string; readonly hint: string; readonly line: number; readonly column: number };

/** Strict decoding: a byte that is not UTF-8 is refused with its place instead of becoming U+FFFD. */
function decodeUtf8(bytes: Uint8Array): DecodedUtf8 {
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return refuse(bytes);
  }
}

function refuse(bytes: Uint8Array): DecodedUtf8 {
  const bad = firstBadByte(bytes);
  const before = new TextDecoder('utf-8').decode(bytes.subarray(0, bad), { stream: true });
  const lineStart = before.lastIndexOf('\n') + 1;
  const line = before.split('\n').length;
  return { ok: false, ...reason(bytes, bad), line, column: [...before.slice(lineStart)].length + 1 };
}

/** Bisects for the longest beginning that is good UTF-8; streaming forgives a character cut at the end. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (startsWell(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

function startsWell(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function reason(bytes: Uint8Array, bad: number): { message: string; hint: string } {
  if (bad >= bytes.length) return { message: '文件在最后一个字中间断开。', hint: '可能没有复制或下载完整，请重新取得文件。' };
  const byte = (bytes[bad] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  const kind = looksLikeGbk(bytes) ? '文件像是 GBK（GB18030、ANSI）编码，不是 UTF-8' : '文件不是 UTF-8 编码，或已经损坏';
  return { message: `${kind}：第 ${bad + 1} 个字节（${byte}）不符合 UTF-8。`, hint: SAVE_AS_UTF8 };
}

function looksLikeGbk(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    return /[\u4E00-\u9FFF]{2}/u.test(text);
  } catch {
    return false;
  }
}
