import type { Budget } from '../../budget/budget.js';
import { CUBES, type Cube } from '../../budget/cubes/index.js';
import type { Fact } from '../../budget/facts.js';
import type { Figure, SourcePath } from '../../budget/figure.js';
import type { Member } from '../../definition/definition.js';
import { FUNDS } from '../../definition/schema/funds.js';
import { Decimal, sum } from '../../money/decimal.js';
import { oncePer } from '../../plain/objects.js';
import type { Path } from '../check.js';
import { publishedForms } from './forms.js';
import { statedLeaves } from './sides.js';

/** One amount as a file states it, in 元. */
export interface StatedAmount {
  readonly id: string;
  readonly value: Decimal;
  readonly source: SourcePath;
  /** Nothing else in the file need agree with it, so that no sum tells when it is wrong. */
  readonly alone: boolean;
  /** Amounts that somebody writes down together, so in one unit; undefined where a small one beside large ones is odd all the same. */
  readonly section?: string;
  /** What it is a part of, all that the year, its spending or the project has, and the most that this amount may be. */
  readonly whole: Decimal;
  readonly wholeIs: '本文件的全部收支' | '本文件的全部支出' | '项目的资金';
  readonly most: Decimal;
}

/** A figure of this year and the same of last year, both stated in one file. */
export interface YearPair {
  readonly label: string;
  readonly now: Decimal;
  readonly before: Decimal;
  readonly at: { readonly now: Path; readonly before: Path };
  /** The stated leaves of both. */
  readonly leaves: ReadonlySet<string>;
}

/** What one file states: each unit writes in its own unit of money. */
export interface FileAmounts {
  readonly member: Member;
  readonly thisYear: Decimal;
  readonly lastYear: Decimal;
  readonly amounts: readonly StatedAmount[];
  readonly funds: readonly YearPair[];
  readonly items: readonly YearPair[];
}

/** Of what has no end in this year, a project of many years or last year’s budget, so many times the year is too much. */
const TOO_MANY = 100;

/** Fact tables of which no other table is the same money, or only in some files. */
const ALONE: readonly Cube[] = [
  '三公经费',
  '机关运行经费',
  '上年预算',
  '上年执行',
  '上年支出',
  '上年执行支出',
  '上年项目支出',
  '政府采购',
  '政府采购预留',
];

/** The whole of last year, as budgeted and as carried out. */
const LAST_YEAR: readonly Cube[] = ['上年预算', '上年执行', '上年支出', '上年执行支出', '上年项目支出'];

/** The amounts of every file of the budget. */
export const amountsByFile = oncePer((budget: Budget): readonly FileAmounts[] =>
  budget.definition.members.map((member) => amountsOf(member, budget)),
);

function amountsOf(member: Member, budget: Budget): FileAmounts {
  const facts = CUBES.flatMap((cube) => budget.facts(cube)).filter((one) => one.unit === 'yuan' && isOf(member, one));
  const total = (...cubes: Cube[]) => totalOf(facts.filter(({ cube }) => cubes.includes(cube)));
  const thisYear = Decimal.max(total('收入'), total('支出', '年终结转'));
  const spent = total('支出');
  const lastYear = total('上年预算');
  const stated = facts.flatMap((one): StatedAmount[] =>
    one.origin.kind === 'stated'
      ? [
          {
            id: one.id,
            value: one.value,
            source: one.origin.source,
            alone: ALONE.includes(one.cube),
            ...limits(one, { thisYear, spent, lastYear }),
          },
        ]
      : [],
  );
  const amounts = [...stated, ...formAmounts(member, budget, thisYear)];
  return { member, thisYear, lastYear, amounts, funds: fundPairs(facts), items: itemPairs(facts) };
}

/** 机关运行经费 taken from 公用经费 belong to the file that states these. */
const isOf = ({ file }: Member, one: Figure) =>
  one.origin.kind === 'stated' ? one.origin.source.file === file : statedLeaves(one)[0]?.file === file;
const totalOf = (figures: readonly Figure[]) => sum(figures.map(({ value }) => value));

/** Last year's “三公” may stand beside this year's smaller budget; last year's budget itself is held against this year's. */
function limits(
  { cube, dimensions }: Fact,
  { thisYear, spent, lastYear }: Totals,
): Pick<StatedAmount, 'section' | 'whole' | 'wholeIs' | 'most'> {
  const wholeIs = '本文件的全部收支';
  if (LAST_YEAR.includes(cube)) return { whole: thisYear, wholeIs, most: thisYear.times(TOO_MANY) };
  const section = SMALL_ALSO.includes(cube) ? { section: `${cube}${dimensions.年份 ?? ''}` } : {};
  if (dimensions.年份 === '上年') {
    const whole = Decimal.max(thisYear, lastYear);
    return { ...section, whole, wholeIs, most: whole };
  }
  return ALONE.includes(cube)
    ? { ...section, whole: spent, wholeIs: '本文件的全部支出', most: thisYear }
    : { whole: thisYear, wholeIs, most: thisYear };
}

