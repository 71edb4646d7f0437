import { type Budget, computeBudget } from '../budget/budget.js';
import { UNSPLIT } from '../budget/query.js';
import type { Classifications } from '../definition/classifications.js';
import type { Definition, Member } from '../definition/definition.js';
import { THREE_PUBLIC_ITEMS } from '../definition/schema/department.js';
import { FUNDS, type Fund, type FundAmounts, UNIT_FUND_SOURCES, type YearAndCarryover } from '../definition/schema/funds.js';
import type { Decimal } from '../money/decimal.js';

/** What this year's file says of last year, as last year's file has it; what is zero is not there. */
export interface PreviousYearFigures {
  /** 支出 by fund, with what was paid from 上年结转. */
  readonly 上年预算: YearAndCarryover;
  readonly 三公经费上年: Readonly<Record<string, Decimal>>;
  readonly 机关运行经费上年?: Decimal;
}

/** The figures of one member's file, the department's own where none is named: totals of units are the units' business. */
export function previousYearFigures(previous: Definition, classifications: Classifications, member?: Member): PreviousYearFigures {
  const one = member ?? previous.members.find(({ file }) => file === previous.file);
  const budget = computeBudget(one ? { ...previous, members: [one] } : previous, classifications);
  const agency = budget.total({ cube: '机关运行经费', where: { 年份: '本年' } }).value;
  const items = THREE_PUBLIC_ITEMS.map(
    (item) => [item, budget.total({ cube: '三公经费', where: { 三公项目: item, 年份: '本年' } }).value] as const,
  );
  const carryover = fundAmounts(budget, '上年结转');
  return {
    上年预算: { ...fundAmounts(budget, '当年'), ...(Object.keys(carryover).length > 0 && { 上年结转: carryover }) },
    三公经费上年: Object.fromEntries(items.filter(([, value]) => !value.isZero())),
    ...(!agency.isZero() && { 机关运行经费上年: agency }),
  };
}

function fundAmounts(budget: Budget, period: string): FundAmounts {
  const entries = FUNDS.map((fund) => [fund, fundAmount(budget, fund, period)] as const);
  return Object.fromEntries(entries.filter(([, amount]) => amount !== undefined)) as FundAmounts;
}

/** One amount; 单位资金 by source where all of them are stated so. */
function fundAmount(budget: Budget, fund: Fund, period: string): Decimal | Record<string, Decimal> | undefined {
  const total = (source?: string) =>
    budget.total({ cube: '支出', where: { 资金: fund, 时段: period, ...(source && { 来源: source }) } }).value;
  if (total().isZero()) return undefined;
  if (fund !== '单位资金' || !total(UNSPLIT).isZero()) return total();
  return Object.fromEntries(UNIT_FUND_SOURCES.map((source) => [source, total(source)] as const).filter(([, value]) => !value.isZero()));
}
