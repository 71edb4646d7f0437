import type { Decimal } from '../../money/decimal.js';
import { formatNumber } from '../../money/format.js';
import type { YearsComparison } from './compare-years.js';
import type { ComparisonRow } from './comparison.js';

/** Raised when a field is renamed, removed or changes its meaning; not when one is added. */
export const COMPARISON_SCHEMA_VERSION = 1;

/** The comparison for programs; amounts are exact texts in 元, rates are ratios. */
export function comparisonToJson(years: YearsComparison) {
  const { departments, ...rest } = years;
  return {
    schemaVersion: COMPARISON_SCHEMA_VERSION,
    unit: '元',
    ...rest,
    departments: departments.map((department) => ({
      ...department,
      tables: department.tables.map(({ title, rows }) => ({ title, rows: rows.map(rowToJson) })),
    })),
  };
}

function rowToJson({ current, previous, difference, rate, ...rest }: ComparisonRow) {
  const text = (value: Decimal) => formatNumber(value, 2, false);
  return { ...rest, current: text(current), previous: text(previous), difference: text(difference), ...(rate && { rate: rate.toFixed() }) };
}
