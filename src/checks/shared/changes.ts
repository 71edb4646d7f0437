import type { Budget } from '../../budget/budget.js';
import type { Change } from '../../budget/figure.js';
import { expenditureFigures } from '../../budget/figures/expenditure.js';
import { generalBudgetFigures } from '../../budget/figures/general-budget.js';
import { agencyFundsChange } from '../../budget/figures/other.js';
import { revenueFigures } from '../../budget/figures/revenue.js';
import { threePublicFigures } from '../../budget/figures/three-public.js';
import { type REASONS, VEHICLE_TOTAL } from '../../definition/schema/kinds.js';
import type { Decimal } from '../../money/decimal.js';
import { printsAsZero } from '../../money/format.js';
import { askedSources } from '../../narrative/asked.js';
import { profileFigures } from '../../narrative/profile-figures.js';
import { oncePer } from '../../plain/objects.js';
import { textAmounts } from '../../profile/amount-format.js';
import type { Profile } from '../../profile/profile.js';
import type { CheckContext, Path } from '../check.js';

export type ReasonKey = (typeof REASONS)[number];

/** A comparison with last year that the text makes, with the key of its reason and where its money is stated. */
export interface StatedChange {
  readonly key: ReasonKey;
  readonly label: string;
  readonly change: Change;
  readonly path: Path;
  /** A reason is asked for; else it may be given. */
  readonly needsReason: boolean;
}

/** Every comparison with last year, in the order of the text; where last year is not stated the text makes none. */
export const statedChanges = ({ budget, profile }: Pick<CheckContext, 'budget' | 'profile'>): readonly StatedChange[] => {
  const known = changesOf(budget);
  const changes = [...known, ...partChanges({ budget, profile }, known)];
  const printed = changes.filter(({ key }) => printsReason(key, profile));
  const asked = new Set(changes.filter(({ needsReason }) => needsReason).flatMap(({ key }) => spokenFor(key, profile) ?? []));
  return changes.map((one) => ({
    ...one,
    needsReason: asked.has(one.key) || (printed.includes(one) && isUnexplained(one, printed)),
  }));
};

/** Whether the form has a place for the reason: what it prints nowhere nobody is asked to write. */
const printsReason = (key: ReasonKey, profile: Profile): boolean => askedSources(profile).includes(`增减原因/${key}`);

/** What an item of 三公 is told within, where the form has no sentence of its own for it. */
const TOLD_WITHIN: Readonly<Partial<Record<ReasonKey, ReasonKey>>> = {
  公务用车购置费: VEHICLE_TOTAL,
  公务用车运行维护费: VEHICLE_TOTAL,
  [VEHICLE_TOTAL]: '三公经费',
  '因公出国（境）费': '三公经费',
  公务接待费: '三公经费',
};

/** The reason that the form prints for a change: its own, or that of what it is told within. */
function spokenFor(key: ReasonKey, profile: Profile): ReasonKey | undefined {
  const whole = TOLD_WITHIN[key];
  return printsReason(key, profile) ? key : whole && spokenFor(whole, profile);
}

/** Parts of 收入 and 支出 that the profile compares with last year in a sentence of their own, and what each is a part of. */
const TOTAL_OF: Readonly<Partial<Record<ReasonKey, ReasonKey>>> = {
  财政拨款收入: '收入',
  事业收入: '收入',
  事业单位经营收入: '收入',
  其他收入: '收入',
  财政拨款支出: '支出',
  一般公共预算支出: '财政拨款支出',
  政府性基金预算支出: '财政拨款支出',
  国有资本经营预算支出: '财政拨款支出',
};

function partChanges({ budget, profile }: Pick<CheckContext, 'budget' | 'profile'>, known: readonly StatedChange[]): StatedChange[] {
  const specs = profile.spec.数据 ?? {};
  return profileFigures(budget, specs).flatMap(({ name, change }): StatedChange[] => {
    const key = specs[name]?.原因;
    const total = key && TOTAL_OF[key];
    if (!total || !change || change.amount.unstated || known.some((one) => one.key === key)) return [];
    return [{ key, label: name, change, path: [totalsOf(key).at(-1) ?? total], needsReason: false }];
  });
}

/** What a part belongs to, from the nearest total to the whole. */
function totalsOf(key: ReasonKey): ReasonKey[] {
  const total = TOTAL_OF[key];
  return total === undefined ? [] : [total, ...totalsOf(total)];
}

/** A total's reason speaks of a part only where nothing but this part moved. */
function isUnexplained({ key, change }: StatedChange, changes: readonly StatedChange[]): boolean {
  const totals = changes.filter((one) => totalsOf(key).includes(one.key));
  return totals.length > 0 && !totals.some((total) => movement(total.change).eq(movement(change)));
}

const movement = ({ current, previous }: Change): Decimal => current.value.minus(previous.value);

const changesOf = oncePer((budget: Budget): readonly StatedChange[] => {
  const agency = agencyFundsChange(budget);
  const public3 = budget.facts('三公经费').length > 0 ? threePublicChanges(budget) : [];
  const changes: StatedChange[] = [
    { key: '收入', label: '收入总计', change: revenueFigures(budget).change, path: ['收入'], needsReason: true },
    { key: '支出', label: '支出总计', change: expenditureFigures(budget).change, path: ['支出'], needsReason: true },
    {
      key: '一般公共预算支出',
      label: '一般公共预算当年支出',
      change: generalBudgetFigures(budget).change,
      path: ['支出'],
      needsReason: false,
    },
    ...public3,
    ...(agency ? [{ key: '机关运行经费' as const, label: '机关运行经费', change: agency, path: ['机关运行经费'], needsReason: true }] : []),
  ];
  return changes.filter(({ change }) => !change.amount.unstated);
});

/** The items need a reason each; their total and that of official vehicles may have one of their own. */
function threePublicChanges(budget: Budget): StatedChange[] {
  const { total, vehicles, items } = threePublicFigures(budget);
  const sums = { path: ['三公经费'], needsReason: false };
  return [
    { key: '三公经费', label: '“三公”经费', change: total, ...sums },
    ...items.map(
      ({ name, change }): StatedChange => ({ key: name as ReasonKey, label: name, change, path: ['三公经费', name], needsReason: true }),
    ),
    { key: VEHICLE_TOTAL, label: VEHICLE_TOTAL, change: vehicles, ...sums },
  ];
}

/** The sentence says 基本持平: the change would print as zero in the profile's 文中金额. */
export const isNegligible = ({ change }: StatedChange, { profile }: Pick<CheckContext, 'profile'>): boolean =>
  printsAsZero(change.amount.value, textAmounts(profile.spec));

/** «比上年减少 5.01万元，下降 6.87%» in exact words for messages. */
export function changeWords({ change }: StatedChange, context: CheckContext): string {
  const amount = context.amount(change.amount.value);
  switch (change.direction) {
    case 'none':
      return '本年和上年都没有';
    case 'equal':
      return '与上年持平';
    case 'new':
      return `比上年增加 ${amount}，上年没有此项`;
    case 'dropped':
      return `比上年减少 ${amount}，本年没有此项`;
    case 'rise':
      return `比上年增加 ${amount}`;
    case 'fall':
      return `比上年减少 ${amount}`;
    default:
      return change.direction satisfies never;
  }
}
