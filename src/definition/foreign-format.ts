import type { FindingCode } from '../diagnostics/finding-codes.js';
/** A kind of file that is no UTF-8 text, told by its first bytes. */
export interface ForeignFormat {
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
export function foreignFormat(bytes: Uint8Array): ForeignFormat | undefined {
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
