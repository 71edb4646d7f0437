import { type Budget, computeBudget } from '../budget/budget.js';
import { UNSPLIT } from '../budget/query.js';
import type { Classifications } from '../definition/classifications.js';
import type { Definition, Member } from '../definition/definition.js';
import { THREE_PUBLIC_ITEMS } from '../definition/schema/department.js';
import { FUNDS, type Fund, type FundAmounts, UNIT_FUND_SOURCES, type YearAndCarryover } from '../definition/schema/funds.js';
import type { Decimal } from '../money/decimal.js';

/** Last year's definition of a department, with the classifications of its year. */
export interface PreviousYear {
  readonly definition: Definition;
  readonly classifications: Classifications;
}

/** Last year's file of a unit, and what it says. */
export interface PreviousMember {
  readonly member: Member;
  readonly figures: PreviousYearFigures;
}

/** What a file says of itself: codes are given to other offices, so it is the name that tells whether it is the same one. */
export interface Identity {
  readonly 代码?: string | undefined;
  readonly 名称?: string | undefined;
  /** Its name of last year, where it has been renamed since. */
  readonly 原名称?: string | undefined;
}

/** Last year's file of the same unit: of its name or its former one; by its code only where no name is stated. */
export function previousMember(previous: PreviousYear | undefined, unit: Identity): PreviousMember | undefined {
  const member = previous?.definition.members.find(({ content }) => isSameUnit(unit, content.部门));
  return previous && member && { member, figures: previousYearFigures(previous.definition, previous.classifications, member) };
}

/** Last year's file of another unit that had this code: a renamed office that does not say so, or a code that was given on. */
export function otherOfSameCode(previous: PreviousYear | undefined, unit: Identity): Member | undefined {
  if (previousMember(previous, unit)) return undefined;
  return previous?.definition.members.find(({ content }) => content.部门.代码 === unit.代码);
}

/** Whether last year's file is of this unit. */
export function isSameUnit(unit: Identity, before: Identity): boolean {
  const name = unit.原名称 ?? unit.名称;
  return name === undefined ? unit.代码 === before.代码 : plain(name) === plain(before.名称 ?? '');
}

const plain = (name: string): string => name.normalize('NFKC').replace(/\s/g, '');

/** Last year's file of the department that this year's is of: of the same name, else of the same code, for a renamed office. */
export function previousFileName(fileName: string, code: string, namesOfLastYear: readonly string[]): string | undefined {
  const named = fileName.replace(/^\d+-/, '');
  const coded = new RegExp(`^${code}-.+\\.ya?ml$`, 'i');
  const sameName = namesOfLastYear.filter((name) => /^\d+-/.test(name) && name.replace(/^\d+-/, '') === named);
  return namesOfLastYear.find((name) => name === fileName) ?? sameName[0] ?? namesOfLastYear.find((name) => coded.test(name));
}

/** What this year's file says of last year, as last year's file has it; what is zero is not there. */
interface PreviousYearFigures {
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
