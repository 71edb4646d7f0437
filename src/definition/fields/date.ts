import { foldDigits, type Reading, refuseValue } from './refusal.js';
import { scalarField } from './scalar-field.js';

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const CHINESE = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/;
const OTHER = /^(\d{4})[/.．／、](\d{1,2})[/.．／、](\d{1,2})$|^(\d{4})(\d\d)(\d\d)$/;

/** A day, given as `YYYY-MM-DD`; typed so, without the zeros, or as 2026年2月5日. */
export function date() {
  const pattern = '^([0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日)$';
  return scalarField({ types: ['string'], pattern, patternErrorMessage: '写日期，如 2026-02-06。', examples: ['2026-02-06'] }, readDate);
}

function readDate(typed: string): Reading<string> {
  const text = foldDigits(typed.trim());
  const match = ISO.exec(text) ?? CHINESE.exec(text);
  if (!match) return refuse('应为日期（年-月-日）', text);
  const iso = isoDate(match);
  return iso ? { value: iso } : refuse('日历上没有这一天', text);
}

function refuse(reason: string, text: string): Reading<string> {
  const other = OTHER.exec(text);
  return refuseValue('date-invalid', reason, other ? isoDate(other) : undefined, '2026-02-05');
}

/** Nothing for a day that the calendar lacks, such as 30 February. */
function isoDate(match: RegExpExecArray): string | undefined {
  const [year = '', month = '', day = ''] = match.slice(1).filter((part) => part !== undefined);
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) || !new Date(time).toISOString().startsWith(iso) ? undefined : iso;
}
