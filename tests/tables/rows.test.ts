import { describe, expect, it } from 'vitest';
import type { PublishedTable } from '../../src/tables/published-table.js';
import { tails } from '../../src/tables/tails.js';
import { buildGoodCase, ORIGINAL_YAML, patchYaml } from '../support/build-case.js';
import { builtCase, caseNames } from '../support/cases.js';
import { bodyGrid } from '../support/table-grid.js';

const table = (name: string, number: number): PublishedTable => builtCase(name).tables[number - 1] as PublishedTable;
const firstCells = (one: PublishedTable) => bodyGrid(one).map((row) => row.find(Boolean) ?? '');

describe('rows of a table', () => {
  it('表二 has 结转下年 only where money is carried over', () => {
    expect(firstCells(table('五类资金', 2)).at(-1)).toBe('结转下年');
    expect(firstCells(table('原件', 2))).not.toContain('结转下年');
  });

  it('codes stand in order whatever the order of the YAML', () => {
    for (const number of [2, 3, 5, 7, 8]) {
      const codes = firstCells(table('五类资金', number)).filter((text) => /^\d+$/.test(text));
      expect(codes).toEqual([...codes].sort());
    }
  });

  it('one 款 with two government 科目 has two rows', () => {
    const rows = bodyGrid(table('五类资金', 6)).filter(([name]) => name === '基本工资');
    expect(rows.map((row) => [row[1], row[2]])).toEqual([
      ['工资奖金津补贴', '150.00'],
      ['工资福利支出', '50.00'],
    ]);
  });

  it('a project appears where it has money of that period only', () => {
    expect(firstCells(table('五类资金', 12))).not.toContain('群众文化活动（文旅局）');
    expect(firstCells(table('五类资金', 13))).toContain('群众文化活动（文旅局）');
    expect(firstCells(table('五类资金', 13))).not.toContain('公共文化服务体系建设（文旅局）');
  });

  it('a new leaf makes new rows with its parents, and nothing else moves', () => {
    const added = buildGoodCase(
      patchYaml(
        ORIGINAL_YAML,
        ['收入/一般公共预算', '12637960.91'],
        ['支出/9', { 科目: '2120399', 项目支出: { 一般公共预算: '10000' } }],
        ['项目/32', { 名称: '路灯维护', 类别: '特定目标类', 资金: { 一般公共预算: '10000' } }],
      ),
    );
    const grid = (tables: readonly PublishedTable[]) => bodyGrid(tables[2] as PublishedTable);
    const before = grid(builtCase('原件').tables).map((row) => row.slice(0, 2).join(' '));
    const after = grid(added.tables).map((row) => row.slice(0, 2).join(' '));
    expect(after.filter((row) => !before.includes(row))).toEqual([
      '212 城乡社区支出',
      '21203 城乡社区公共设施',
      '2120399 其他城乡社区公共设施支出',
    ]);
    expect(before.filter((row) => !after.includes(row))).toEqual([]);
  });
});

describe('the note of 尾差', () => {
  it.each(['原件', ...caseNames])('%s: stands under the tables that have one, and there only', (name) => {
    for (const one of builtCase(name).tables) {
      const noted = one.notes.some((note) => note.includes('尾差'));
      expect(noted, one.title).toBe(tails(one).length > 0);
    }
  });

  it('原件: each tail is 0.01 and one of the known places', () => {
    const found = builtCase('原件').tables.flatMap((one) =>
      tails(one).map((tail) => ({
        table: one.number,
        row: bodyGrid(one)[tail.sum.total.row]?.[0],
        difference: tail.printedTotal.minus(tail.printedParts).toFixed(2),
      })),
    );
    expect(new Set(found.map(({ difference }) => difference))).toEqual(new Set(['0.01']));
    expect(new Set(found.map(({ table: number, row }) => `${number} ${row}`))).toEqual(
      new Set(['2 20805', '3 20805', '5 20805', '6 合计']),
    );
  });

  it('every sum of a table holds on its exact amounts', () => {
    for (const name of ['原件', ...caseNames]) {
      for (const one of builtCase(name).tables) {
        const value = ({ row, column }: { row: number; column: number }) =>
          one.rows[row]?.cells
            .find((cell) => cell.column === column)
            ?.figure?.value.times(100)
            .toFixed(0) ?? '0';
        const wrong = one.sums.filter(
          (sum) => BigInt(value(sum.total)) !== sum.parts.reduce((total, part) => total + BigInt(value(part)), 0n),
        );
        expect(wrong, `${name} ${one.title}`).toEqual([]);
      }
    }
  });
});

describe('an empty table', () => {
  it.each([7, 8, 9, 10, 13])('表%i has its header, a row 合计 and one sentence', (number) => {
    const one = table('原件', number);
    expect(one.header.length).toBeGreaterThan(0);
    expect(firstCells(one)).toContain('合计');
    expect(one.notes).toHaveLength(1);
  });
});
