import type { Figure } from '../../budget/figure.js';
import { type Decimal, sum, ZERO } from '../../money/decimal.js';
import type { CellPlace, PublishedTable } from '../../tables/published-table.js';
import { type Check, type Comparison, clean, type Outcome } from '../check.js';
import { amountCell, cellName, cellPlace, tableCalled } from '../shared/cells.js';
import { compare } from '../shared/sides.js';

/**
 * 符合：
 *     支出[0].基本支出.一般公共预算: 600000.05
 *     一般公共预算基本支出[0].金额: 400000.05
 *     收入.一般公共预算: 1000000.05
 *     核对数: 删除
 * 不符：
 *     方案改动: {报表/03-支出总表.yaml: {"合计: 是, 汇总: 下, 取数: {表: 支出}": "合计: 是, 汇总: 下, 取数: {表: 支出, 性质: 基本支出}"}}
 */
export const tableSumsExact: Check = {
  code: 'table-sums-exact',
  group: '报表',
  severity: '错误',
  rule: '报表里的每一个合计、小计和上级科目，都应精确地等于它的各项之和（未经四舍五入）；公布过的合计照“公布数”，差的正好是它的尾差。',
  relations: ['H', 'T1-2', 'T1-3', 'T2-1', 'T3-1', 'T4-1', 'T6-2', 'T7-1', 'T10-1', 'T11-1', 'T12-2'],
  basis: '财预〔2016〕143号：内容准确',
  consequenceOf: ['unit-funds-unsplit', 'nature-not-in-form'],
  run: ({ tables }) => tables.flatMap(tableSums),
};

/** What published totals give the total and none of its parts. */
function tailBeyond(table: PublishedTable, total: CellPlace, parts: readonly CellPlace[]): Decimal {
  const tails = (place: CellPlace) => tailsIn(amountCell(table, place)?.figure);
  const below = new Set(parts.flatMap(tails).map(({ id }) => id));
  return sum(
    tails(total)
      .filter(({ id }) => !below.has(id))
      .map(({ value }) => value),
  );
}

function tailsIn(figure: Figure | undefined): readonly Figure[] {
  if (!figure || figure.isTail) return figure ? [figure] : [];
  return figure.origin.kind === 'derived' ? figure.origin.inputs.flatMap(tailsIn) : [];
}

function tableSums(table: PublishedTable): Outcome[] {
  const wrong = table.sums.flatMap(({ total, parts }): Comparison[] => {
    const value = amountCell(table, total)?.figure?.value ?? ZERO;
    const partsSum = sum(parts.map((part) => amountCell(table, part)?.figure?.value ?? ZERO));
    if (value.eq(partsSum) || value.minus(partsSum).eq(tailBeyond(table, total, parts))) return [];
    const left = { label: cellName(table, total), value, unit: 'yuan' as const, places: [cellPlace(table, total)] };
    const right = { label: `它的 ${parts.length} 个分项之和`, value: partsSum, unit: 'yuan' as const, places: [] };
    return [compare({ left, right, hint: `核对方案里“${table.name}”这张表的“取数”和“汇总”。` })];
  });
  return wrong.length > 0 ? wrong : table.sums.length === 0 ? [] : [clean(`${tableCalled(table)}的 ${table.sums.length} 处合计精确相等。`)];
}
