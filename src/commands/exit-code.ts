import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { FINDING_CODES } from '../diagnostics/finding-codes.js';

/** Exit codes of every command; a later one outweighs an earlier one. */
export const EXIT = { good: 0, findings: 1, wrongUse: 2, unreadableInput: 3, outputNotWritable: 4, bug: 70 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const UNREADABLE: readonly string[] = [...FINDING_CODES.file, ...FINDING_CODES.input, 'profile-file-missing'];
const NOT_WRITABLE: readonly string[] = FINDING_CODES.output;

/** What the findings of a run come to. */
export function exitCodeOf(diagnostics: readonly Diagnostic[]): ExitCode {
  const codes = diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  if (codes.some((code) => NOT_WRITABLE.includes(code))) return EXIT.outputNotWritable;
  if (codes.some((code) => UNREADABLE.includes(code))) return EXIT.unreadableInput;
  return codes.length > 0 ? EXIT.findings : EXIT.good;
}

/** In a draft the findings do not block, unless there was nothing to print. */
export function exitCodeOfDocument(
  { diagnostics, outcome }: { readonly diagnostics: readonly Diagnostic[]; readonly outcome: string },
  draft: boolean,
): ExitCode {
  return draft && MADE.includes(outcome) ? EXIT.good : exitCodeOf(diagnostics);
}

/** Outcomes of documents whose files stand as they should. */
const MADE = ['written', 'unchanged', 'kept'];

export function worst(codes: readonly ExitCode[]): ExitCode {
  return [...codes].sort((one, other) => other - one)[0] ?? EXIT.good;
}
