import type { Budget } from '../../budget/budget.js';
import { CUBES } from '../../budget/cubes/index.js';
import type { Figure } from '../../budget/figure.js';
import { matcher } from '../../budget/query.js';
import { type Decimal, ZERO } from '../../money/decimal.js';
import { defined, oncePer } from '../../plain/objects.js';
import { fill } from '../../profile/fill.js';
import { measureFigure } from '../../profile/measure.js';
import type { PublishedCell, PublishedTable } from '../../tables/published-table.js';
import { type Check, type CheckContext, type Comparison, clean, finding, type Outcome, unchecked } from '../check.js';
import type { RowRelation } from '../rules/rules.js';
import { cellName, cellPlace, columnTitle, tableCalled } from '../shared/cells.js';
import { compare, sideOf } from '../shared/sides.js';

/**
 * 符合：
 *     支出[1].科目: "2070199"
 * 不符：
 *     方案改动: {报表/05-一般公共预算支出表.yaml: {"取数: {性质: 基本支出}": "取数: {性质: 项目支出}"}}
 * 不符：
 *     方案改动: {报表/05-一般公共预算支出表.yaml: {"层级: 项, 取数": "层级: 款, 取数"}}
 */
export const tableRowsAgree: Check = {
  code: 'table-rows-agree',
  group: '报表',
  severity: '错误',
  rule: '报表里每个科目的一行，应等于预算里这个科目的数；有数的科目一行不缺（按方案的“逐行关系”）。',
  relations: ['T3-1', 'T4-1', 'T4-3', 'T5-1', 'C03'],
  basis: '财预〔2016〕143号：内容准确；预算法实施条例第六条第三款：功能分类公开到项',
  consequenceOf: ['unit-funds-unsplit', 'nature-not-in-form'],
  run: (context) => context.rules.byRow.flatMap((relation) => relate(relation, context)),
};

const LENGTHS = { 类: [3], 款: [3, 5], 项: [3, 5, 7] } as const;

function relate(relation: RowRelation, context: CheckContext): Outcome[] {
  const { budget, tables, year } = context;
  const table = tables.find((one) => one.name === relation.table);
  if (!table) return [unchecked(`关系 ${relation.id} 没有核对：没有报表“${relation.table}”。`)];
  const column = fill(relation.column, { 年度: String(year) });
  const sums = sumsByCode(relation, budget);
  const wrong = [...sums].flatMap(([code, value]) => row(code, value, { relation, column, table, budget }));
  return wrong.length > 0 || sums.size === 0
    ? wrong
    : [clean(`${tableCalled(table)}“${column}”栏 ${sums.size} 个科目的数与预算逐行相等。`)];
}

/** Each code of the relation's levels with its money, in one pass over the facts. */
function sumsByCode({ measure: { 表: cubes = [], ...where }, level }: RowRelation, budget: Budget): Map<string, Decimal> {
  const names: readonly string[] = typeof cubes === 'string' ? [cubes] : cubes;
  const sums = new Map<string, Decimal>();
  for (const cube of CUBES.filter((one) => names.includes(one))) {
    const matches = matcher({ cube, where: defined(where) });
    for (const { dimensions, value } of [...budget.facts(cube), ...budget.tails(cube)].filter(matches)) {
      const { 科目: code = '' } = dimensions;
      for (const length of LENGTHS[level].filter((one) => one <= code.length)) {
        const parent = code.slice(0, length);
        sums.set(parent, (sums.get(parent) ?? ZERO).plus(value));
      }
    }
  }
  return sums;
}

interface Column {
  readonly relation: RowRelation;
  readonly column: string;
  readonly table: PublishedTable;
  readonly budget: Budget;
}

/** What is wrong with the row of one code. */
function row(code: string, expected: Decimal, { relation, column, table, budget }: Column): Outcome[] {
  const name = budget.names.functional(code);
  const found = rowsOf(table).get(code) ?? (code.length === 3 ? rowsOf(table).get(name) : undefined);
  if (!found) {
    if (expected.isZero()) return [];
    return [
      finding(`${tableCalled(table)}没有“${name}”（${code}）这一行。`, { kind: 'document', text: tableCalled(table), anchor: table.id }),
    ];
  }
  const { cells = [] } = table.rows[found.row] ?? {};
  const cell = cells.find((one) => one.column > found.column && one.figure && columnTitle(table, one.column) === column);
  if (!cell?.figure) return [unchecked(`关系 ${relation.id} 没有核对：报表“${table.name}”的“${name}”行没有“${column}”栏。`)];
  if (cell.figure.value.eq(expected)) return [];
  const figure = measureFigure(budget, { ...relation.measure, 科目: code });
  return [differing(cell.figure, figure, { table, row: found.row, cell, name, code })];
}

interface Cell {
  readonly table: PublishedTable;
  readonly row: number;
  readonly cell: PublishedCell;
  readonly name: string;
  readonly code: string;
}

function differing(figure: Figure, expected: Figure, { table, row, cell, name, code }: Cell): Comparison {
  const place = { row, column: cell.column };
  return compare({
    left: { label: cellName(table, place), value: figure.value, unit: 'yuan', places: [cellPlace(table, place)] },
    right: sideOf(`预算里的“${name}”（${code}）`, expected, ['支出']),
    hint: `核对方案里“${table.name}”这张表的“取数”。`,
  });
}

interface RowPlace {
  readonly row: number;
  readonly column: number;
}

/** Rows by their code, or by their name without its number where the table prints no codes. */
const rowsOf = oncePer((table: PublishedTable): ReadonlyMap<string, RowPlace> => {
  const rows = new Map<string, RowPlace>();
  table.rows.forEach(({ cells }, row) => {
    const add = (text: string, column: number) => {
      if (text !== '' && !rows.has(text)) rows.set(text, { row, column });
    };
    for (const { role, text, column } of cells) if (role === 'code') add(text, column);
    const parts = cells.filter(({ role, text }) => role === 'codePart' && text !== '');
    if (parts[0]) add(parts.map(({ text }) => text).join(''), parts[0].column);
    for (const { role, text, column } of cells) if (role === 'text') add(bare(text), column);
  });
  return rows;
});

const bare = (name: string) => name.replace(/^[一二三四五六七八九十]+、/, '');
