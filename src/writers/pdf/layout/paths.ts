import type { Box } from './structure.js';

/** A length as PDF writes it: thousandths of a point, no exponent, no negative zero. */
export function pdfNumber(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return rounded === 0 ? '0' : String(rounded);
}

/** Numbers before an operator. */
export function operands(...values: readonly number[]): string {
  let text = '';
  for (const value of values) text += text === '' ? pdfNumber(value) : ` ${pdfNumber(value)}`;
  return text;
}

export function rectangle(box: Box): string {
  return `${operands(box.left, box.top, box.right - box.left, box.bottom - box.top)} re`;
}
