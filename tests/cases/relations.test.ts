import { describe, expect, it } from 'vitest';
import type { PublishedTable } from '../../src/tables/published-table.js';
import { builtCase, caseNames } from '../support/cases.js';
import { bodyGrid } from '../support/table-grid.js';

// The relations of requirements.md §3, on the exact amounts behind the cells, in integers of 分.
const FISCAL = ['一般公共预算', '政府性基金预算', '国有资本经营预算'];

/** The exact amounts of one table by row and column. */
class Amounts {
  private readonly labels: readonly (readonly string[])[];

  constructor(readonly table: PublishedTable) {
    this.labels = table.rows.map((row) => row.cells.filter((cell) => cell.role !== 'amount').map((cell) => cell.text));
  }

  at(row: number, column: number): bigint {
    const figure = this.table.rows[row]?.cells.find((cell) => cell.column === column)?.figure;
    return figure ? BigInt(figure.value.times(100).toFixed(0)) : 0n;
  }

  /** Rows that carry a label, in order. */
  rows(label: string): number[] {
    return this.labels.flatMap((labels, row) => (labels.includes(label) ? [row] : []));
  }

  row(label: string): number {
    const [row] = this.rows(label);
    if (row === undefined) throw new Error(`表${this.table.number} has no row ${label}`);
    return row;
  }

  named(label: string, column: number): bigint {
    return this.at(this.row(label), column);
  }

  /** Codes of the rows with their rows; the total has none. */
  codes(codeColumn: number): [string, number][] {
    return this.table.rows.flatMap((row, index): [string, number][] => {
      const text = row.cells.find((cell) => cell.column === codeColumn)?.text ?? '';
      return /^\d+$/.test(text) ? [[text, index]] : [];
    });
  }

  get count(): number {
    return this.table.rows.length;
  }
}

const add = (values: readonly bigint[]) => values.reduce((a, b) => a + b, 0n);
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

