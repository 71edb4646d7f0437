import type { YamlPath } from '../parse-yaml.js';
import { fullWidthColon, missingSpace } from '../yaml/known-causes.js';
import { quoted, subjectOf } from './path-words.js';
import type { Problem } from './problem.js';

/** A text where a section is wanted, a list where a text is, and so on. `expected` are zod's type names. */
export function wrongType(path: YamlPath, value: unknown, expected: readonly string[]): Problem {
  const wanted = [...new Set(expected.map(typeName))].join('或');
  const message = `${subjectOf(path) || '文件'}应为${wanted}，这里写成了${received(value)}。`;
  const slip = typeof value === 'string' && !expected.includes('string') ? colonSlip(path, value) : undefined;
  const part = typeof value === 'string' ? 'value' : 'key';
  return slip ?? { code: 'wrong-type', path, part, message, hint: hint(value, expected) };
}

function typeName(expected: string): string {
  switch (expected) {
    case 'object':
    case 'record':
      return '下一层的“键: 值”';
    case 'array':
    case 'tuple':
      return '清单（每项以“- ”开头）';
    default:
      return '一个值（文字或数字）';
  }
}

function received(value: unknown): string {
  if (Array.isArray(value)) return '清单';
  return typeof value === 'string' ? `文字${quoted(value)}` : '下一层的“键: 值”';
}

/** `名称：内容` under a key is one text to YAML: the colon is the mistake, not the type. */
function colonSlip(path: YamlPath, value: string): Problem | undefined {
  const slip = fullWidthColon(value) ?? missingSpace(value);
  if (slip?.code !== 'yaml-full-width-colon' && slip?.code !== 'yaml-missing-space') return undefined;
  return { code: slip.code, path, message: `${quoted(value)}不是“键: 值”：${slip.message}`, hint: slip.hint };
}

function hint(value: unknown, expected: readonly string[]): string {
  if (expected.includes('string')) return '把内容写在冒号后面的同一行；内容里有“: ”时请给整段文字加上引号。';
  if (expected.includes('array')) return '另起一行，每项缩进并以“- ”开头。';
  return Array.isArray(value) ? '去掉“- ”，直接写“键: 值”。' : '另起一行，缩进两个空格，写“键: 值”。';
}
