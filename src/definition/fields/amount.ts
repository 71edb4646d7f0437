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
  return scalarField({ types: ['number', 'string'], pattern: accepted }, (text) =>
    orNone && text.trim() === NONE ? { value: new Decimal(0) } : readAmount(text, unit, negative),
  );
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
