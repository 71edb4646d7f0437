import type { Dimensions } from '../../../budget/dimensions.js';
import type { Fact } from '../../../budget/facts.js';
import { listProjects } from '../../../budget/list-projects.js';
import { narrowness, roundingOf } from '../../../budget/published-totals.js';
import { expandGroup, matcher, type Query, queryKey } from '../../../budget/query.js';
import { VEHICLE_TOTAL } from '../../../definition/schema/kinds.js';
import { TOTAL_CONDITIONS, TOTALLED } from '../../../definition/schema/published-totals.js';
import { Decimal, sum, ZERO } from '../../../money/decimal.js';
import type { HeldCell } from './held-cells.js';
import type { Rebuilt } from './rebuild.js';

/** A total as published, in the words of 公布数. */
export interface FoundTotal {
  readonly words: Readonly<Record<string, string>>;
  readonly amount: Decimal;
  /** What it has beyond its parts. */
  readonly difference: Decimal;
  readonly at: string;
}

/**
 * The printed totals that rounding parts from the sum of what was read. Only these: whatever differs by more, or is one
 * amount and not a total, is no tail; and no total is one while it has parts that the tables do not tell.
 */
export function findTotals(
  cells: readonly HeldCell[],
  isOpen: (query: Query) => boolean,
  { budget, format }: Rebuilt,
  unit: string,
): FoundTotal[] {
  const found: (FoundTotal & { readonly fact: Fact })[] = [];
  const step = new Decimal(10).pow((format.unit === '万元' ? 4 : 0) - format.decimals);
  const names = new Map(listProjects(budget.definition).map(({ key, name }) => [key, name]));
  for (const { query, words: keyed, published, at, step: own } of narrowestFirst(cells, unit)) {
    const words = keyed.项目 === undefined ? keyed : { ...keyed, 项目: names.get(keyed.项目) ?? keyed.项目 };
    const matches = matcher(query);
    const leaves = budget.facts(query.cube).filter((one) => matches(one) && !one.value.isZero());
    const tails = found.filter(({ fact }) => fact.cube === query.cube && matches(fact));
    const parts = sum(leaves.map(({ value }) => value));
    const difference = published.minus(parts).minus(sum(tails.map((one) => one.difference)));
    if (leaves.length < 2 || prints(published.minus(difference), own).eq(published) || isOpen(query)) continue;
    if (!published.minus(parts).abs().lt(roundingOf(leaves, step))) continue;
    const fact = { cube: query.cube, dimensions: { 单位: unit, ...keyed } as Dimensions } as Fact;
    found.push({ words: { 表: query.cube, ...words }, amount: published, difference, at, fact });
  }
  return found;
}

const prints = (value: Decimal, step: Decimal): Decimal => value.div(step).toDecimalPlaces(0).times(step);

interface Total extends Pick<HeldCell, 'published' | 'at' | 'step'> {
  readonly query: Query;
  readonly words: Readonly<Record<string, string>>;
}

/** Each query once, as it is printed most exactly, where its total can be stated at all. */
function narrowestFirst(cells: readonly HeldCell[], unit: string): Total[] {
  const totals = new Map<string, Total>();
  for (const { query, published, at, step } of [...cells].sort((one, other) => one.step.cmp(other.step))) {
    const words = query && wordsOf(query, unit);
    // A blank is nobody's total.
    if (!query || !words || published.eq(ZERO) || totals.has(queryKey(query))) continue;
    totals.set(queryKey(query), { query, words, published, at, step });
  }
  return [...totals.values()].sort((one, other) => narrowness({ where: other.words }) - narrowness({ where: one.words }));
}

const GROUPS = ['财政拨款', VEHICLE_TOTAL];

function wordsOf({ cube, where }: Query, unit: string): Readonly<Record<string, string>> | undefined {
  if (!TOTALLED.some((one) => one === cube)) return undefined;
  const words = Object.entries(where).map(([name, value]): readonly [string, string | undefined] => {
    if (!TOTAL_CONDITIONS.some((one) => one === name)) return [name, undefined];
    if (typeof value === 'string') return [name, value];
    return [name, GROUPS.find((group) => expandGroup(group).join() === [...(value ?? [])].flatMap(expandGroup).join())];
  });
  if (words.some(([, value]) => value === undefined)) return undefined;
  return Object.fromEntries(words.filter(([name, value]) => name !== '单位' || value !== unit)) as Record<string, string>;
}
