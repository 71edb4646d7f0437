import { describe, expect, it } from 'vitest';
import { builtCase } from '../support/cases.js';
import { narrativeSentences } from '../support/differences.js';
import { bodyGrid } from '../support/table-grid.js';

// 汇总 is the department of 五类资金 with its library in a file of its own, in 元: both must print the same.
const whole = builtCase('五类资金');
const parts = builtCase('汇总');

describe('a department whose member unit has a file of its own', () => {
  it.each(whole.tables.map((table) => [table.label, table.number, table] as const))(
    '%s is the same as from one file',
    (_, number, table) => {
      const other = parts.tables[number - 1];
      expect(other && bodyGrid(other)).toEqual(bodyGrid(table));
      expect(other?.notes).toEqual(table.notes);
    },
  );

  it('says the same', () => {
    expect(narrativeSentences(parts)).toEqual(narrativeSentences(whole));
  });
});
