import { isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import type { SourceText } from '../../diagnostics/source-text.js';
import { MAX_LINE_CHARACTERS } from '../limits.js';
import type { Finding } from './finding.js';
import { fullWidthColon, missingSpace } from './known-causes.js';

/** What makes a file unfit before its syntax is looked at. */
export function checkCharacters(source: SourceText): Finding[] {
  const tooLong = source.lines.findIndex((line) => line.length > MAX_LINE_CHARACTERS);
  return tooLong < 0 ? controlCharacters(source) : [lineTooLong(source.lineStarts[tooLong] ?? 0)];
}

function lineTooLong(offset: number): Finding {
  const message = `这一行超过 ${MAX_LINE_CHARACTERS} 个字符。`;
  return { code: 'file-line-too-long', message, hint: '核对是否丢失了换行，或选错了文件。', offset };
}

/** Raw control characters: the parser uses some of them as its own marks, and a terminal obeys others. */
function controlCharacters({ text }: SourceText): Finding[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
  return [...text.matchAll(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFEFF]+/g)].map((match) => ({
    code: 'file-control-character',
    message: `文件里有看不见的控制字符（${codePoint(match[0])}）。`,
    hint: '多为从其他软件复制带来，请删去后重新输入。',
    offset: match.index,
  }));
}

function codePoint(text: string): string {
  return `U+${text.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The file as a whole must be one map of keys. */
export function checkWholeFile(root: ParsedNode | undefined, source: SourceText, hasErrors: boolean): Finding[] {
  if (hasErrors || (root && isMap(root))) return [];
  if (!root || (isScalar(root) && String(root.value) === '')) return [EMPTY];
  if (isSeq(root)) return [{ ...NOT_A_MAP, message: '文件最外层是清单（“- ”开头）。', offset: root.range[0] }];
  return textOnly(source);
}

const EMPTY: Finding = {
  code: 'yaml-empty',
  message: '文件是空的，或只有注释。',
  hint: '核对文件是否已经保存，或复制一份示例后修改。',
  offset: 0,
};

const NOT_A_MAP: Finding = {
  code: 'yaml-not-a-map',
  message: '文件里没有一个“键: 值”。',
  hint: '最外层应为“键: 值”，每个键一行，顶格写。',
  offset: 0,
};

/** With every colon full-width, a file is one long text: each line shows its slip. */
function textOnly(source: SourceText): Finding[] {
  const slips = source.lines.flatMap((line, index) => {
    const cause = fullWidthColon(line) ?? missingSpace(line);
    if (!cause) return [];
    const { index: column, ...explanation } = cause;
    return [{ ...explanation, offset: (source.lineStarts[index] ?? 0) + column }];
  });
  return slips.length > 0 ? slips : [NOT_A_MAP];
}
