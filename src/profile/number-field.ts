import { foldDigits, type Reading, scalarField } from '../definition/fields/scalar-field.js';

/** A length or a size of the layout within its range: plain decimal. Never money. */
export const layoutNumber = (least: number, most: number) =>
  numberWithin('^-?[0-9]+(\\.[0-9]+)?$', `应为 ${least} 到 ${most} 的数`, `数，${least} 到 ${most}`, [least, most]);

/** A whole number within its range: of decimals, columns, levels. */
export const layoutCount = (least: number, most: number) =>
  numberWithin('^[0-9]+$', `应为 ${least} 到 ${most} 的整数`, `整数，${least} 到 ${most}`, [least, most]);

function numberWithin(pattern: string, reason: string, kind: string, [least, most]: readonly [number, number]) {
  const read = (typed: string): Reading<number> => {
    const text = foldDigits(typed.trim());
    const value = new RegExp(pattern).test(text) ? +text : undefined;
    return value !== undefined && value >= least && value <= most ? { value } : { refusal: { code: 'number-invalid', reason } };
  };
  return scalarField({ types: ['number', 'string'], pattern }, read, 'keep').meta({ kind });
}
