import { distance } from 'fastest-levenshtein';
import { Decimal, sum } from '../../../money/decimal.js';
import { defined } from '../../../plain/objects.js';
import type { DepartmentSummary, StatedReason } from './department-summary.js';

/** Half of last year's total. */
const RATE = new Decimal('0.5');
const MOST = 10;
/** Iglewicz and Hoaglin: 0.6745 makes the median deviation a standard deviation, beyond 3.5 lies an outlier. */
const SCALE = new Decimal('0.6745');
const FAR = new Decimal('3.5');
const FEWEST = 8;

/** The rules in words, beside their results. */
export const CHANGE_RULE = `支出总计比上年增减 ${RATE.times(100)}% 以上的，按增减额从大到小列出，最多 ${MOST} 个；上年没有预算的不列。`;
export const THREE_PUBLIC_RULE = `有“三公”经费的部门至少 ${FEWEST} 个时，取各部门金额的中位数和绝对离差中位数，${SCALE} ×（金额－中位数）÷ 绝对离差中位数超过 ±${FAR} 的列出。`;

/** A department whose total moved far. */
export interface ChangeOutlier {
  readonly department: DepartmentSummary;
  readonly current: Decimal;
  readonly previous: Decimal;
  readonly difference: Decimal;
  readonly rate: Decimal;
  readonly reason?: string;
}

/** A department whose “三公” lies far from the others'. */
export interface ThreePublicOutlier {
  readonly department: DepartmentSummary;
  readonly amount: Decimal;
  readonly score: Decimal;
}

/** What the “三公” of the departments were held against; no median where there are too few. */
export interface ThreePublicComparison {
  readonly departments: number;
  readonly median?: Decimal;
  readonly deviation?: Decimal;
  readonly outliers: readonly ThreePublicOutlier[];
}

export function changeOutliers(summaries: readonly DepartmentSummary[]): ChangeOutlier[] {
  const moved = departmentsOnly(summaries).flatMap((department) => changeOf(department) ?? []);
  const far = moved.filter(({ rate }) => rate.abs().gte(RATE));
  return far.sort((one, other) => other.difference.abs().comparedTo(one.difference.abs())).slice(0, MOST);
}

function changeOf(department: DepartmentSummary): ChangeOutlier | undefined {
  const current = new Decimal(department.totals.支出总计);
  const previous = new Decimal(department.previous);
  if (previous.lte(0)) return undefined;
  const difference = current.minus(previous);
  const reason = (['支出', '收入'] as const)
    .map((about) => department.reasons.find((one) => one.about === about)?.text)
    .find((text) => text !== undefined);
  return { department, current, previous, difference, rate: difference.div(previous), ...defined({ reason }) };
}

export function threePublicOutliers(summaries: readonly DepartmentSummary[]): ThreePublicComparison {
  const all = departmentsOnly(summaries).map((department) => ({ department, amount: new Decimal(department.totals.三公经费) }));
  const spending = all.filter(({ amount }) => amount.gt(0));
  const departments = spending.length;
  if (departments < FEWEST) return { departments, outliers: [] };
  const centre = median(spending.map(({ amount }) => amount));
  const deviation = median(spending.map(({ amount }) => amount.minus(centre).abs()));
  if (deviation.isZero()) return { departments, median: centre, deviation, outliers: [] };
  const scored = spending.map((one) => ({ ...one, score: SCALE.times(one.amount.minus(centre)).div(deviation) }));
  const outliers = scored.filter(({ score }) => score.abs().gt(FAR));
  return { departments, median: centre, deviation, outliers: outliers.sort((one, other) => other.score.abs().comparedTo(one.score.abs())) };
}

const departmentsOnly = (summaries: readonly DepartmentSummary[]): readonly DepartmentSummary[] =>
  summaries.filter(({ partOf }) => partOf === undefined);

/** The middle one, or half of the two in the middle. */
export function median(values: readonly Decimal[]): Decimal {
  const ordered = [...values].sort((one, other) => one.comparedTo(other));
  const half = Math.floor(ordered.length / 2);
  const middle = ordered.length % 2 === 1 ? ordered.slice(half, half + 1) : ordered.slice(half - 1, half + 1);
  if (middle.length === 0) throw new Error('no median of nothing');
  return sum(middle).div(middle.length);
}

/** Shorter reasons say too little to be told apart. */
const SHORTEST = 6;
/** Of ten characters, one may differ. */
const TOLERANCE = 10;

/** The rule in words, beside its result. */
export const REPEATED_RULE = `不同部门的增减原因，去掉标点、空格、本部门名称，数字不论大小，相同或每 ${TOLERANCE} 个字至多差 1 个的列在一起；不足 ${SHORTEST} 个字的不比。`;

/** A reason and the departments that give it. */
export interface RepeatedReason {
  /** In the words of the first. */
  readonly text: string;
  readonly given: readonly { readonly department: DepartmentSummary; readonly about: StatedReason['about']; readonly same: boolean }[];
}

interface Candidate extends StatedReason {
  readonly department: DepartmentSummary;
  readonly plain: string;
}

/** Reasons that several departments give in nearly the same words; a unit's document is not held against its department's. */
export function repeatedReasons(summaries: readonly DepartmentSummary[]): RepeatedReason[] {
  const groups: Candidate[][] = [];
  for (const one of candidates(summaries)) {
    const group = groups.find(([first]) => first !== undefined && isNear(first.plain, one.plain));
    if (group) group.push(one);
    else groups.push([one]);
  }
  const repeated = groups.filter((group) => new Set(group.map(({ department }) => owner(department))).size > 1);
  return repeated.map(toReason).sort((one, other) => other.given.length - one.given.length);
}

function candidates(summaries: readonly DepartmentSummary[]): Candidate[] {
  const all = summaries.flatMap((department) =>
    department.reasons.map((reason) => ({ ...reason, department, plain: plainWords(reason.text, department.name) })),
  );
  return all.filter(({ plain }) => plain.length >= SHORTEST);
}

/** The department that answers for a document. */
const owner = ({ partOf, name }: DepartmentSummary): string => partOf ?? name;

/** Words only: what differs in boilerplate is the figures and the department's own name. */
export function plainWords(text: string, department: string): string {
  const words = text.normalize('NFKC').replaceAll(department.normalize('NFKC'), '');
  return words
    .replace(/^主要原因是/, '')
    .replace(/\d+(?:[.,]\d+)*/g, '0')
    .replace(/[\p{P}\p{S}\s]/gu, '');
}

function isNear(one: string, other: string): boolean {
  const longer = Math.max(one.length, other.length);
  if (Math.abs(one.length - other.length) * TOLERANCE > longer) return false;
  return one === other || distance(one, other) * TOLERANCE <= longer;
}

function toReason(group: readonly Candidate[]): RepeatedReason {
  const [first] = group;
  return {
    text: first?.text ?? '',
    given: group.map(({ department, about, text }) => ({ department, about, same: text === first?.text })),
  };
}
