import type { CHECK_SEVERITIES } from '../profile/check-rules-schema.js';
import type { Check } from './check.js';
import type { Rules, Strictness } from './rules/rules.js';

export type CheckSeverity = (typeof CHECK_SEVERITIES)[number];

/** What the check says of itself; a profile may set its own in 核对.yaml under 基本 and 严格. */
export function severityOf(check: Check, strictness: Strictness, rules?: Pick<Rules, 'severities'>): CheckSeverity {
  const own = rules?.severities[strictness][check.code] as CheckSeverity | undefined;
  return own ?? (strictness === 'strict' ? (check.strict ?? check.severity) : check.severity);
}
