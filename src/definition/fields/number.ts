import { Decimal } from '../../money/decimal.js';
import { foldDigits, parseAmount } from '../../money/parse-amount.js';
import type { AmountUnit } from '../../money/units.js';
import { oncePerArguments } from '../../plain/objects.js';
import { NONE } from './choice.js';
import { type Reading, refuseValue, scalarField } from './scalar-field.js';

interface NumberOptions {
  /** 无 may be written for zero. */
  readonly orNone?: boolean;
}

/** A count: a whole number of at most 12 digits. */
export function count(options: NumberOptions = {}) {
  return numberField({ digits: '^(0|[1-9][0-9]{0,11})$', called: '整数，如 3', example: 3 }, readCount, options);
}

/** A measured quantity such as an area: not negative, at most two decimals. */
export function measure(options: NumberOptions = {}) {
  const digits = '^(0|[1-9][0-9]{0,11})(\\.[0-9]{1,2})?$';
  return numberField({ digits, called: '数，最多两位小数，如 1250.5', example: 1250.5 }, readMeasure, options);
}

interface Digits {
  readonly digits: string;
  readonly called: string;
  readonly example: number;
}

function numberField({ digits, called, example }: Digits, read: (typed: string) => Reading<Decimal>, { orNone = false }: NumberOptions) {
  const editor = {
    types: ['number', 'string'],
    pattern: orNone ? `${digits}|^${NONE}$` : digits,
    patternErrorMessage: `写${called}；不写单位${orNone ? '；没有就写“无”' : ''}。`,
    minimum: 0,
    maximum: 999_999_999_999,
    examples: orNone ? [example, NONE] : [example],
  } as const;
  return scalarField(editor, (typed) => (orNone && typed.trim() === NONE ? { value: new Decimal(0) } : read(typed)), 'fill');
}

function readCount(typed: string): Reading<Decimal> {
  const text = foldDigits(typed.trim());
  return /^(?:0|[1-9]\d{0,11})$/.test(text) ? { value: new Decimal(text) } : refuse(text, '应为不超过 12 位的整数');
}

function readMeasure(typed: string): Reading<Decimal> {
  const text = foldDigits(typed.trim());
  if (/^(?:0|[1-9]\d{0,11})(?:\.\d{1,2})?$/.test(text)) return { value: new Decimal(text) };
  return refuse(text, '应为不小于 0 的数，最多两位小数');
}

/** Suggests the number without its separators or unit word, where that leaves one. */
function refuse(text: string, expected: string): Reading<Decimal> {
  const bare = text.replace(/[,，\s]/g, '').replace(/\p{Script=Han}+$/u, '');
  const isNumber = bare !== text && /^(?:0|[1-9]\d{0,11})(?:\.\d{1,2})?$/.test(bare);
  const reason = isNumber ? `${expected}，不写单位和分隔符` : expected;
  return refuseValue('number-invalid', reason, isNumber ? bare : undefined, '12');
}

interface AmountOptions {
  readonly negative?: boolean;
  /** A word that is replaced by an amount before the file is checked; editors accept it. */
  readonly orWord?: string;
  /** 无 may be written for zero: the office says that it has none. */
  readonly orNone?: boolean;
}

/** An amount typed in the file's unit, given in exact 元. Negative only where the item may be (调减). */
export const amount = oncePerArguments((unit: AmountUnit, { negative = false, orWord, orNone = false }: AmountOptions = {}) => {
  const decimals = unit === '元' ? 2 : 6;
  const pattern = `^${negative ? '-?' : ''}(0|[1-9][0-9]{0,13})(\\.[0-9]{1,${decimals}})?$`;
  const words = [...(orWord === undefined ? [] : [orWord]), ...(orNone ? [NONE] : [])];
  const accepted = [pattern, ...words.map((word) => `^${word}$`)].join('|');
  const most = 99_999_999_999_999;
  const editor = {
    types: ['number', 'string'],
    pattern: accepted,
    patternErrorMessage: `写金额（${unit}），如 1262.80：不写千位分隔符和单位，最多 ${decimals} 位小数${orWord === undefined ? '' : `；或写“${orWord}”`}${orNone ? '；没有就写“无”' : ''}。`,
    minimum: negative ? -most : 0,
    maximum: most,
    examples: [unit === '元' ? 1262800.5 : 126.28, ...words],
  } as const;
  return scalarField(
    editor,
    (text) => (orNone && text.trim() === NONE ? { value: new Decimal(0) } : readAmount(text, unit, negative)),
    'fill',
  );
});

