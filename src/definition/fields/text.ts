import type { Reading, Refusal } from './refusal.js';
import { scalarField } from './scalar-field.js';
import { describeStrangeCharacter, findStrangeCharacter } from './strange-characters.js';

export interface TextOptions {
  /** Characters at most. */
  readonly max?: number;
  /** Takes several lines, one a paragraph. */
  readonly multiline?: boolean;
}

/** A text that is printed as typed. What cannot be seen or printed is refused by name, never dropped. */
export function text(label: string, { multiline = false, max = multiline ? 20_000 : 2_000 }: TextOptions = {}) {
  return scalarField({ types: ['string', 'number'], maxLength: max }, (typed) => readText(typed, multiline, max)).meta({
    title: label,
  });
}

function readText(typed: string, multiline: boolean, max: number): Reading<string> {
  // A `|` block ends in a line feed that nobody typed as content.
  const content = multiline ? typed.replace(/\n+$/, '') : typed.replace(/\n$/, '');
  const refusal = refuse(content, multiline, max);
  return refusal ? { refusal } : { value: content };
}

function refuse(content: string, multiline: boolean, max: number): Refusal | undefined {
  if (content.trim() === '') return { code: 'text-invalid', reason: '没有内容', hint: '没有内容的键请整行删去。' };
  const length = [...content].length;
  if (length > max) return { code: 'text-invalid', reason: `有 ${length} 个字，超过 ${max} 个` };
  if (!multiline && content.includes('\n')) {
    return { code: 'text-invalid', reason: '只能写一段，不能换行', hint: '写成一行；要分项的内容用清单，每项以“- ”开头。' };
  }
  return refuseSpaces(content) ?? refuseStrange(content);
}

/** Indents and margins are the layout's business; a space typed for them would be printed twice. */
function refuseSpaces(content: string): Refusal | undefined {
  const hint = '删去多余的空格；缩进和对齐由程序统一。';
  if (/^\s|[^\S\n]\n|\n[^\S\n]|\s$/.test(content)) return { code: 'text-invalid', reason: '的段首或段尾有空格', hint };
  if (/\n\n/.test(content)) return { code: 'text-invalid', reason: '的段落之间有空行', hint: '每段一行，段落之间不空行。' };
  return undefined;
}

function refuseStrange(content: string): Refusal | undefined {
  const found = findStrangeCharacter(content);
  if (!found) return undefined;
  const { reason, hint } = describeStrangeCharacter(found);
  return { code: 'text-invalid', reason, hint };
}
