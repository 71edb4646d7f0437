import type { Diagnostic } from '../diagnostics/diagnostic.js';

/**
 * Size of one definition file. A department with 400 projects, each with its whole performance form
 * (about 6 KB of Chinese text), takes some 2.5 MiB; the rest is room. Reading time grows in proportion.
 */
export const MAX_FILE_BYTES = 4 * 1024 * 1024;

/** Pieces of syntax in one file. The 400 projects take about 200,000; `[,[,[,…` would fill the memory within 4 MiB. */
export const MAX_LEXEMES = 400_000;

/**
 * Items of one list, or keys of one section. A department with two thousand projects is made within seconds; a list ten times
 * as long is a paste that went wrong, and would take half a minute and half a gigabyte before anything is said.
 */
export const MAX_ITEMS = 3000;

/** Lines of 支出 or 一般公共预算基本支出: one for each code, and no department uses a tenth of the codes. */
export const MAX_CODE_LINES = 1000;

/** Levels of nesting. A definition uses about eight. */
export const MAX_DEPTH = 50;

/** Characters of one line. The longest text field takes 20,000; places in endless lines take endless time to count. */
export const MAX_LINE_CHARACTERS = 30_000;

/** Diagnostics of one file that are worked out. Nobody mends a thousand by hand: the first show what is wrong. */
export const MAX_DIAGNOSTICS = 1000;

/** Turns the first thousand mistakes into diagnostics and says that there are more. */
export function withinLimit<T>(mistakes: readonly T[], explain: (mistake: T) => Diagnostic, file: string): Diagnostic[] {
  const diagnostics = mistakes.slice(0, MAX_DIAGNOSTICS).map(explain);
  if (mistakes.length <= MAX_DIAGNOSTICS) return diagnostics;
  const message = `${file} 的错误太多，只列出前 ${MAX_DIAGNOSTICS} 个。`;
  const hint = '先改正列出的错误，或核对是否选错了文件。';
  return [...diagnostics, { code: 'too-many-mistakes', severity: 'error', message, hint }];
}