/** What a file has in all, and what of it is spent this year: what goes on to the next pays for nothing. */
interface Totals {
  readonly thisYear: Decimal;
  readonly spent: Decimal;
  readonly lastYear: Decimal;
}

/** Purchases and “三公” of some hundred 元 beside large ones are common. */
const SMALL_ALSO: readonly Cube[] = ['三公经费', '政府采购', '政府采购预留'];

/** The levels that pay for a project; over several years they may be many times the year's money. */
function formAmounts(member: Member, budget: Budget, thisYear: Decimal): StatedAmount[] {
  const forms = publishedForms({ budget }).filter((one) => one.member === member);
  return forms.flatMap(({ year, period, form }) => {
    const whole = year.total.value.gt(0) ? year.total.value : thisYear;
    const wholeIs: StatedAmount['wholeIs'] = year.total.value.gt(0) ? '项目的资金' : '本文件的全部收支';
    const of = (levels: typeof year.levels, most: Decimal) =>
      Object.values(levels).flatMap((level) =>
        level?.origin.kind === 'stated'
          ? [{ id: level.id, value: level.value, source: level.origin.source, alone: true, whole, wholeIs, most }]
          : [],
      );
    return [...of(year.levels, thisYear), ...(form.实施期资金来源 ? of(period.levels, Decimal.max(whole.times(TOO_MANY), thisYear)) : [])];
  });
}

/** 上年结转 is no pair: what one year leaves over says nothing of what the next one does. */
function fundPairs(facts: readonly Fact[]): YearPair[] {
  const current = facts.filter(({ dimensions }) => dimensions.时段 === '当年');
  return FUNDS.flatMap((fund) => {
    const of = (cube: Cube) => current.filter((one) => one.cube === cube && one.dimensions.资金 === fund);
    return pair(fund, { now: of('收入'), before: of('上年预算') }, { now: ['收入', fund], before: ['上年预算', fund] });
  });
}

function itemPairs(facts: readonly Fact[]): YearPair[] {
  const items = [...new Set(facts.flatMap(({ dimensions: { 三公项目: item } }) => item ?? []))];
  const of = (cube: Cube, year: string, item?: string) =>
    facts.filter((one) => one.cube === cube && one.dimensions.年份 === year && one.dimensions.三公项目 === item);
  return [
    ...items.flatMap((item) =>
      pair(
        item,
        { now: of('三公经费', '本年', item), before: of('三公经费', '上年', item) },
        { now: ['三公经费', item, '本年'], before: ['三公经费', item, '上年'] },
      ),
    ),
    ...pair(
      '机关运行经费',
      { now: of('机关运行经费', '本年'), before: of('机关运行经费', '上年') },
      { now: ['机关运行经费'], before: ['机关运行经费', '上年'] },
    ),
  ];
}

interface Years {
  readonly now: readonly Fact[];
  readonly before: readonly Fact[];
}

/** A year that has nothing of it is no side of a comparison. */
function pair(label: string, { now, before }: Years, at: YearPair['at']): YearPair[] {
  if (totalOf(now).lte(0) || totalOf(before).lte(0)) return [];
  const leaves = new Set([...now, ...before].map(({ id }) => id));
  return [{ label, now: totalOf(now), before: totalOf(before), at, leaves }];
}

/** One year more than so many times the other. */
export const isFar = ({ now, before }: Pick<YearPair, 'now' | 'before'>, times: Decimal): boolean =>
  now.gt(before.times(times)) || before.gt(now.times(times));

/** A fund below a tenth of the year's budget may well come and go. */
const MATERIAL = new Decimal('0.1');

/** Pairs too far apart for two years of one office: single figures, and the whole where no fund explains it. */
export function farPairs({ thisYear, lastYear, funds, items }: FileAmounts, times: Decimal): YearPair[] {
  const whole = Decimal.max(thisYear, lastYear).times(MATERIAL);
  const far = funds.filter((one) => isFar(one, times) && Decimal.max(one.now, one.before).gte(whole));
  const total = {
    label: '收支总计',
    now: thisYear,
    before: lastYear,
    at: { now: ['收入'], before: ['上年预算'] },
    leaves: new Set<string>(),
  };
  const all = far.length > 0 || thisYear.lte(0) || lastYear.lte(0) || !isFar(total, times) ? far : [total];
  return [...all, ...items.filter((one) => isFar(one, times))];
}
