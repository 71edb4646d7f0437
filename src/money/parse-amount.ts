import { Decimal } from './decimal.js';
import { type AmountUnit, inUnit, inYuan, POWER, type WrittenUnit } from './units.js';

export type ParsedAmount =
  | { readonly ok: true; readonly value: Decimal }
  | { readonly ok: false; readonly reason: string; readonly suggestion?: string };

const DECIMALS: Record<AmountUnit, number> = { 元: 2, 万元: 6 };
const PLAIN = /^-?(?:0|[1-9]\d{0,13})(?:\.(\d+))?$/;

/**
 * Reads an amount from the scalar's source text, never through a JS number.
 * Gives 元, exact to the 分; refuses anything that is not a plain decimal, and says why.
 */
export function parseAmount(source: string, unit: AmountUnit): ParsedAmount {
  const text = foldDigits(source.trim());
  const match = PLAIN.exec(text);
  if (!match) return explainRefusal(text, unit);
  if ((match[1] ?? '').length > DECIMALS[unit]) {
    return { ok: false, reason: `以${unit}填报的金额最多 ${DECIMALS[unit]} 位小数（精确到分）` };
  }
  const value = new Decimal(text);
  const yuan = inYuan(value, unit);
  return { ok: true, value: yuan.isZero() ? new Decimal(0) : yuan };
}

/** An amount as it is typed in a file: what `parseAmount` reads as the same. */
export const typedAmount = (yuan: Decimal, unit: AmountUnit): string => inUnit(yuan, unit).toFixed();

/** Full-width digits are the same figure; full-width points and signs are left alone and refused. */
export function foldDigits(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

function explainRefusal(text: string, unit: AmountUnit): ParsedAmount {
  if (text === '') return { ok: false, reason: '没有填写金额', suggestion: '0' };
  const withoutSeparators = text.replace(/[,，\s]/g, '');
  if (withoutSeparators !== text && PLAIN.test(withoutSeparators)) {
    return { ok: false, reason: '金额中不能有千位分隔符或空格', suggestion: withoutSeparators };
  }
  const typed = /^(-?[\d.]+)(亿|万)?元?$/.exec(withoutSeparators.replace(/^[¥￥]/, ''));
  if (typed && PLAIN.test(typed[1] ?? '') && /[¥￥亿万元]/.test(text)) {
    const reason = '金额中不能写单位，单位在文件开头的“金额单位”中说明';
    return { ok: false, reason, suggestion: typedAmount(inYuan(new Decimal(typed[1] ?? '0'), `${typed[2] ?? ''}元` as WrittenUnit), unit) };
  }
  const bracketed = /^[(（](.+)[)）]$/.exec(withoutSeparators);
  if (bracketed && PLAIN.test(bracketed[1] ?? '')) return { ok: false, reason: '负数不能用括号表示', suggestion: `-${bracketed[1]}` };
  if (/^-?\d+\.$/.test(text)) return { ok: false, reason: '小数点后面没有数字', suggestion: text.slice(0, -1) };
  const withoutZeros = text.replace(/^(-?)0+(?=\d)/, '$1');
  if (withoutZeros !== text && PLAIN.test(withoutZeros)) {
    return { ok: false, reason: '金额不能以多余的 0 开头', suggestion: withoutZeros };
  }
  if (/^\d{15,}(?:\.\d+)?$/.test(text)) return { ok: false, reason: '金额超过 14 位整数，超出允许范围' };
  const lookAlike = text
    .replace(/[OoＯ]/g, '0')
    .replace(/[lI]/g, '1')
    .replace(/[．。]/g, '.')
    .replace(/[－−–—]/g, '-');
  if (lookAlike !== text && PLAIN.test(lookAlike)) {
    return { ok: false, reason: '金额中混有形似数字的字母或全角符号', suggestion: lookAlike };
  }
  return { ok: false, reason: '不是一个数，只能用数字、小数点和负号' };
}

/** The unit and the decimals to which a figure was stated. */
export interface StatedUnit {
  readonly power: number;
  readonly decimals: number;
}

/**
 * The unit of an amount that was typed in the file's unit and is only known as exact 元: of trailing zeros nothing is left,
 * so whole 元, 分, and in 万元 two decimals, four or six are told apart.
 */
export function unitOfAmount(yuan: Decimal, fileUnit: AmountUnit): StatedUnit {
  const power = POWER[fileUnit];
  const decimals = Math.ceil(scaled(yuan, power).decimalPlaces() / 2) * 2;
  return { power, decimals: Math.max(decimals, power / 2) };
}

const scaled = (value: Decimal, power: number): Decimal => value.div(new Decimal(10).pow(power));

/** The figure as it reads with that unit and those decimals, in 元 again. */
export function readsAs(value: Decimal, { power, decimals }: StatedUnit): Decimal {
  return scaled(value, power).toDecimalPlaces(decimals).times(new Decimal(10).pow(power));
}