function readAmount(text: string, unit: AmountUnit, negative: boolean): Reading<Decimal> {
  const parsed = parseAmount(text, unit);
  if (!parsed.ok) {
    return refuseValue('amount-invalid', parsed.reason, parsed.suggestion, '1262.80');
  }
  if (parsed.value.isNegative() && !negative) {
    const hint = '核对符号；减少的金额由程序与上年比较得出，不用填负数。';
    return { refusal: { code: 'amount-invalid', reason: '这一项不能是负数', hint } };
  }
  return { value: parsed.value };
}

/** Words after a number in a published text, with the power of ten that one of them counts; counts have none. */
const MEASURE_WORDS = { 元: 0, 万元: 4, 亿元: 8, '%': -2, 平方米: 0, 个: 0, 家: 0, 项: 0, 辆: 0, 台: 0, 套: 0, '台（套）': 0 } as const;
export type MeasureWord = keyof typeof MEASURE_WORDS;

/** A figure as an approved or published text states it: with its unit or in the file's, to the decimals that were typed. */
export interface StatedFigure {
  readonly typed: string;
  /** Without its sign. */
  readonly number: Decimal;
  readonly decimals: number;
  /** Absent: the file's unit for amounts. */
  readonly word?: MeasureWord;
  /** Which way it moved, where that is typed: 减少5.00万元, -5.00万元. */
  readonly direction?: 'rise' | 'fall';
}

export const powerOf = (word: MeasureWord): number => MEASURE_WORDS[word];

const SIGNS = { '': undefined, '+': 'rise', 增加: 'rise', 增长: 'rise', 上升: 'rise', '-': 'fall', 减少: 'fall', 下降: 'fall' } as const;
const WORDS_BY_LENGTH = Object.keys(MEASURE_WORDS).sort((a, b) => b.length - a.length);
const AS_PUBLISHED = new RegExp(
  `^([+-]|增加|增长|上升|减少|下降)?(0|[1-9]\\d{0,13}|[1-9]\\d{0,2}(?:,\\d{3}){1,4})(?:\\.(\\d{1,6}))?(${WORDS_BY_LENGTH.join('|')})?$`,
);

/** A figure to be held against a computed one: a plain amount in the file's unit, or as published: 11.49万元, 34.96%, 减少5.01万元. */
export function statedFigure(unit: AmountUnit) {
  return scalarField({ types: ['number', 'string'], examples: [1262800.5, '126.28万元'] }, (text) => readStated(text, unit), 'fill');
}

function readStated(typed: string, unit: AmountUnit): Reading<StatedFigure> {
  const text = foldDigits(typed.trim()).replace('％', '%').replace('台(套)', '台（套）');
  const [, sign = '', whole = '', fraction = '', word] = AS_PUBLISHED.exec(text) ?? [];
  // A bare number with commas is what YAML would tear apart in { }: it is refused everywhere.
  if (whole === '' || (word === undefined && whole.includes(','))) return refuseStated(text, unit);
  const direction = SIGNS[sign as keyof typeof SIGNS];
  const number = new Decimal(`${whole.replaceAll(',', '')}${fraction && `.${fraction}`}`);
  const stated = { typed: text, number, decimals: fraction.length };
  return { value: { ...stated, ...(word && { word: word as MeasureWord }), ...(direction && { direction }) } };
}

function refuseStated(text: string, unit: AmountUnit): Reading<StatedFigure> {
  const parsed = parseAmount(text, unit);
  const [reason, suggestion] = parsed.ok ? ['写法不对', undefined] : [parsed.reason, parsed.suggestion];
  return refuseValue('amount-invalid', reason, suggestion, '1262.80、11.49万元、34.96% 或 减少5.01万元');
}
