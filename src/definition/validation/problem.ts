import type { FindingCode } from '../../diagnostics/finding-codes.js';
import type { YamlPath } from '../parse-yaml.js';
import type { YamlCode } from '../yaml/finding.js';

/** A colon slip makes a text of what should be a section, so that only the schema notices it. */
export type ValidationCode = FindingCode<'value' | 'place'> | Extract<YamlCode, 'yaml-full-width-colon' | 'yaml-missing-space'>;

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
