import { type Figure, joinSources, type SourcePath } from '../budget/figure.js';

/** In place of a value that the definition does not state: the places that would state it. */
export interface Unstated {
  readonly unstated: readonly SourcePath[];
}

/** A fact of three values: it holds, it does not, or nobody said. */
export type Known<T> = T | Unstated;

export function isUnstated<T>(value: Known<T>): value is Unstated {
  return typeof value === 'object' && value !== null && 'unstated' in value;
}

/** True where all the figures are zero; one that is not settles it, whatever the others are. */
export function allZero(figures: readonly Figure[]): Known<boolean> {
  if (figures.some((figure) => !figure.value.isZero())) return false;
  const unstated = joinSources(figures.map((figure) => figure.unstated));
  return unstated.length === 0 ? true : { unstated };
}

export function not(fact: Known<boolean>): Known<boolean> {
  return isUnstated(fact) ? fact : !fact;
}

/** What is stated, or the place where it belongs. */
export function statedOr<T>(value: T | undefined, file: string, ...path: SourcePath['path']): Known<T> {
  return value === undefined ? { unstated: [{ file, path }] } : value;
}
