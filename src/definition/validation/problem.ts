import type { YamlCode } from '../yaml/finding.js';
import type { ValueCode } from '../fields/refusal.js';
import type { YamlPath } from '../parse-yaml.js';

/** Codes of what can be wrong with a value in its place. Permanent: retire, never rename. */
export type ValidationCode =
  | ValueCode
  | Extract<YamlCode, 'yaml-full-width-colon' | 'yaml-missing-space'>
  | 'choice-invalid'
  | 'empty-item'
  | 'list-length'
  | 'missing-key'
  | 'unknown-key'
  | 'value-invalid'
  | 'wrong-type';

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
