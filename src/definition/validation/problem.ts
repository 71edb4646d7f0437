import type { ValueCode } from '../fields/refusal.js';
import type { YamlPath } from '../parse-yaml.js';
import type { YamlCode } from '../yaml/finding.js';

/** Codes of what can be wrong with a value in its place. Permanent: retire, never rename. */
export const PLACE_CODES = [
  'choice-invalid',
  'empty-item',
  'empty-key',
  'list-length',
  'missing-key',
  'unknown-key',
  'value-invalid',
  'wrong-type',
] as const;

/** A colon slip makes a text of what should be a section, so that only the schema notices it. */
export type ValidationCode = ValueCode | (typeof PLACE_CODES)[number] | Extract<YamlCode, 'yaml-full-width-colon' | 'yaml-missing-space'>;

/** A refused value: a diagnostic whose place is still a path. */
export interface Problem {
  readonly code: ValidationCode;
  readonly path: YamlPath;
  readonly part?: 'key' | 'value';
  readonly message: string;
  readonly hint?: string | undefined;
  /** For an unknown key: the path that it was probably meant for. */
  readonly meant?: YamlPath;
}
