import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { type SourceText, sourceText } from '../diagnostics/source-text.js';
import { decodeUtf8, SAVE_AS_UTF8 } from './decode-utf8.js';
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
