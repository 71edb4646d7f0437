import { Decimal, ZERO } from '../../../money/decimal.js';

/** Unknown amounts, by number, that come to a printed one; `roundings` numbers were rounded on the way. */
export interface Equation {
  readonly unknowns: ReadonlySet<number>;
  readonly sum: Decimal;
  readonly roundings: number;
  readonly at: readonly string[];
}

export interface Solved {
  readonly known: ReadonlyMap<number, Decimal>;
  /** What is left of the equations: they tell sums only. */
  readonly open: readonly Equation[];
  /** Of sums that leave less than nothing: something that was taken for known is not so. */
  readonly contradicted: ReadonlySet<number>;
}

/** More sums than these are not drawn from one another. */
const MOST = 600;

/**
 * Exact elimination over amounts that are not negative: where a sum is nothing all of it is, one amount alone is the sum, and
 * a sum within another leaves the rest. Nothing is shared out. What is less than rounding may be is no answer.
 */
export function solve(equations: readonly Equation[], step: Decimal, before: ReadonlyMap<number, Decimal> = new Map()): Solved {
  const known = new Map(before);
  let drawn = equations;
  for (;;) {
    const start = signature(drawn, known);
    drawn = withoutRepetition(drawn.flatMap((one) => putIn(one, known, step)));
    const nothing = drawn.filter(({ sum }) => sum.isZero());
    for (const { unknowns } of nothing) for (const one of unknowns) known.set(one, ZERO);
    // One answer at a time: the others follow from it.
    const single = nothing.length === 0 ? surest(drawn) : undefined;
    if (single) known.set([...single.unknowns][0] ?? -1, single.sum);
    else if (nothing.length === 0 && drawn.length < MOST) drawn = withoutRepetition([...drawn, ...rests(drawn)]);
    if (signature(drawn, known) !== start) continue;
    const last = drawn.find(({ unknowns }) => unknowns.size === 1);
    if (!last) break;
    known.set([...last.unknowns][0] ?? -1, last.sum);
  }
  const open = withoutRepetition(equations.flatMap((one) => putIn(one, known, step)));
  const wrong = equations.filter((one) => isContradicted(one, known, step));
  return { known, open, contradicted: new Set(wrong.flatMap(({ unknowns }) => [...unknowns])) };
}

const signature = (equations: readonly Equation[], known: ReadonlyMap<number, Decimal>): string =>
  `${known.size} ${equations.map(({ unknowns, sum }) => `${[...unknowns].join()}=${sum.toFixed()}`).join(' ')}`;

function isContradicted({ unknowns, sum, roundings }: Equation, known: ReadonlyMap<number, Decimal>, step: Decimal): boolean {
  const told = [...unknowns].flatMap((one) => known.get(one) ?? []);
  const rest = told.reduce((value, one) => value.minus(one), sum);
  const rounded = roundings + told.filter((one) => !one.isZero()).length;
  const isDifferent = rest.lt(0) || (rest.gt(0) && told.length === unknowns.size);
  return isDifferent && rest.abs().gte(Decimal.max(step, step.div(2).times(rounded)));
}

/** What is known is put in; what then says nothing, or less than rounding may be, is no equation. */
function putIn({ unknowns, sum, roundings, at }: Equation, known: ReadonlyMap<number, Decimal>, step: Decimal): Equation[] {
  const left = new Set([...unknowns].filter((one) => !known.has(one)));
  const told = [...unknowns].filter((one) => known.has(one));
  const rest = told.reduce((value, one) => value.minus(known.get(one) ?? ZERO), sum);
  const rounded = roundings + told.filter((one) => !known.get(one)?.isZero()).length;
  const isRounding = rounded > 1 && rest.abs().lt(step.div(2).times(rounded));
  if (left.size === 0) return [];
  // Less than nothing, by rounding: there is no room for any amount.
  if (rest.lt(0)) return isRounding ? [{ unknowns: left, sum: ZERO, roundings: rounded, at }] : [];
  return isRounding && !rest.isZero() ? [] : [{ unknowns: left, sum: rest, roundings: rounded, at }];
}

/** An amount alone in a sum; not one that a sum which rounding touched less speaks of, too. */
function surest(drawn: readonly Equation[]): Equation | undefined {
  const singles = drawn.filter(({ unknowns }) => unknowns.size === 1);
  const isSurer = (one: Equation) => (other: Equation) =>
    other.roundings < one.roundings && [...one.unknowns].every((unknown) => other.unknowns.has(unknown));
  return singles.find((one) => !drawn.some(isSurer(one)));
}

/** Of equal sums the one that rounding touched least, and the least touched first. */
function withoutRepetition(equations: readonly Equation[]): Equation[] {
  const kept = new Map<string, Equation>();
  for (const one of [...equations].sort((a, b) => a.roundings - b.roundings)) {
    const key = [...one.unknowns].sort((a, b) => a - b).join();
    if (!kept.has(key)) kept.set(key, one);
  }
  return [...kept.values()];
}

/** What each sum leaves of those that it lies within. */
function rests(equations: readonly Equation[]): Equation[] {
  return equations.flatMap((whole) =>
    equations.flatMap((part): Equation[] => {
      if (part.unknowns.size >= whole.unknowns.size || ![...part.unknowns].every((one) => whole.unknowns.has(one))) return [];
      const unknowns = new Set([...whole.unknowns].filter((one) => !part.unknowns.has(one)));
      return [{ unknowns, sum: whole.sum.minus(part.sum), roundings: whole.roundings + part.roundings, at: [] }];
    }),
  );
}
