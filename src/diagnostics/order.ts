import type { Diagnostic } from './diagnostic.js';

/** By file, sheet, line and column; those without a place last. `files` come first, in their order. */
export function inOrder(diagnostics: readonly Diagnostic[], files: readonly string[] = []): Diagnostic[] {
  return [...diagnostics].sort((a, b) => {
    if (!a.at || !b.at) return Number(!a.at) - Number(!b.at);
    return (
      compareFiles(a.at.file, b.at.file, files) ||
      (a.at.sheet ?? 0) - (b.at.sheet ?? 0) ||
      a.at.line - b.at.line ||
      a.at.column - b.at.column
    );
  });
}

function compareFiles(a: string, b: string, files: readonly string[]): number {
  const rank = (file: string) => (files.includes(file) ? files.indexOf(file) : files.length);
  if (a === b) return 0;
  // By code units, so that the order does not depend on the machine's language.
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}
