import { describe, expect, it } from 'vitest';
import { generateDistrict } from '../support/district/generate-district.js';
import { buildDistrict } from './build-district.js';

// The same budgets by another form; only the glossary differs, as the forms use other terms.
const seed = 1;
const district = generateDistrict({ seed, departments: 60, profile: 'nine-tables', projects: 40 });
const chosen = (index: number) => index % 4 === 0;

describe('every fourth department by the nine-table form, each unit by its own', () => {
  const built = [...buildDistrict(district, 'nine-tables', chosen)];

  it('is built without a finding', () => {
    expect(built.length).toBeGreaterThan(20);
    expect(built.flatMap((one) => one.findings)).toEqual([]);
    expect(built.map((one) => one.tables?.length)).toEqual(built.map(() => 9));
  });

  it('prints the generator’s totals, in 元', () => {
    for (const { facts, tables = [] } of built) {
      const parts = facts.path.includes('/单位/') ? [facts.byKind.人员经费, facts.byKind.公用经费, facts.project].map(yuan) : [];
      expect(lastRow(tables[0]), facts.path).toEqual(['收入总计', yuan(facts.revenue), '支出总计', yuan(facts.revenue), ...parts]);
      expect(lastRow(tables[2])?.slice(-2), facts.path).toEqual([yuan(facts.basic), yuan(facts.project)]);
    }
  });
});

it('has the budgets of the thirteen-table district', () => {
  const other = generateDistrict({ seed, departments: 60, profile: 'shanxi', projects: 40 });
  expect(other.departments).toEqual(district.departments);
});

const lastRow = (table: { readonly rows: readonly { readonly cells: readonly { readonly text: string }[] }[] } | undefined) =>
  table?.rows.at(-1)?.cells.map(({ text }) => text);

/** 1,234.56; a zero stays blank. */
function yuan(fen: bigint): string {
  if (fen === 0n) return '';
  const digits = fen.toString().padStart(3, '0');
  return `${digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, ',')}.${digits.slice(-2)}`;
}
