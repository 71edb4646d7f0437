import { oncePer } from '../../plain/objects.js';
import { fill } from '../../profile/fill.js';
import type { CellPlace, PublishedTable } from '../../tables/published-table.js';
import { type Check, type CheckContext, type Outcome, type Side, unchecked } from '../check.js';
import type { CellReference, CrossTableRelation } from '../rules/rules.js';
import { amountCell, cellName, cellPlace, columnTitle } from '../shared/cells.js';
import { compare } from '../shared/sides.js';

/**
 * 符合：
 *     年终结转: {单位资金: 5000}
 *     收入.单位资金: 45000
 *     核对数: 删除
 * 不符：
 *     方案改动: {报表/06-一般公共预算基本支出表.yaml: {"取数: {表: 基本支出经济分类}}": "取数: {表: 基本支出经济分类, 经费: 人员经费}}"}}
 */
export const tablesAgree: Check = {
  code: 'tables-agree',
  group: '报表',
  severity: '错误',
  rule: '不同报表里的同一个数应相等（按方案的“表间关系”逐条核对，精确数和印出的数都要相等）。',
  relations: ['T1-1', 'T2-2', 'T3-1', 'T4-1', 'T4-2', 'T4-3', 'T5-1', 'T6-1', 'T7-1', 'T12-1'],
  basis: '财预〔2016〕143号：内容准确',
  consequenceOf: [
    'unit-funds-unsplit',
    'nature-not-in-form',
    'revenue-equals-expenditure',
    'funds-balance',
    'carryover-balances',
    'basic-expenditure-equals-economic',
    'project-expenditure-equals-projects',
  ],
  run: (context) => context.rules.crossTable.flatMap((relation) => relate(relation, context)),
};

function relate(relation: CrossTableRelation, context: CheckContext): Outcome[] {
  const condition = relation.onlyIfZero && findCell(relation.onlyIfZero, context);
  if (condition && !condition.value.isZero()) return [];
  const [first, second] = [relation.first, relation.second].map((reference) => findCell(reference, context));
  if (!first || !second) {
    const { 表, 行, 栏 } = first ? relation.second : relation.first;
    return [unchecked(`关系 ${relation.id} 没有核对：报表“${表}”里没有“${行}”行“${栏}”栏。`)];
  }
  const hint = '核对方案里这两张表的“取数”，以及定义中的金额。';
  const exact = compare({ left: first, right: second, hint });
  // Exact figures that differ may print alike: then only the exact ones tell.
  if (exact.verdict !== '符合') return [compare({ left: exactSide(first), right: exactSide(second), hint })];
  if (first.printed === second.printed) return [exact];
  return [
    {
      ...exact,
      verdict: '不符',
      message: `${first.label}印 ${first.printed ?? ''}，${second.label}印 ${second.printed ?? ''}，写法不同。`,
    },
  ];
}

function findCell({ 表, 行, 栏 }: CellReference, { tables, year, department, definition: { district } }: CheckContext): Side | undefined {
  const table = tables.find((one) => one.name === 表);
  if (!table) return undefined;
  const values = { 年度: String(year), 上年度: String(year - 1), 部门: department.部门.名称, 地区: district.地区, 级次: district.级次 };
  const names = 行.split('|').map((name) => fill(name, values));
  const column = fill(栏, values);
  for (const name of names) {
    const found = (labelsOf(table).get(name) ?? []).flatMap(({ row, column: label }) => {
      const { cells = [] } = table.rows[row] ?? {};
      const amount = cells.find((cell) => cell.column > label && cell.figure && columnTitle(table, cell.column) === column);
      return amount ? [{ row, column: amount.column }] : [];
    });
    if (found[0]) return side(table, found[0]);
  }
  return undefined;
}

/** Where each name stands, once a row. */
const labelsOf = oncePer((table: PublishedTable): ReadonlyMap<string, readonly CellPlace[]> => {
  const labels = new Map<string, CellPlace[]>();
  table.rows.forEach(({ cells }, row) => {
    for (const { role, text, column } of cells) {
      if (role !== 'text') continue;
      const places = labels.get(text);
      if (!places) labels.set(text, [{ row, column }]);
      else if (places.at(-1)?.row !== row) places.push({ row, column });
    }
  });
  return labels;
});

function exactSide({ label, value, unit, places }: Side): Side {
  return { label, value, unit, places };
}

function side(table: PublishedTable, place: { row: number; column: number }): Side | undefined {
  const cell = amountCell(table, place);
  if (!cell?.figure) return undefined;
  return { label: cellName(table, place), value: cell.figure.value, unit: 'yuan', places: [cellPlace(table, place)], printed: cell.text };
}
