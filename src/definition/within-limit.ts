import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { MAX_DIAGNOSTICS } from './limits.js';

/** Turns the first thousand mistakes into diagnostics and says that there are more. */
export function withinLimit<T>(mistakes: readonly T[], explain: (mistake: T) => Diagnostic, file: string): Diagnostic[] {
  const diagnostics = mistakes.slice(0, MAX_DIAGNOSTICS).map(explain);
  if (mistakes.length <= MAX_DIAGNOSTICS) return diagnostics;
  const message = `${file} 的错误太多，只列出前 ${MAX_DIAGNOSTICS} 个。`;
  const hint = '先改正列出的错误，或核对是否选错了文件。';
  return [...diagnostics, { code: 'too-many-mistakes', severity: 'error', message, hint }];
}
