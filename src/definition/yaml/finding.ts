import type { Diagnostic, RelatedPlace } from '../../diagnostics/diagnostic.js';
import { locationAt, type SourceText } from '../../diagnostics/source-text.js';

/** Codes of what can be wrong with the YAML text itself. Permanent: retire, never rename. */
export const YAML_CODES = [
  'file-control-character',
  'file-line-too-long',
  'yaml-anchor',
  'yaml-bracket',
  'yaml-colon-in-value',
  'yaml-comment-dropped',
  'yaml-directive',
  'yaml-duplicate-key',
  'yaml-empty',
  'yaml-folded-space',
  'yaml-full-width-colon',
  'yaml-full-width-indent',
  'yaml-indent',
  'yaml-key',
  'yaml-missing-colon',
  'yaml-missing-space',
  'yaml-multiple-documents',
  'yaml-not-a-map',
  'yaml-quote',
  'yaml-reserved-character',
  'yaml-syntax',
  'yaml-tab-indent',
  'yaml-tag',
  'yaml-too-complex',
  'yaml-too-deep',
  'yaml-too-many-items',
  'yaml-torn-number',
] as const;
export type YamlCode = (typeof YAML_CODES)[number];

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
    ...(hint === undefined ? {} : { hint }),
    ...(related ? { related: others } : {}),
  };
}
