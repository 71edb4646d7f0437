import { describe, expect, it } from 'vitest';
import { builtCase, caseNames, yamlOf } from '../support/cases.js';
import { independentTables, printed } from '../support/independent-tables.js';
import { bodyGrid } from '../support/table-grid.js';

// Every cell of every case is computed a second time from its YAML, in integers of 分, without anything of src.
describe.each(['原件', ...caseNames])('%s', (name) => {
  const again = independentTables(yamlOf(name));
  it.each(builtCase(name).tables.map((table) => [table.number, table.title, table] as const))('表%i %s', (number, _, table) => {
    expect(bodyGrid(table)).toEqual(again[number - 1]);
  });
});

it('rounds a half up and keeps the sign away from zero', () => {
  expect([4_999n, 5_000n, 15_000n, -5_000n, -4_999n, 0n].map(printed)).toEqual(['0.00', '0.01', '0.02', '-0.01', '0.00', '']);
});
