import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { FindingCode } from '../diagnostics/finding-codes.js';
import { type SourceText, sourceText } from '../diagnostics/source-text.js';
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

/** A kind of file that is no UTF-8 text, told by its first bytes. */
interface ForeignFormat {
  readonly code: FindingCode<'file'>;
  readonly name: string;
  readonly hint?: string;
}

const WANTED = '这里需要 YAML 文本文件（扩展名 .yaml）。';

/** First bytes in hexadecimal; UTF-32 stands before UTF-16, whose mark begins it. */
const SIGNATURES: readonly (readonly [string, ForeignFormat])[] = [
  ['fffe0000', { code: 'file-encoding', name: '文件是 UTF-32 编码，不是 UTF-8' }],
  ['fffe', { code: 'file-encoding', name: '文件是 UTF-16（Unicode）编码，不是 UTF-8' }],
  ['feff', { code: 'file-encoding', name: '文件是 UTF-16（Unicode big endian）编码，不是 UTF-8' }],
  ['504b0304', { code: 'file-format', name: '这是压缩文件或 Office 文件（zip、xlsx、docx），不是文本', hint: WANTED }],
  ['504b0506', { code: 'file-format', name: '这是空的压缩文件（zip），不是文本', hint: WANTED }],
  ['d0cf11e0', { code: 'file-format', name: '这是旧版 Office 或 WPS 文件（xls、doc、et、wps），不是文本', hint: WANTED }],
  ['25504446', { code: 'file-format', name: '这是 PDF 文件，不是 YAML 文本', hint: WANTED }],
  ['1f8b', { code: 'file-format', name: '这是压缩文件（gzip），不是文本', hint: WANTED }],
  ['52617221', { code: 'file-format', name: '这是压缩文件（rar），不是文本', hint: WANTED }],
  ['377abcaf', { code: 'file-format', name: '这是压缩文件（7z），不是文本', hint: WANTED }],
  ['89504e47', { code: 'file-format', name: '这是图片文件（png），不是文本', hint: WANTED }],
  ['ffd8ff', { code: 'file-format', name: '这是图片文件（jpg），不是文本', hint: WANTED }],
];

/** Names the kind of file that is not UTF-8 text at all; gives nothing for what may be text. */
function foreignFormat(bytes: Uint8Array): ForeignFormat | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 512));
  const hex = start.subarray(0, 4).toString('hex');
  const signed = SIGNATURES.find(([signature]) => hex.startsWith(signature));
  return signed?.[1] ?? markup(start) ?? withZeroBytes(bytes);
}

function markup(start: Buffer): ForeignFormat | undefined {
  const text = start.toString('latin1').replace(/^ï»¿/, '').trimStart().toLowerCase();
  if (text.startsWith('<!doctype html') || text.startsWith('<html')) {
    return { code: 'file-format', name: '这是网页文件（HTML），不是 YAML', hint: WANTED };
  }
  return text.startsWith('<?xml') ? { code: 'file-format', name: '这是 XML 文件，不是 YAML', hint: WANTED } : undefined;
}

/** Text has no zero bytes; every second one zero is UTF-16 without its mark. */
function withZeroBytes(bytes: Uint8Array): ForeignFormat | undefined {
  const first = bytes.indexOf(0);
  if (first < 0) return undefined;
  if (first <= 1 && bytes.length > 3 && bytes[first + 2] === 0 && bytes[first + 1] !== 0) {
    return { code: 'file-encoding', name: '文件像是 UTF-16（Unicode）编码，不是 UTF-8' };
  }
  return { code: 'file-format', name: '文件含有空字节，是二进制文件或已经损坏', hint: WANTED };
}

/** A file as it was read: its bytes, and the name that messages show. */
export interface InputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file that nobody read from a disk. */
export const textFile = (name: string, text: string): InputFile => ({ name, bytes: Buffer.from(text) });

/** What was made of files, and what was found in them. */
export interface Loaded<T> {
  readonly value?: T;
  readonly diagnostics: readonly Diagnostic[];
  /** Sources read, for excerpts under messages. */
  readonly sources: readonly SourceText[];
}

/** Files of member units by the name under which departments list them. */
export type UnitFiles = ReadonlyMap<string, InputFile>;
