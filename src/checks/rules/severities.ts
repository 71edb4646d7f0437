import type { Strictness } from './rules.js';

export type CheckSeverity = '错误' | '提醒' | '不查';

/**
 * Checks whose findings only ask to be looked at. All others stop the official output.
 * A profile sets its own in 核对.yaml under 基本 and 严格.
 */
const REMINDERS: readonly string[] = [
  'social-insurance-matches',
  'government-code-fits-unit',
  'codes-confirmed',
  'codes-stated-once',
  'reason-given',
  'reason-says-something',
  'reason-not-repeated',
  'reason-fits-change',
  'last-year-stated',
  'typed-amounts-in-document',
  'last-year-published',
  'vehicles-within-quota',
  'repeated-words',
  'final-stop',
  'punctuation',
  'brackets',
  'digits',
  'wrong-words',
  'outdated-names',
  'wrong-level',
  'other-years',
  'glossary-term-unused',
  'glossary-term-missing',
  'mixed-units',
  'secrecy-words',
  'vehicle-cost-has-vehicles',
  'published-in-time',
  'dates-fit-year',
];

/** Reminders that a strict run takes for mistakes. */
const ERRORS_WHEN_STRICT: readonly string[] = [
  'reason-given',
  'reason-says-something',
  'reason-fits-change',
  'codes-stated-once',
  'published-in-time',
  'dates-fit-year',
  'repeated-words',
  'final-stop',
  'punctuation',
  'wrong-words',
  'outdated-names',
  'wrong-level',
  'mixed-units',
];

export function defaultSeverity(code: string, strictness: Strictness): CheckSeverity {
  if (!REMINDERS.includes(code)) return '错误';
  return strictness === 'strict' && ERRORS_WHEN_STRICT.includes(code) ? '错误' : '提醒';
}
