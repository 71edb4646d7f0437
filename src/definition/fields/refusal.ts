import type { FindingCode } from '../../diagnostics/finding-codes.js';
export type ValueCode = FindingCode<'value'>;

/** Why a typed value is refused. `reason` is a sentence without subject and full stop; `suggestion` is what to type. */
export interface Refusal {
  readonly code: ValueCode;
  readonly reason: string;
  readonly suggestion?: string;
  readonly hint?: string;
}

/** What a field makes of its text. */
export type Reading<T> = { readonly value: T } | { readonly refusal: Refusal };

/** A refusal that shows what to type: the same value written well, or else an example. */
export function refuseValue(code: ValueCode, reason: string, suggestion: string | undefined, example: string): Reading<never> {
  return { refusal: suggestion === undefined ? { code, reason, hint: `写法如 ${example}。` } : { code, reason, suggestion } };
}

/** Full-width digits are the same figure. */
export function foldDigits(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}
