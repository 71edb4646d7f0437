import type { Definition, Member } from '../definition/definition.js';
import { FUNDS, type FundAmounts, type UnitFunds } from '../definition/schema/funds.js';
import { THREE_PUBLIC_ITEMS } from '../definition/schema/kinds.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { exactAmount } from '../document/figure.js';
import { Decimal, sum, ZERO } from '../money/decimal.js';
import { readsAs, unitOfAmount } from '../money/parse-amount.js';
import type { Path } from './place-names.js';
import { otherOfSameCode, type PreviousMember, type PreviousYear, previousMember } from './previous-year.js';

/** A figure of last year as this year's file states it and as last year's file has it. */
interface Pair {
  readonly label: string;
  readonly path: Path;
  readonly stated: Decimal;
  readonly actual: Decimal;
  /** Where last year's file states it. */
  readonly source: Path;
}

/** This year's figures of last year held against last year's file: N-5. */
export interface PreviousYearComparison {
  /** Members of which last year's file was not found. */
  readonly without: readonly Member[];
  /** How many figures that are not zero on both sides. */
  readonly compared: number;
  /** One error for each figure that was typed and is not what last year's file has. */
  readonly diagnostics: readonly Diagnostic[];
}

export function compareWithPreviousYear(definition: Definition, previous: PreviousYear | undefined): PreviousYearComparison {
  const members = definition.members.map((member) => ({ member, found: previousMember(previous, member.content.部门) }));
  const pairs = members.flatMap(({ member, found }) => (found ? pairsOf(member, found).map((pair) => ({ pair, member, found })) : []));
  return {
    without: members.filter(({ found }) => !found).map(({ member }) => member),
    compared: pairs.filter(({ pair: { stated, actual } }) => !stated.isZero() || !actual.isZero()).length,
    diagnostics: [
      ...pairs.filter(differs).map(({ pair, member, found }) => contradiction(pair, member, found)),
      ...definition.members.flatMap((member) => formerNameFinding(member, previous)),
    ],
  };
}

/** A figure is compared to the decimals that were typed: 2.11万元 is what 21,142元 reads as. */
function differs({ pair: { stated, actual }, member }: { readonly pair: Pair; readonly member: Member }): boolean {
  return !readsAs(actual, unitOfAmount(stated, member.content.金额单位)).eq(stated);
}

/** Last year's file under this code is another office's, or a former name that nobody had: nothing of last year is compared. */
function formerNameFinding({ content, locate }: Member, previous: PreviousYear | undefined): Diagnostic[] {
  const { 部门: unit } = content;
  const other = otherOfSameCode(previous, unit);
  if (!other) return [];
  const { 名称: before, 代码: code } = other.content.部门;
  const message = `上年代码 ${code} 的文件是“${before}”的，今年是“${unit.名称}”，没有取它的数，也没有与它核对。`;
  const hint = `今年由它更名的，在“部门”里写“原名称: ${before}”；不是同一个部门的，核对代码。`;
  const related = [{ message: '上年的名称', at: other.locate(['部门', '名称']) }];
  const at = locate(['部门', unit.原名称 === undefined ? '名称' : '原名称']);
  return [{ code: 'previous-year-other-name', severity: 'warning', message, at, related, hint }];
}

function pairsOf({ content }: Member, { figures }: PreviousMember): Pair[] {
  const { 上年预算: stated = {}, 三公经费: items, 机关运行经费: agency } = content;
  const carried: Path = ['上年预算', '上年结转'];
  return [
    ...fundPairs(stated, figures.上年预算, ['上年预算']),
    ...fundPairs(stated.上年结转 ?? {}, figures.上年预算.上年结转 ?? {}, carried),
    ...THREE_PUBLIC_ITEMS.map((item): Pair => {
      const path = ['三公经费', item, '上年'];
      return {
        label: `上年${item}`,
        path,
        stated: totalOfFunds(items?.[item]?.上年),
        actual: totalOfFunds(figures.三公经费上年[item]),
        source: ['三公经费', item, '本年'],
      };
    }),
    {
      label: '上年机关运行经费',
      path: ['机关运行经费', '上年'],
      stated: agency?.上年 ?? ZERO,
      actual: figures.机关运行经费上年 ?? ZERO,
      source: ['机关运行经费'],
    },
  ];
}

function fundPairs(stated: FundAmounts, actual: FundAmounts, path: Path): Pair[] {
  const inside = path.length > 1 ? '（上年结转）' : '';
  return FUNDS.map((fund) => ({
    label: `上年预算的${fund}${inside}`,
    path: [...path, fund],
    stated: totalOf(stated[fund]),
    actual: totalOf(actual[fund]),
    source: ['支出'],
  }));
}

/** One amount, or several by fund. */
const totalOfFunds = (amounts: Decimal | FundAmounts | undefined): Decimal =>
  amounts === undefined || amounts instanceof Decimal ? (amounts ?? ZERO) : sum(FUNDS.map((fund) => totalOf(amounts[fund])));

function totalOf(amounts: UnitFunds | undefined): Decimal {
  return amounts === undefined || amounts instanceof Decimal
    ? (amounts ?? ZERO)
    : sum(Object.values(amounts).filter((one) => one !== undefined));
}

function contradiction({ label, path, stated, actual, source }: Pair, member: Member, found: PreviousMember): Diagnostic {
  const text = (yuan: Decimal) => exactAmount(yuan, member.content.金额单位);
  return {
    code: 'previous-year-contradicts',
    severity: 'error',
    message: `${label}写的是 ${text(stated)}，上年文件里是 ${text(actual)}，相差 ${text(stated.minus(actual).abs())}。`,
    at: member.locate(path),
    related: [{ message: `上年文件的${source[0]}`, at: found.member.locate(source, 'key') }],
    expected: text(actual),
    actual: text(stated),
    hint: '上年数由程序从上年文件中取，删去这里写的金额即可；上年文件错了的，改正上年文件。',
  };
}
