import { changeRateFigure, differenceFigure, type Figure } from './figure.js';

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
