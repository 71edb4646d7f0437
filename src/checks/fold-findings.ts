import type { Diagnostic, RelatedPlace } from '../diagnostics/diagnostic.js';
import type { Check } from './check.js';

/** Says the findings of a check once where they are one matter: at the first one's place, with the others beside it. */
export function foldFindings(diagnostics: readonly Diagnostic[], checks: readonly Check[]): Diagnostic[] {
  const together = new Map(checks.flatMap((check) => (check.together ? [[check.code, check.together] as const] : [])));
  const said = new Set<string>();
  return diagnostics.flatMap((diagnostic): Diagnostic[] => {
    const words = together.get(diagnostic.code);
    if (!words) return [diagnostic];
    if (said.has(diagnostic.code)) return [];
    said.add(diagnostic.code);
    const all = diagnostics.filter(({ code }) => code === diagnostic.code);
    return all.length === 1 ? all : [{ ...diagnostic, message: words(all.length), related: all.map(asRelated) }];
  });
}

const asRelated = ({ message, at }: Diagnostic): RelatedPlace => ({ message, ...(at && { at }) });
