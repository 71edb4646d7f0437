import type { Diagnostic, RelatedPlace } from '../../diagnostics/diagnostic.js';
import type { FindingCode } from '../../diagnostics/finding-codes.js';
import { locationAt, type SourceText } from '../../diagnostics/source-text.js';
import { defined } from '../../plain/objects.js';

export type YamlCode = FindingCode<'yaml' | 'file'>;

/** What is wrong and what to do, without a place. */
export interface Explanation {
  readonly code: YamlCode;
  readonly message: string;
  readonly hint?: string;
}

/** An explanation at an offset of the text. */
export interface Finding extends Explanation {
  readonly offset: number;
  readonly isWarning?: true;
  readonly related?: { readonly message: string; readonly offset: number };
}

export function findingToDiagnostic(finding: Finding, source: SourceText): Diagnostic {
  const { code, message, hint, offset, related } = finding;
  const others: RelatedPlace[] = related ? [{ message: related.message, at: locationAt(source, related.offset) }] : [];
  return {
    code,
    severity: finding.isWarning ? 'warning' : 'error',
    message,
    at: locationAt(source, offset),
    ...defined({ hint }),
    ...(related ? { related: others } : {}),
  };
}
