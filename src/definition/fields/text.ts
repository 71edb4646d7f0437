import { foldDigits } from '../../money/parse-amount.js';
import { oncePerArguments } from '../../plain/objects.js';
import { type Reading, type Refusal, refuseValue, scalarField } from './scalar-field.js';

export interface TextOptions {
  /** Characters at most. */
  readonly max?: number;
  /** Takes several lines, one a paragraph. */
  readonly multiline?: boolean;
}

/** A text that is printed as typed. What cannot be seen or printed is refused by name, never dropped. */
export function text(label: string, { multiline = false, max = multiline ? 20_000 : 2_000 }: TextOptions = {}) {
  return textField(multiline, max).meta({ title: label });
}

const textField = oncePerArguments((multiline: boolean, max: number) =>
  scalarField({ types: ['string', 'number'], maxLength: max }, (typed) => readText(typed, multiline, max), 'confirm'),
);

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

/** A code of one of the given lengths. Stays the text as typed: 0301 keeps its zero even where unquoted. */
export function code({ digits }: { readonly digits: readonly number[] }) {
  const pattern = `^(${digits.map((length) => `[0-9]{${length}}`).join('|')})$`;
  const editor = {
    types: ['number', 'string'],
    pattern,
    patternErrorMessage: `编码是 ${digits.join('、')} 位数字。`,
    // A code that begins with 0 is no number.
    minimum: 10 ** (Math.min(...digits) - 1),
    maximum: 10 ** Math.max(...digits) - 1,
  } as const;
  return scalarField(editor, (text) => readCode(text, digits), 'keep');
}

function readCode(text: string, digits: readonly number[]): Reading<string> {
  if (/^\d+$/.test(text) && digits.includes(text.length)) return { value: text };
  const bare = foldDigits(text).replace(/\s/g, '');
  const isCode = /^\d+$/.test(bare) && digits.includes(bare.length);
  if (isCode) return refuseValue('code-invalid', '编码中不能有空格或全角数字', bare, bare);
  const length = /^\d+$/.test(bare) ? `，这里是 ${bare.length} 位` : '';
  const reason = `编码应为 ${digits.join('、')} 位数字${length}`;
  return { refusal: { code: 'code-invalid', reason, hint: '对照科目目录或一体化系统，核对有没有少位、多位。' } };
}

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const CHINESE = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/;
const OTHER = /^(\d{4})[/.．／、](\d{1,2})[/.．／、](\d{1,2})$|^(\d{4})(\d\d)(\d\d)$/;

/** A day, given as `YYYY-MM-DD`; typed so, without the zeros, or as 2026年2月5日. */
export function date() {
  const pattern = '^([0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日)$';
  return scalarField(
    { types: ['string'], pattern, patternErrorMessage: '写日期，如 2026-02-06。', examples: ['2026-02-06'] },
    readDate,
    'fill',
  );
}

function readDate(typed: string): Reading<string> {
  const text = foldDigits(typed.trim());
  const match = ISO.exec(text) ?? CHINESE.exec(text);
  if (!match) return refuseDate('应为日期（年-月-日）', text);
  const iso = isoDate(match);
  return iso ? { value: iso } : refuseDate('日历上没有这一天', text);
}

function refuseDate(reason: string, text: string): Reading<string> {
  const other = OTHER.exec(text);
  return refuseValue('date-invalid', reason, other ? isoDate(other) : undefined, '2026-02-05');
}

/** Nothing for a day that the calendar lacks, such as 30 February. */
function isoDate(match: RegExpExecArray): string | undefined {
  const [year = '', month = '', day = ''] = match.slice(1).filter((part) => part !== undefined);
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) || !new Date(time).toISOString().startsWith(iso) ? undefined : iso;
}
