import { Decimal } from '../../money/decimal.js';
import { type AmountUnit, parseAmount } from '../../money/parse-amount.js';
import { foldDigits, type Reading, refuseValue } from './refusal.js';
import { scalarField } from './scalar-field.js';

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
const WORDS = Object.keys(MEASURE_WORDS).sort((a, b) => b.length - a.length);
const AS_PUBLISHED = new RegExp(
  `^([+-]|增加|增长|上升|减少|下降)?(0|[1-9]\\d{0,13}|[1-9]\\d{0,2}(?:,\\d{3}){1,4})(?:\\.(\\d{1,6}))?(${WORDS.join('|')})?$`,
);

/** A figure to be held against a computed one: a plain amount in the file's unit, or as published: 11.49万元, 34.96%, 减少5.01万元. */
export function statedFigure(unit: AmountUnit) {
  return scalarField({ types: ['number', 'string'], examples: [1262800.5, '126.28万元'] }, (text) => readStated(text, unit));
}

function readStated(typed: string, unit: AmountUnit): Reading<StatedFigure> {
  const text = foldDigits(typed.trim()).replace('％', '%').replace('台(套)', '台（套）');
  const [, sign = '', whole = '', fraction = '', word] = AS_PUBLISHED.exec(text) ?? [];
  // A bare number with commas is what YAML would tear apart in { }: it is refused everywhere.
  if (whole === '' || (word === undefined && whole.includes(','))) return refusal(text, unit);
  const direction = SIGNS[sign as keyof typeof SIGNS];
  const number = new Decimal(`${whole.replaceAll(',', '')}${fraction && `.${fraction}`}`);
  const stated = { typed: text, number, decimals: fraction.length };
  return { value: { ...stated, ...(word && { word: word as MeasureWord }), ...(direction && { direction }) } };
}

function refusal(text: string, unit: AmountUnit): Reading<StatedFigure> {
  const parsed = parseAmount(text, unit);
  const [reason, suggestion] = parsed.ok ? ['写法不对', undefined] : [parsed.reason, parsed.suggestion];
  return refuseValue('amount-invalid', reason, suggestion, '1262.80、11.49万元、34.96% 或 减少5.01万元');
}
