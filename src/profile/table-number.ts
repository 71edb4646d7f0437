import { type FillValues, fill } from './fill.js';
import type { Profile } from './profile.js';

type Numbered = Pick<Profile, 'spec' | 'tables'>;

/** What the texts of one table may name: its number, name and unit besides the document's own. `number` counts from 1. */
export function tableValues({ spec, tables }: Numbered, number: number, values: FillValues): FillValues {
  const table = tables[number - 1];
  return {
    ...values,
    序号: table?.表号 ?? String(number),
    中文序号: table?.表号 ?? chineseNumber(number),
    名称: table?.名称 ?? '',
    单位: table?.单位 ?? spec.表内金额.单位,
  };
}

/** The number of each table, by its name, as it is printed over it, or in the contents where only they have it: sentences name it so. */
export function tableNumbers(profile: Numbered, values: FillValues): Readonly<Record<string, string>> {
  const label = profile.spec.报表标签 ?? profile.spec.报表目录标签;
  if (label === undefined) return {};
  return Object.fromEntries(
    profile.tables.map(({ 名称: name }, index) => [name, fill(label, tableValues(profile, index + 1, values))] as const),
  );
}

/** The same for the short texts of a profile: {{报表号.收支总表}}. */
export const numberValues = (profile: Numbered, values: FillValues): FillValues =>
  Object.fromEntries(Object.entries(tableNumbers(profile, values)).map(([name, number]) => [`报表号.${name}`, number]));

const DIGITS = '零一二三四五六七八九';

/** 1 to 99,999,999 in Chinese numerals, as headings count: 十一, 二十, 一百零一, 一万零二十. */
export function chineseNumber(value: number): string {
  const text = spellWithMyriads(value);
  return text.startsWith('一十') ? text.slice(1) : text;
}

/** Four digits at a time: the upper ones count 万, and a gap in the lower ones is a 零. */
function spellWithMyriads(value: number): string {
  const digits = String(value); // ok: a counter, not money
  if (digits.length <= 4) return spell(digits);
  const lower = digits.slice(-4);
  return `${spell(digits.slice(0, -4))}万${lower.startsWith('0') && Number(lower) > 0 ? '零' : ''}${spell(lower)}`;
}

function spell(text: string): string {
  const digits = [...text.replace(/^0+/, '')].map(Number);
  const words = digits.map((digit, index) => digitWord(digit, digits.length - 1 - index));
  return words.join('').replace(/零+/g, '零').replace(/零$/, '');
}

function digitWord(digit: number, power: number): string {
  return digit === 0 ? '零' : `${DIGITS[digit]}${['', '十', '百', '千'][power]}`;
}
