import { describe, expect, it } from 'vitest';
import { inlineText, type Table } from '../../src/document/document.js';
import { type ExpectedForm, expectedForms, originalCase } from '../support/original.js';
import { expandRows, isRectangular } from '../support/table-grid.js';

// tests/original/forms.yaml is the six published forms, cell by cell, with their corrections. A wanted departure:
// amounts in 元 have separators everywhere. The two forms that contradict themselves are printed as published.
const { document } = originalCase();
const tables = document.sections.flatMap((section) => section.blocks).filter((block): block is Table => block.type === 'table');
const forms = new Map(
  tables.filter(({ id }) => id.startsWith('form')).map((table) => [inlineText(table.rows[0]?.cells[1]?.content ?? []), table]),
);
const expected = expectedForms();

const COLUMNS = 8;
const LEVELS = ['中央财政资金', '省级财政资金', '市县（区）财政资金', '单位自筹', '其他资金'];
/** Fields that stand over the whole width. */
const LONG_FIELDS = ['项目概况', '立项依据', '项目设立必要性', '保证项目实施的制度、措施', '项目实施计划'];

type Row = readonly (readonly [column: number, text: string])[];

/** The grid of a form as it should print, row by row, from the published one. */
function wantedRows(form: ExpectedForm): Row[] {
  const { 项目资金: money, 总体目标: goals, 绩效指标: indicators } = form;
  const { 实施期: period, 年度: year } = money;
  const date = form.更正.find(({ 位置: place }) => place === '填报日期')?.更正 ?? '';
  return [
    [
      [0, '项目名称'],
      [2, form.项目名称],
    ],
    [
      [0, '主管部门及代码'],
      [2, text(form, '主管部门及代码')],
      [5, '实施单位'],
      [6, text(form, '实施单位')],
    ],
    [
      [0, '项目属性'],
      [2, text(form, '项目属性')],
      [5, '项目期'],
      [6, text(form, '项目期')],
    ],
    [
      [0, '项目资金（元）'],
      [2, '实施期资金总额'],
      [4, period.资金总额 ?? ''],
      [5, '年度资金总额'],
      [7, year.资金总额 ?? ''],
    ],
    ...LEVELS.map((level, index): Row => {
      const label = index === 0 ? `其中：${level}` : level;
      return [
        [2, label],
        [4, period[level] ?? ''],
        [5, label],
        [7, year[level] ?? ''],
      ];
    }),
    ...LONG_FIELDS.map(
      (field): Row => [
        [0, field],
        [2, text(form, field)],
      ],
    ),
    [
      [0, '总体目标'],
      [2, '实施期目标'],
      [5, '年度目标'],
    ],
    [
      [2, goals.实施期],
      [5, goals.年度],
    ],
    [
      [0, '绩效指标'],
      [1, '一级指标'],
      [2, '二级指标'],
      [3, '三级指标'],
      [4, '指标值'],
      [5, '二级指标'],
      [6, '三级指标'],
      [7, '指标值'],
    ],
    ...indicators.map(({ 一级: first, 实施期: one, 年度: other }, index): Row => {
      const starts: Row = indicators[index - 1]?.一级 === first ? [] : [[1, first]];
      return [...starts, [2, one.二级], [3, one.三级], [4, valueOf(one)], [5, other.二级], [6, other.三级], [7, valueOf(other)]];
    }),
    [
      [0, '负责人'],
      [2, text(form, '负责人')],
      [4, '经办人'],
      [5, text(form, '经办人')],
    ],
    [
      [0, '联系电话'],
      [2, text(form, '联系电话')],
      [4, '填报日期'],
      [5, date],
    ],
  ];
}

function text(form: ExpectedForm, field: string): string {
  return String(form[field] ?? '');
}

/** An amount in 元 has separators. */
function valueOf({ 二级: kind, 指标值: value }: ExpectedForm['绩效指标'][number]['年度']): string {
  if (kind !== '成本指标' || !/^\d+(\.\d+)?元$/.test(value)) return value;
  return value.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');
}

it('the six forms are there, in the order of the projects', () => {
  expect([...forms.keys()].sort()).toEqual(expected.map((form) => form.项目名称).sort());
  const inTableTwelve = originalCase().tables[11]?.rows.map((row) => row.cells[0]?.text) ?? [];
  expect([...forms.keys()]).toEqual(inTableTwelve.filter((name) => forms.has(name ?? '')));
});

describe.each(expected.map((form) => [form.项目名称, form] as const))('%s', (name, form) => {
  const table = forms.get(name) as Table;

  it('has every cell of the original', () => {
    const rows = table.rows.map((row) => row.cells.map((cell) => ({ column: cell.column, text: inlineText(cell.content) })));
    const wanted = wantedRows(form).map((row) => row.map(([column, cell]) => ({ column, text: cell })));
    expect(expandRows(rows, COLUMNS)).toEqual(expandRows(wanted, COLUMNS));
  });

  it('has a grid that cannot shift', () => {
    expect(table.columnWidths).toHaveLength(COLUMNS);
    expect(isRectangular(table.rows, COLUMNS)).toBe(true);
  });

  it('has sources that add up to the total on both sides', () => {
    const value = (row: number, column: number) =>
      Number(inlineText(table.rows[row]?.cells.find((cell) => cell.column === column)?.content ?? []).replaceAll(',', ''));
    for (const column of [4, 7]) {
      const parts = LEVELS.map((_, index) => Math.round(value(4 + index, column) * 100));
      expect(parts.reduce((a, b) => a + b, 0)).toBe(Math.round(value(3, column) * 100));
    }
  });
});

it('the two forms that contradict themselves print what was published, acknowledged with a reason', () => {
  const money = (name: string) =>
    [4, 7].map((column) => inlineText(forms.get(name)?.rows[3]?.cells.find((cell) => cell.column === column)?.content ?? []));
  expect(money('应急保障重大事项及重大活动费用（政府办）')).toEqual(['3,600,000', '900,000']);
  expect(money('政府印刷费（政府办）')).toEqual(['1,000,000', '800,000']);
  const own = originalCase().checks?.acknowledged.filter(({ diagnostic }) => diagnostic.code.startsWith('form-')) ?? [];
  expect(own.map(({ diagnostic }) => diagnostic.code)).toEqual([
    'form-cost-equals-money',
    'form-period-equals-year',
    'form-period-equals-year',
  ]);
});
