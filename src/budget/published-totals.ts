import type { Member } from '../definition/definition.js';
import { type PublishedTotal, TOTAL_CONDITIONS } from '../definition/schema/published-totals.js';
import { statedPath } from '../document/figure.js';
import type { Decimal } from '../money/decimal.js';
import type { Dimensions } from './dimensions.js';
import type { Fact } from './facts.js';
import { differenceFigure, type Figure, sumFigure } from './figure.js';
import type { ProjectEntry } from './list-projects.js';
import { matcher, type Query, queryKey, queryLabel, queryWords } from './query.js';

/** A stated total with the figures that it adds up. */
export interface StatedTotal {
  readonly query: Query;
  readonly stated: Figure;
  /** The amounts below it, as typed. */
  readonly leaves: readonly Fact[];
  /** What it has beyond these and the totals within it; nothing where it is their sum. */
  readonly tail?: Fact;
}

/**
 * 公布数 of a member against its amounts. The narrowest come first: what a 款 has beyond its 项 counts in its 类 as well, so
 * that each total is stated once and all that it is part of agree.
 */
export function statedTotals(
  { content, file }: Pick<Member, 'content' | 'file'>,
  facts: readonly Fact[],
  projects: readonly ProjectEntry[],
): StatedTotal[] {
  const keys = new Map(projects.map(({ key, name }) => [name, key]));
  const tails: Fact[] = [];
  const totals = (content.公布数 ?? []).map((total, index) => ({ total, index, query: queryOf(total, keys) }));
  return totals
    .sort((one, other) => narrowness(other.query) - narrowness(one.query))
    .map(({ total, index, query }) => {
      const source = { file, path: ['公布数', index, '金额'] };
      const label = `公布的合计：${queryLabel(query)}`;
      const stated: Figure = {
        id: statedPath(file, source.path),
        label,
        unit: 'yuan',
        value: total.金额,
        origin: { kind: 'stated', source },
      };
      const matches = matcher(query);
      const leaves = facts.filter((one) => one.cube === query.cube && matches(one));
      const below = [...leaves, ...tails.filter((one) => one.cube === query.cube && matches(one))];
      const tail = tailOf(
        stated,
        sumFigure({ id: `${file}#${queryKey(query)}`, label: '各项相加' }, below, 'yuan'),
        query,
        content.部门.名称,
      );
      if (tail) tails.push(tail);
      return { query, stated, leaves, ...(tail && { tail }) };
    });
}

/**
 * What rounding may account for between a total and its parts, all printed to a step: half of it for the total and for each
 * part that may have been rounded. It stays below this, so that one part and its own total never differ.
 */
export function roundingOf(leaves: readonly Pick<Figure, 'value'>[], step: Decimal): Decimal {
  const rounded = leaves.filter(({ value }) => !value.isZero() && value.mod(step).isZero());
  return step.div(2).times(rounded.length + 1);
}

function tailOf(stated: Figure, parts: Figure, query: Query, unit: string): Fact | undefined {
  const label = `尾差（${queryLabel(query)}）`;
  const figure = differenceFigure({ id: `${stated.id}/尾差`, label, about: queryWords(query), basis: '公布的合计减去各项' }, stated, parts);
  if (figure.value.isZero()) return undefined;
  return { ...figure, cube: query.cube, dimensions: { 单位: unit, ...(query.where as Dimensions) }, isTail: true };
}

/** A project is told by its name. */
function queryOf(total: PublishedTotal, keys: ReadonlyMap<string, string>): Query {
  const said = { ...total, ...(total.项目 !== undefined && { 项目: keys.get(total.项目) ?? total.项目 }) };
  const where = TOTAL_CONDITIONS.flatMap((name) => (said[name] === undefined ? [] : [[name, said[name]] as const]));
  return { cube: total.表, where: Object.fromEntries(where) };
}

/** A total that lies within another has all of its conditions, or longer codes: it is the narrower one. */
export const narrowness = ({ where }: Pick<Query, 'where'>): number =>
  Object.entries(where).reduce((sum, [name, value]) => sum + (name.endsWith('科目') ? value.length : value === '财政拨款' ? 9 : 10), 0);
