import type { Budget } from '../../budget/budget.js';
import type { Figure, SourcePath } from '../../budget/figure.js';
import type { THREE_PUBLIC_ITEMS } from '../../definition/schema/kinds.js';
import { type Decimal, sum } from '../../money/decimal.js';
import { defined } from '../../plain/objects.js';
import type { Comparison, Path, Place, Side } from '../check.js';

/** A side of a comparison over a figure of the budget; its place is what its stated leaves have in common. */
export function sideOf(label: string, figure: Figure, otherwise: Path): Side {
  const { value, unit, unstated } = figure;
  return { label, value, unit, ...madeOf([figure], otherwise), ...(unstated && { unstated }) };
}

/** The sum of several figures as one side. */
export function sumSide(label: string, figures: readonly Figure[], otherwise: Path): Side {
  return { label, value: sum(figures.map((figure) => figure.value)), unit: 'yuan', ...madeOf(figures, otherwise) };
}

/** A side that is stated at one place. */
export function statedSide(label: string, value: Decimal, place: Place, unit: Side['unit'] = 'yuan'): Side {
  return { label, value, unit, places: [place] };
}

function madeOf(figures: readonly Figure[], otherwise: Path): Pick<Side, 'places' | 'leaves'> {
  const stated = figures.flatMap(statedFigures);
  return {
    places: placesOf(
      stated.map(({ source }) => source),
      otherwise,
    ),
    leaves: stated.map(({ value }) => value),
  };
}

/** One place for each file that states a part of the figures. */
function placesOf(leaves: readonly SourcePath[], otherwise: Path): Place[] {
  const files = [...new Set(leaves.map((leaf) => leaf.file))];
  if (files.length === 0) return [{ kind: 'definition', path: otherwise, part: 'key' }];
  return files.map((file): Place => {
    const paths = leaves.filter((leaf) => leaf.file === file).map((leaf) => leaf.path);
    const shared = commonPath(paths) ?? [];
    return { kind: 'definition', file, path: shared.length > 0 ? shared : otherwise, part: paths.length === 1 ? 'value' : 'key' };
  });
}

/** All stated leaves with money behind a figure, in the order of the formula. */
export const statedLeaves = (figure: Figure): SourcePath[] => statedFigures(figure).map(({ source }) => source);

function statedFigures({ origin, value, isTail }: Figure): { readonly source: SourcePath; readonly value: Decimal }[] {
  // A tail is no amount that was typed: its parts are leaves already.
  if (isTail) return [];
  if (origin.kind === 'stated') return value.isZero() ? [] : [{ source: origin.source, value }];
  return origin.inputs.flatMap(statedFigures);
}

function commonPath(paths: readonly Path[]): Path | undefined {
  const [first, ...rest] = paths;
  if (!first) return undefined;
  const end = first.findIndex((step, index) => rest.some((path) => path[index] !== step));
  return end === -1 ? first : first.slice(0, end);
}

type Relation = Pick<Comparison, 'left' | 'right' | 'hint' | 'message'> & Partial<Pick<Comparison, 'operator'>>;

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
    ...defined({ hint, message }),
  };
}

/** A place in one member's file. */
export const inMember = ({ file }: { readonly file: string }, ...path: Path) => ({ kind: 'definition', file, path }) as const;
export const inDefinition = (...path: Path): Place => ({ kind: 'definition', path });
export const keyInDefinition = (...path: Path): Place => ({ kind: 'definition', path, part: 'key' });
/** A key of one member's file. */
export const keyInMember = ({ file }: { readonly file: string }, ...path: Path): Place => ({ kind: 'definition', file, path, part: 'key' });

/** What one file states of a “三公” item in a year, of all funds. */
export function threePublicOf(budget: Budget, file: string, item: (typeof THREE_PUBLIC_ITEMS)[number], year: '本年' | '上年'): Decimal {
  const facts = budget.facts('三公经费').filter(({ dimensions }) => dimensions.三公项目 === item && dimensions.年份 === year);
  return sum(facts.filter(({ origin }) => origin.kind === 'stated' && origin.source.file === file).map(({ value }) => value));
}
