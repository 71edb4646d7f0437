import { type Budget, computeBudget } from '../budget/budget.js';
import type { Figure } from '../budget/figure.js';
import { type Query, UNSPLIT } from '../budget/query.js';
import type { Classifications } from '../definition/classifications.js';
import type { Definition, Member } from '../definition/definition.js';
import { FUNDS, type FundAmounts, UNIT_FUND_SOURCES, type YearAndCarryover } from '../definition/schema/funds.js';
import { THREE_PUBLIC_ITEMS } from '../definition/schema/kinds.js';
import type { Decimal } from '../money/decimal.js';
import { defined, forEachKey } from '../plain/objects.js';

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
  readonly 三公经费上年: Readonly<Record<string, FundAmounts>>;
  readonly 机关运行经费上年?: Decimal;
}

/** The figures of one member's file, the department's own where none is named: totals of units are the units' business. */
export function previousYearFigures(previous: Definition, classifications: Classifications, member?: Member): PreviousYearFigures {
  const budget = budgetOf({ definition: previous, classifications }, member);
  const amount = (path: Path) => budget.total(queryOf(path)).value;
  const agency = amount(['机关运行经费', '上年']);
  const items = THREE_PUBLIC_ITEMS.map((item) => [item, fundAmounts(amount, ['三公经费', item, '上年'])] as const);
  const carryover = fundAmounts(amount, ['上年预算', '上年结转']);
  return {
    上年预算: { ...fundAmounts(amount, ['上年预算']), ...(Object.keys(carryover).length > 0 && { 上年结转: carryover }) },
    三公经费上年: Object.fromEntries(items.filter(([, amounts]) => Object.keys(amounts).length > 0)),
    ...(!agency.isZero() && { 机关运行经费上年: agency }),
  };
}

/** What this year's file says at a place of last year, as last year's file adds it up; nothing where that has no file of the unit. */
export function previousFigure(previous: PreviousYear | undefined, unit: Identity, path: Path): Figure | undefined {
  const member = previousMember(previous, unit)?.member;
  return previous && member && isOfLastYear(path) ? budgetOf(previous, member).total(queryOf(path)) : undefined;
}

type Path = readonly string[];

function budgetOf({ definition, classifications }: PreviousYear, member?: Member): Budget {
  const one = member ?? definition.members.find(({ file }) => file === definition.file);
  return computeBudget(one ? { ...definition, members: [one] } : definition, classifications);
}

const isOfLastYear = ([section, ...rest]: Path): boolean => section === '上年预算' || rest.includes('上年');

/** A place where this year's file speaks of last year, as a question to last year's file. */
function queryOf([section, ...rest]: Path): Query {
  if (section === '机关运行经费') return { cube: '机关运行经费', where: { 年份: '本年' } };
  if (section === '三公经费') return { cube: '三公经费', where: { 三公项目: rest[0] ?? '', 年份: '本年', ...defined({ 资金: rest[2] }) } };
  const isCarried = rest[0] === '上年结转';
  const [fund = '', source] = isCarried ? rest.slice(1) : rest;
  return { cube: '支出', where: { 资金: fund, 时段: isCarried ? '上年结转' : '当年', ...defined({ 来源: source }) } };
}

function fundAmounts(amount: (path: Path) => Decimal, section: Path): FundAmounts {
  return defined(forEachKey(FUNDS, (fund) => fundAmount(amount, [...section, fund]))) as FundAmounts;
}

/** One amount; 单位资金 by source where all of them are stated so. */
function fundAmount(amount: (path: Path) => Decimal, path: Path): Decimal | Record<string, Decimal> | undefined {
  if (amount(path).isZero()) return undefined;
  if (path.at(-1) !== '单位资金' || !amount([...path, UNSPLIT]).isZero()) return amount(path);
  return Object.fromEntries(
    UNIT_FUND_SOURCES.map((source) => [source, amount([...path, source])] as const).filter(([, value]) => !value.isZero()),
  );
}
