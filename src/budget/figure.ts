import type { FigureUnit } from '../document/figure.js';
import { type Decimal, sum } from '../money/decimal.js';

/** Where a leaf stands: its definition file and the path inside it. */
export interface SourcePath {
  readonly file: string;
  readonly path: readonly (string | number)[];
}

export type Origin =
  | { readonly kind: 'stated'; readonly source: SourcePath }
  | { readonly kind: 'derived'; readonly formula: Formula; readonly inputs: readonly Figure[]; readonly basis?: string };

/** How a derived figure comes from its inputs: their sum, first − second, first ÷ second, change ÷ last year, or their number. */
export type Formula = 'sum' | 'difference' | 'share' | 'changeRate' | 'count';

/** A figure with its exact value (amounts in 元), its unit, its label, and where it comes from. */
export interface Figure {
  readonly id: string;
  readonly label: string;
  readonly unit: FigureUnit;
  readonly value: Decimal;
  readonly origin: Origin;
  /** Of a fact or a sum of one fact table: the table (表) and what is said of each dimension, for whoever wants it as data. */
  readonly about?: Readonly<Record<string, string>>;
  /** Places of the definition that the figure needs and that say nothing: its value is not a statement, and no text prints it. */
  readonly unstated?: readonly SourcePath[];
  /** What a published total has beyond the rounded amounts below it. */
  readonly isTail?: true;
}

interface Name {
  readonly id: string;
  readonly label: string;
  readonly basis?: string;
  readonly about?: Figure['about'];
  /** Besides what its inputs do not state. */
  readonly unstated?: readonly SourcePath[];
}

/** Sum of amounts or counts; all inputs have one unit. */
export function sumFigure(name: Name, inputs: readonly Figure[], unit: FigureUnit = inputs[0]?.unit ?? 'yuan'): Figure {
  return derived(name, unit, sum(inputs.map((input) => input.value)), 'sum', inputs);
}

/** `minuend` − `subtrahend`, signed. */
export function differenceFigure(name: Name, minuend: Figure, subtrahend: Figure): Figure {
  return derived(name, minuend.unit, minuend.value.minus(subtrahend.value), 'difference', [minuend, subtrahend]);
}

/** `part` ÷ `whole` on exact amounts; zero of zero is zero. */
export function shareFigure(name: Name, part: Figure, whole: Figure): Figure {
  const value = whole.value.isZero() ? whole.value : part.value.div(whole.value);
  return derived(name, 'ratio', value, 'share', [part, whole]);
}

/** `change` ÷ `previous`; undefined where last year is not positive, for then there is no rate. */
export function changeRateFigure(name: Name, change: Figure, previous: Figure): Figure | undefined {
  if (previous.value.lte(0)) return undefined;
  return derived(name, 'ratio', change.value.div(previous.value), 'changeRate', [change, previous]);
}

/** How many figures there are. */
export function countFigure(name: Name, inputs: readonly Figure[], value: Decimal): Figure {
  return derived(name, 'count', value, 'count', inputs);
}

function derived(name: Name, unit: FigureUnit, value: Decimal, formula: Formula, inputs: readonly Figure[]): Figure {
  const { basis, about } = name;
  const origin: Origin = basis === undefined ? { kind: 'derived', formula, inputs } : { kind: 'derived', formula, inputs, basis };
  const figure: Figure = about
    ? { id: name.id, label: name.label, unit, value, origin, about }
    : { id: name.id, label: name.label, unit, value, origin };
  const unstated = joinSources([name.unstated, ...inputs.map((input) => input.unstated)]);
  return unstated.length > 0 ? { ...figure, unstated } : figure;
}

/** Places without repetition. */
export function joinSources(lists: readonly (readonly SourcePath[] | undefined)[]): SourcePath[] {
  const all = lists.flatMap((list) => list ?? []);
  return all.length < 2 ? all : [...new Map(all.map((one) => [`${one.file}#${one.path.join('/')}`, one])).values()];
}

/** How a figure moved against last year. `none`: zero both years; `new`: last year zero; `dropped`: this year zero. */
export type Direction = 'none' | 'equal' | 'new' | 'rise' | 'fall' | 'dropped';

/** A figure beside last year's: the sign is in the direction, so `amount` and `rate` are never negative. */
export interface Change {
  readonly current: Figure;
  readonly previous: Figure;
  readonly amount: Figure;
  /** Absent where last year is zero or negative: there is no rate then. */
  readonly rate?: Figure;
  readonly direction: Direction;
  readonly reason?: string;
}

/** Compares this year with last year; rates stand on last year. */
export function changeOf(label: string, current: Figure, previous: Figure, reason: string | undefined): Change {
  const [more, less] = current.value.gte(previous.value) ? [current, previous] : [previous, current];
  const amount = differenceFigure({ id: `${label}增减额`, label: `${label}增减额` }, more, less);
  const rate = changeRateFigure({ id: `${label}增减率`, label: `${label}增减率` }, amount, previous);
  const change = { current, previous, amount, direction: directionOf(current, previous) };
  return { ...change, ...(rate && { rate }), ...(reason !== undefined && { reason }) };
}

function directionOf({ value: current }: Figure, { value: previous }: Figure): Direction {
  if (current.eq(previous)) return current.isZero() ? 'none' : 'equal';
  if (previous.isZero()) return 'new';
  if (current.isZero()) return 'dropped';
  return current.gt(previous) ? 'rise' : 'fall';
}
