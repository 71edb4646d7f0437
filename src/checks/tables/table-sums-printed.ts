import { Decimal } from '../../money/decimal.js';
import { formatNumber } from '../../money/format.js';
import { type AmountUnit, inUnit } from '../../money/units.js';
import type { Profile } from '../../profile/profile.js';
import type { CellPlace, PublishedTable } from '../../tables/published-table.js';
import { type Tail, tails } from '../../tables/tails.js';
import { type Check, type Comparison, clean, type Outcome } from '../check.js';
import { amountCell, cellName, cellPlace, rowTitle, tableCalled, tableFormat } from '../shared/cells.js';
import { printedSum } from '../shared/printed.js';

/**
 * 符合：
 *     支出[2].基本支出.一般公共预算: 80040
 *     支出[3].基本支出.一般公共预算: 52040
 *     支出[0].基本支出.一般公共预算: 599920
 *     一般公共预算基本支出[1].金额: 80040
 *     一般公共预算基本支出[2].金额: 52040
 *     一般公共预算基本支出[0].金额: 399920
 * 不符：
 *     方案改动: {报表/05-一般公共预算支出表.yaml: {"汇总同级: 是": "汇总同级: 是, 取数: {性质: 基本支出}"}}
 */
export const tableSumsPrinted: Check = {
  code: 'table-sums-printed',
  group: '报表',
  severity: '错误',
  rule: '报表印出的合计与印出的各项之和，相差不应超过四舍五入可能带来的 0.005×(n+1)，n 为有数的分项个数。',
  relations: ['H', 'T6-2', 'T10-1'],
  basis: '财预〔2016〕143号：内容准确；尾差的界限同 XBRL Calculations 1.1',
  consequenceOf: ['unit-funds-unsplit', 'nature-not-in-form'],
  run: ({ tables, profile }) => tables.flatMap((table) => printedSums(table, profile)),
};

function printedSums(table: PublishedTable, profile: Profile): Outcome[] {
  const found = tails(table).map((tail) => comparison(tail, table, profile));
  const rest = table.sums.length - found.length;
  return [...found, ...(rest > 0 ? [clean(`${tableCalled(table)}的 ${rest} 处合计，印出的数相加正好相等。`)] : [])];
}

function comparison({ sum, printedTotal, printedParts }: Tail, table: PublishedTable, profile: Profile): Comparison {
  const { unit, decimals } = tableFormat(table, profile);
  const shown = sum.parts.filter((part) => amountCell(table, part)?.text);
  const { total, parts, ...compared } = printedSum(printedTotal, printedParts, shown.length, { unit, decimals, separators: false });
  const exact = (place: CellPlace) => `${exactText(table, place, unit)} 印 ${amountCell(table, place)?.text ?? ''}`;
  const partText = shown.map((part) => `${rowTitle(table, part)} ${exact(part)}`);
  const allParts = partText.length > 6 ? `${partText.slice(0, 5).join('，')}等 ${partText.length} 项` : partText.join('，');
  return {
    ...compared,
    left: { ...total, label: cellName(table, sum.total), places: [cellPlace(table, sum.total)] },
    right: { ...parts, label: `印出的 ${shown.length} 个分项之和`, places: [] },
    cause: `精确的合计 ${exact(sum.total)}；${allParts}，各自四舍五入，所以相差。`,
    hint: `核对方案里“${table.name}”这张表的“取数”。`,
  };
}

/** The exact amount in the table's unit, every decimal of it. */
function exactText(table: PublishedTable, place: CellPlace, unit: AmountUnit): string {
  const value = inUnit(amountCell(table, place)?.figure?.value ?? new Decimal(0), unit);
  return formatNumber(value, value.decimalPlaces(), false);
}