describe.each(['原件', ...caseNames])('%s', (name) => {
  const { tables, budget } = builtCase(name);
  const table = (number: number) => new Amounts(tables[number - 1] as PublishedTable);
  const [t1, t2, t3, t4, t5, t6, t7, t8, t9, t10, t11, t12, t13] = range(1, 14).map(table) as [
    Amounts,
    Amounts,
    Amounts,
    Amounts,
    Amounts,
    Amounts,
    Amounts,
    Amounts,
    Amounts,
    Amounts,
    Amounts,
    Amounts,
    Amounts,
  ];
  const fact = (cube: Parameters<NonNullable<typeof budget>['facts']>[0], where: Record<string, string>) =>
    BigInt(budget?.total({ cube, where }).value.times(100).toFixed(0) ?? 0);

  it('T1-1 收入总计 = 支出总计', () => {
    expect(t1.named('收入总计', 1)).toBe(t1.named('支出总计', 3));
  });

  it('T1-2 本年收入合计 = Σ 五类收入；收入总计 = 本年收入合计 + 上年结转', () => {
    expect(add(range(0, 5).map((row) => t1.at(row, 1)))).toBe(t1.named('本年收入合计', 1));
    expect(t1.named('本年收入合计', 1) + t1.named('上年结转', 1)).toBe(t1.named('收入总计', 1));
  });

  it('T1-3 本年支出合计 = Σ 类；支出总计 = 本年支出合计 + 年终结转；合计 = 当年 + 结转', () => {
    for (const column of [3, 4, 5]) {
      expect(add(range(0, 30).map((row) => t1.at(row, column)))).toBe(t1.named('本年支出合计', column));
      expect(t1.named('本年支出合计', column) + t1.named('年终结转', column)).toBe(t1.named('支出总计', column));
    }
    for (const row of range(0, t1.count)) expect(t1.at(row, 4) + t1.at(row, 5)).toBe(t1.at(row, 3));
  });

  it('T1-4 上年结转收入 = 上年结转安排 + 年终结转中的上年结转', () => {
    expect(t1.named('上年结转', 1)).toBe(t1.named('支出总计', 5));
  });

  it('T2-1 each row = Σ its sources; T2 T3 T5 T8: every parent = Σ its children, every column', () => {
    for (const row of range(0, t2.count)) expect(add(range(3, 8).map((column) => t2.at(row, column)))).toBe(t2.at(row, 2));
    const trees: [Amounts, number, readonly number[]][] = [
      [t2, 0, range(2, 9)],
      [t3, 0, [2, 3, 4]],
      [t5, 0, [2, 3, 4]],
      [t8, 0, [2, 3, 4]],
      [t9, 3, [5, 6, 7]],
    ];
    for (const [amounts, codeColumn, columns] of trees) {
      const codes = amounts.codes(codeColumn);
      for (const [code, row] of codes.filter(([one]) => one.length < 7)) {
        const children = codes.filter(([one]) => one.startsWith(code) && one.length === code.length + 2);
        expect(children.length).toBeGreaterThan(0);
        for (const column of columns) expect(add(children.map(([, child]) => amounts.at(child, column)))).toBe(amounts.at(row, column));
      }
      const top = codes.filter(([code]) => code.length === 3);
      const next = amounts === t2 ? t2.rows('结转下年') : [];
      for (const column of columns)
        expect(add([...top.map(([, row]) => row), ...next].map((row) => amounts.at(row, column)))).toBe(amounts.at(0, column));
    }
  });

  it('T2-2 T2 = T1 收入', () => {
    expect(t2.at(0, 2)).toBe(t1.named('本年收入合计', 1));
    expect(t2.at(0, 8)).toBe(t1.named('上年结转', 1));
    expect(t2.at(0, 2) + t2.at(0, 8)).toBe(t1.named('收入总计', 1));
    range(0, 5).forEach((row) => expect(t2.at(0, 3 + row)).toBe(t1.at(row, 1)));
  });

  it('T3-1 合计 = 基本 + 项目；T3 合计 = T1 本年支出合计；类 = T1', () => {
    for (const row of range(0, t3.count)) expect(t3.at(row, 3) + t3.at(row, 4)).toBe(t3.at(row, 2));
    expect(t3.at(0, 2)).toBe(t1.named('本年支出合计', 3));
    for (const [code, row] of t3.codes(0).filter(([one]) => one.length === 3)) {
      const label = bodyGrid(t3.table)[row]?.[1] ?? '';
      const [inFirst] = range(0, 30).filter((line) => bodyGrid(t1.table)[line]?.[2]?.endsWith(`、${label}`));
      expect(t1.at(inFirst ?? -1, 3), code).toBe(t3.at(row, 2));
    }
  });

  it('T4-1 收入总计 = 支出总计；小计 = 一般公共 + 基金 + 国资', () => {
    expect(t4.named('收入总计', 1)).toBe(t4.named('支出总计', 3));
    for (const row of range(0, t4.count)) expect(t4.at(row, 4) + t4.at(row, 5) + t4.at(row, 6)).toBe(t4.at(row, 3));
    const carried = t4.row('上年财政拨款结转');
    expect(add(range(carried + 1, carried + 4).map((row) => t4.at(row, 1)))).toBe(t4.at(carried, 1));
    expect(add(range(0, 3).map((row) => t4.at(row, 1)))).toBe(t4.named('本年收入合计', 1));
    expect(t4.named('本年收入合计', 1) + t4.at(carried, 1)).toBe(t4.named('收入总计', 1));
    FISCAL.forEach((_, index) => expect(t4.at(carried + 1 + index, 1) + t4.at(index, 1)).toBe(t4.named('支出总计', 4 + index)));
  });

  it('T4-2 T1 − T4 = 财政专户管理资金 + 单位资金', () => {
    const others = ['财政专户管理资金', '单位资金'].map((fund) => fact('收入', { 资金: fund }));
    expect(t1.named('收入总计', 1) - t4.named('收入总计', 1)).toBe(add(others));
  });

  it('T4-3 T4 当年 = T5、T8、T9', () => {
    FISCAL.forEach((fund, index) => {
      const carried = fact('支出', { 资金: fund, 时段: '上年结转' });
      const ofYear = [t5.at(0, 2), t8.at(0, 2), t9.at(0, 5)][index];
      expect(t4.named('本年支出合计', 4 + index) - carried).toBe(ofYear);
    });
  });

  it('T5-1 T5 = T3 中一般公共预算当年安排的部分', () => {
    for (const [code, row] of t5.codes(0)) {
      const whole = t3.codes(0).find(([one]) => one === code);
      expect(t3.at(whole?.[1] ?? -1, 2) >= t5.at(row, 2)).toBe(true);
      expect(t5.at(row, 2)).toBe(fact('支出', { 科目: code, 资金: '一般公共预算', 时段: '当年' }));
    }
  });

  it('T6-1 T6-2 T6 合计 = T5 基本支出；合计 = 人员 + 公用；类 = Σ 款', () => {
    expect(t6.at(0, 2)).toBe(t5.at(0, 3));
    for (const row of range(0, t6.count)) expect(t6.at(row, 3) + t6.at(row, 4)).toBe(t6.at(row, 2));
    const indents = t6.table.rows.map((row) => row.cells[0]?.indent ?? 0);
    let top = 0n;
    for (const row of range(1, t6.count).filter((one) => indents[one] === 0)) {
      const end = range(row + 1, t6.count).find((one) => indents[one] === 0) ?? t6.count;
      expect(add(range(row + 1, end).map((one) => t6.at(one, 2)))).toBe(t6.at(row, 2));
      top += t6.at(row, 2);
    }
    expect(top).toBe(t6.at(0, 2));
  });

  it('T7-1 基金收入 + 结转 = 基金支出 + 年终结转；T7 合计 = Σ 科目', () => {
    expect(t7.at(0, 2) + fact('收入', { 资金: '政府性基金预算', 时段: '上年结转' })).toBe(t4.named('支出总计', 5));
    expect(add(range(1, t7.count).map((row) => t7.at(row, 2)))).toBe(t7.at(0, 2));
    expect(t7.at(0, 2)).toBe(t1.at(1, 1));
  });

  it('T9 收入 = T1 国有资本经营预算；支出 = Σ 科目', () => {
    expect(t9.at(0, 2)).toBe(t1.at(2, 1));
    expect(add(range(1, t9.count).map((row) => t9.at(row, 2)))).toBe(t9.at(0, 2));
    for (const row of range(0, t9.count)) expect(t9.at(row, 6) + t9.at(row, 7)).toBe(t9.at(row, 5));
  });

  it('T10-1 T10-2 合计 = 出国 + 接待 + 车；车 = 购置 + 运行；每行 = Σ 资金；≥ 经济科目', () => {
    for (const column of range(1, 5)) {
      expect(t10.at(0, column) + t10.at(1, column) + t10.at(2, column)).toBe(t10.named('合计', column));
      expect(t10.at(3, column) + t10.at(4, column)).toBe(t10.at(2, column));
    }
    for (const row of range(0, t10.count)) expect(add(range(2, 5).map((column) => t10.at(row, column)))).toBe(t10.at(row, 1));
    const codes = ['30212', '30217', undefined, '31013', '30231'];
    codes.forEach((code, row) => {
      if (code !== undefined) expect(t10.at(row, 1) >= fact('基本支出经济分类', { 科目: code })).toBe(true);
    });
  });

  it('T11-1 部门合计 = Σ 单位；每行 = Σ 资金', () => {
    for (const column of range(1, 5)) expect(add(range(1, t11.count).map((row) => t11.at(row, column)))).toBe(t11.at(0, column));
    for (const row of range(0, t11.count)) expect(add(range(2, 5).map((column) => t11.at(row, column)))).toBe(t11.at(row, 1));
    expect(t11.at(0, 1) <= t6.at(0, 4)).toBe(true);
  });

  it('T12-1 T12-2 T13 合计 = Σ 单位 = Σ 项目 = 项目支出，每种资金都是', () => {
    for (const [amounts, columns, period] of [
      [t12, 7, '当年'],
      [t13, 5, '上年结转'],
    ] as const) {
      const units = amounts.table.rows.map((row) => row.cells[0]?.indent ?? 0);
      for (const column of range(1, columns)) {
        const projects = range(0, amounts.count).filter((row) => units[row] === 1);
        const subtotals = range(1, amounts.count).filter((row) => units[row] === 0);
        expect(add(projects.map((row) => amounts.at(row, column)))).toBe(amounts.at(0, column));
        expect(add(subtotals.map((row) => amounts.at(row, column)))).toBe(amounts.at(0, column));
      }
      for (const row of range(0, amounts.count))
        expect(add(range(2, columns).map((column) => amounts.at(row, column)))).toBe(amounts.at(row, 1));
      const funds = [...FISCAL, ...(columns === 7 ? ['财政专户管理资金', '单位资金'] : [])];
      funds.forEach((fund, index) => expect(amounts.at(0, 2 + index)).toBe(fact('支出', { 性质: '项目支出', 资金: fund, 时段: period })));
    }
  });
});
