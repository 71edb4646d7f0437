import type { Reading, Refusal } from './refusal.js';
import { scalarField } from './scalar-field.js';

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

/** A character that must not be printed, with its place (counted in characters from 1). */
interface StrangeCharacter {
  readonly character: string;
  readonly position: number;
  readonly name: string;
}

/** Ranges refused in printed text. Line feeds are judged by the field. */
const STRANGE: readonly (readonly [RegExp, string])[] = [
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
  [/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028\u2029]/u, '控制字符'],
  [/[\uD800-\uDFFF]/u, '不完整的字符（单个代理码）'],
  [/\p{Noncharacter_Code_Point}/u, '非字符'],
  [/[\u200B-\u200D\u2060-\u2064\uFEFF\u{1BCA0}-\u{1BCA3}]/u, '零宽字符'],
  [/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u, '文字方向控制符'],
  [/\u00AD/u, '软连字符'],
  [/[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/u, '字形选择符'],
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each of them is meant by itself.
  [/[\u115F\u1160\u3164\uFFA0\u034F\u17B4\u17B5\u180B-\u180F\u206A-\u206F\uFFF9-\uFFFC\u{E0000}-\u{E007F}]/u, '看不见的字符'],
  [/[\u00A0\u1680\u2000-\u200A\u202F\u205F]/u, '特殊空格'],
  [/\uFFFD/u, '替换字符（原字已经丢失）'],
  [/\p{Co}/u, '造字区的字符（换一台电脑就显示不出）'],
  [/[\u2E80-\u2FDF\uF900-\uFAFF\u{2F800}-\u{2FA1F}]/u, '形似汉字的部首或兼容字符'],
];
// A combined expression finds the first one in a single pass.
const ANY = new RegExp(STRANGE.map(([range]) => range.source).join('|'), 'u');

/** Twelve characters of the compatibility block are ordinary ideographs and have no other form. */
const ORDINARY = /[\uFA0E\uFA0F\uFA11\uFA13\uFA14\uFA1F\uFA21\uFA23\uFA24\uFA27-\uFA29]/gu;

function findStrangeCharacter(text: string): StrangeCharacter | undefined {
  const match = ANY.exec(text.replace(ORDINARY, '汉'));
  if (!match) return undefined;
  const character = match[0];
  const name = STRANGE.find(([range]) => range.test(character))?.[1] ?? '';
  return { character, position: [...text.slice(0, match.index)].length + 1, name };
}

function describeStrangeCharacter({ character, position, name }: StrangeCharacter): { reason: string; hint: string } {
  const point = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const plain = plainForm(character);
  const hint = plain === undefined ? '多为从网页或 PDF 复制带来，请删去后重新输入。' : `请改为普通的“${plain}”；多为从 PDF 复制带来。`;
  return { reason: `第 ${position} 个字是${name}（${point}），不能印出`, hint };
}

/** Simplified radicals that Unicode does not map, after its EquivalentUnifiedIdeograph table. PDF copies are full of them. */
const RADICALS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...'⺠民⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻩黄⻬齐⻰龙⻮齿⻳龟⺟母⻄西⻨麦⻁虎'.matchAll(/(.)(.)/gu),
  ].map(([, radical = '', ideograph = '']) => [radical, ideograph]),
);

function plainForm(character: string): string | undefined {
  const plain = RADICALS[character] ?? character.normalize('NFKC');
  return /^\p{Script=Han}$/u.test(plain) && plain !== character ? plain : undefined;
}
