import { Decimal } from '../../money/decimal.js';
import { NONE } from './none.js';
import { foldDigits, type Reading, refuseValue } from './refusal.js';
import { scalarField } from './scalar-field.js';

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
  return scalarField(editor, (typed) => (orNone && typed.trim() === NONE ? { value: new Decimal(0) } : read(typed)));
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
