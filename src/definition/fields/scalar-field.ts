import { z } from 'zod';
import type { FindingCode } from '../../diagnostics/finding-codes.js';
import { TO_FILL } from '../carried-over-words.js';
import type { NewYear } from '../new-year.js';

/** What an editor should accept for a field, since it reads 1262.80 as a number where we read a text. */
export interface EditorType {
  readonly types: readonly ('string' | 'number')[];
  readonly pattern?: string;
  /** What to write, in place of the pattern. */
  readonly patternErrorMessage?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly examples?: readonly (string | number)[];
}

/** Editor types by the field's inner string schema, which no `.meta()` or `.optional()` copies. */
export const editorTypes = z.registry<EditorType>();

/** Words that an editor should accept in place of a section. */
export const editorWords = z.registry<{ readonly words: readonly string[] }>();

const NOT_FILLED_IN: { readonly refusal: Refusal } = {
  refusal: { code: 'not-filled-in', reason: '还没有填写（待填）', hint: '填写本年的内容；没有这一项的，把它连同键删去。' },
};

/** A field whose text is read by one function; a refusal becomes a zod issue that `validate` prints. `newYear`: what becomes of this kind. */
export function scalarField<T>(editor: EditorType, read: (text: string) => Reading<T>, newYear: NewYear) {
  return z
    .string()
    .register(editorTypes, editor)
    .transform((text, context): T => {
      const reading = text === TO_FILL ? NOT_FILLED_IN : read(text);
      if ('value' in reading) return reading.value;
      context.addIssue(issueOf(reading.refusal));
      return z.NEVER;
    })
    .meta({ newYear });
}

const issueOf = (refusal: Refusal) => ({ code: 'custom' as const, message: refusal.reason, params: { refusal } });

/** The issue of a section or list in whose place `new-year` put its word. */
export function notFilledIn(value: unknown): ReturnType<typeof issueOf> | undefined {
  return value === TO_FILL ? issueOf(NOT_FILLED_IN.refusal) : undefined;
}

/** The refusal that a zod issue carries, if one of our fields raised it. */
export function refusalOf(issue: { readonly params?: Record<string, unknown> | undefined }): Refusal | undefined {
  return issue.params?.['refusal'] as Refusal | undefined;
}

type ValueCode = FindingCode<'value'>;

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
