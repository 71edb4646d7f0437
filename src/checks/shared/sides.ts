import type { Figure } from '../../budget/figure.js';
import { type Decimal, sum } from '../../money/decimal.js';
import type { Comparison, Path, Place, Side } from '../check.js';

/** A side of a comparison over a figure of the budget; its place is what its stated leaves have in common. */
export function sideOf(label: string, figure: Figure, otherwise: Path): Side {
  return { label, value: figure.value, unit: figure.unit, places: [{ kind: 'definition', ...placeOf(figure, otherwise) }] };
}

/** The sum of several figures as one side. */
export function sumSide(label: string, figures: readonly Figure[], otherwise: Path): Side {
  const places = figures.filter((figure) => !figure.value.isZero()).map((figure) => placeOf(figure, otherwise));
  const path = commonPath(places.map((place) => place.path)) ?? otherwise;
  return { label, value: sum(figures.map((figure) => figure.value)), unit: 'yuan', places: [{ kind: 'definition', path, part: 'key' }] };
}

/** A side that is stated at one place. */
export function statedSide(label: string, value: Decimal, path: Path, unit: Side['unit'] = 'yuan'): Side {
  return { label, value, unit, places: [{ kind: 'definition', path }] };
}

function placeOf(figure: Figure, otherwise: Path): { path: Path; part: 'key' | 'value' } {
  const paths = statedPaths(figure);
  const [only] = paths;
  if (only && paths.length === 1) return { path: only, part: 'value' };
  const shared = commonPath(paths);
  return { path: shared && shared.length > 0 ? shared : otherwise, part: 'key' };
}

/** The paths of all stated leaves with money behind a figure, in the order of the formula. */
export function statedPaths(figure: Figure): Path[] {
  const { origin } = figure;
  if (origin.kind === 'stated') return figure.value.isZero() ? [] : [origin.source.path];
  return origin.inputs.flatMap(statedPaths);
}

function commonPath(paths: readonly Path[]): Path | undefined {
  const [first, ...rest] = paths;
  if (!first) return undefined;
  const end = first.findIndex((step, index) => rest.some((path) => path[index] !== step));
  return end === -1 ? first : first.slice(0, end);
}

interface Relation {
  readonly left: Side;
  readonly operator?: Comparison['operator'];
  readonly right: Side;
  readonly hint?: string;
  readonly message?: string;
}

/** Holds two exact figures against each other: no tolerance. */
export function compare({ left, operator = '＝', right, hint, message }: Relation): Comparison {
  const difference = left.value.minus(right.value);
  const holds = operator === '＝' ? difference.isZero() : operator === '≥' ? difference.gte(0) : difference.lte(0);
  return {
    kind: 'comparison',
    verdict: holds ? '符合' : '不符',
    left,
    operator,
    right,
    difference,
    ...(hint !== undefined && { hint }),
    ...(message !== undefined && { message }),
  };
}

export const inDefinition = (...path: Path): Place => ({ kind: 'definition', path });
export const keyInDefinition = (...path: Path): Place => ({ kind: 'definition', path, part: 'key' });
