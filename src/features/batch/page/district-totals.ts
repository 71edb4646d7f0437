import { FUNDS, type Fund } from '../../../definition/schema/funds.js';
import { Decimal, sum } from '../../../money/decimal.js';
import { type AmountFormat, formatAmount, formatPercent, roundToUnit } from '../../../money/format.js';
import { forEachKey } from '../../../plain/objects.js';
import { type DepartmentSummary, TOTALS, type TotalName } from './department-summary.js';

/** The columns of the district's table: 收入 with its funds, 支出 with its kinds, and “三公”. */
export const COLUMNS = ['收入总计', ...FUNDS, ...TOTALS.slice(1)] as readonly Column[];
export type Column = TotalName | Fund;
type Amounts = Readonly<Record<Column, Decimal>>;

/** Two ways to one exact sum. */
export interface Proof {
  readonly label: string;
  readonly left: Decimal;
  readonly right: Decimal;
  readonly equal: boolean;
}

/** What the departments of a district come to, in exact 元. */
export interface DistrictTotals {
  readonly rows: readonly { readonly summary: DepartmentSummary; readonly amounts: Amounts }[];
  readonly total: Amounts;
  readonly proofs: readonly Proof[];
  /** Columns whose printed rows do not add up to the printed total, as each is rounded by itself. */
  readonly tails: readonly Column[];
}

/** Sums of the departments; a unit's own document is in its department's already and counts no second time. */
export function districtTotals(summaries: readonly DepartmentSummary[]): DistrictTotals {
  const departments = summaries.filter(({ partOf }) => partOf === undefined);
  const rows = departments.map((summary) => ({ summary, amounts: amountsOf(summary) }));
  const total = columns((column) => sum(rows.map(({ amounts }) => amounts[column])));
  const tails = COLUMNS.filter((column) => isTail(column, rows, total));
  return { rows, total, tails, proofs: proofsOf(departments, total) };
}

function amountsOf({ totals, revenueByFund }: DepartmentSummary): Amounts {
  const stated: Readonly<Record<Column, string>> = { ...totals, ...revenueByFund };
  return columns((column) => new Decimal(stated[column]));
}

function columns(amount: (column: Column) => Decimal): Amounts {
  return forEachKey(COLUMNS, amount);
}

function isTail(column: Column, rows: DistrictTotals['rows'], total: Amounts): boolean {
  const printed = sum(rows.map(({ amounts }) => roundToUnit(amounts[column], PRINTED)));
  return !printed.eq(roundToUnit(total[column], PRINTED));
}

function proofsOf(departments: readonly DepartmentSummary[], total: Amounts): Proof[] {
  const byFund = (amounts: (one: DepartmentSummary) => Readonly<Record<Fund, string>>) =>
    sum(FUNDS.map((fund) => sum(departments.map((one) => new Decimal(amounts(one)[fund])))));
  const byKind = sum([total.基本支出, total.项目支出, total.年终结转]);
  return [
    proof(
      '各部门收入总计相加，各资金来源收入相加',
      total.收入总计,
      byFund(({ revenueByFund }) => revenueByFund),
    ),
    proof('各部门支出总计相加，基本支出、项目支出、年终结转相加', total.支出总计, byKind),
    proof(
      '各部门支出总计相加，各资金来源支出相加',
      total.支出总计,
      byFund(({ expenditureByFund }) => expenditureByFund),
    ),
    proof('各部门收入总计相加，各部门支出总计相加', total.收入总计, total.支出总计),
  ];
}

function proof(label: string, left: Decimal, right: Decimal): Proof {
  return { label, left, right, equal: left.eq(right) };
}

/** How the page prints amounts: as the departments' own tables do. */
const PRINTED: AmountFormat = { unit: '万元', decimals: 2, separators: true };

export const inTenThousands = (yuan: Decimal): string => formatAmount(yuan, PRINTED);

/** An exact amount in 元. */
export const exactYuan = (yuan: Decimal): string => formatAmount(yuan, { unit: '元', decimals: 2, separators: true });

/** A rate with its sign. */
export const signedRate = (rate: Decimal): string =>
  `${rate.isNegative() ? '-' : '+'}${formatPercent(rate.abs(), { decimals: 2, separators: true })}`;
