import { Decimal } from '../../money/decimal.js';
import { type AmountUnit, parseAmount } from '../../money/parse-amount.js';
import { NONE } from './none.js';
import { type Reading, refuseValue } from './refusal.js';
import { scalarField } from './scalar-field.js';

interface AmountOptions {
  readonly negative?: boolean;
  /** A word that is replaced by an amount before the file is checked; editors accept it. */
  readonly orWord?: string;
  /** 无 may be written for zero: the office says that it has none. */
  readonly orNone?: boolean;
}

/** An amount typed in the file's unit, given in exact 元. Negative only where the item may be (调减). */
export function amount(unit: AmountUnit, { negative = false, orWord, orNone = false }: AmountOptions = {}) {
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
  return scalarField(editor, (text) => (orNone && text.trim() === NONE ? { value: new Decimal(0) } : readAmount(text, unit, negative)));
}

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
