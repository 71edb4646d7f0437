import type { Budget } from '../budget/budget.js';
import type { Figure } from '../budget/figure.js';
import { type ProfileNames, plainContext } from './context.js';
import type { Shape } from './shape.js';

/** A figure by the name under which templates know it; `moved` says which way, where it is a change against last year. */
export interface NamedFigure {
  readonly name: string;
  /** Absent where it has no value, such as a rate on a last year of zero. */
  readonly figure?: Figure;
  readonly moved?: 'rise' | 'fall';
}

/** Every figure that templates may print, by its full name and by the shorter ones that people use. */
export interface NamedFigures {
  /** One figure, several where the short name leaves it open, none where nobody has that name. */
  find(name: string): readonly NamedFigure[];
  names(): readonly string[];
}

/** Steps of a name that say nothing about the figure: 收入.变动.增减额 is 收入增减额 to people. */
const SILENT = new Set(['变动', '数据', '项目', '金额', '按项', '支出按项', '支出按类', '按类别', '车辆按种类', '数量', '全部', '个数']);

export function namedFigures(budget: Budget, names: ProfileNames): NamedFigures {
  const { shape, value } = plainContext(budget, names);
  // There are thousands, and most departments name a few of them, in full.
  let known: ReturnType<typeof namesIn> | undefined;
  const all = () => {
    known ??= namesIn(walk(shape, value, []));
    return known;
  };
  return {
    find: (name) => {
      const named = walk(shape, value, [], name.split('.'));
      return named.length > 0 ? named : [all().full.get(name) ?? all().short.get(plain(name)) ?? []].flat();
    },
    names: () => {
      const unique = [...all().short].filter(([, found]) => found.length === 1);
      return [...unique.map(([name]) => name), ...all().full.keys()];
    },
  };
}

function namesIn(all: readonly NamedFigure[]) {
  const full = new Map(all.map((one) => [one.name, one]));
  const short = new Map<string, readonly NamedFigure[]>();
  for (const one of all) for (const name of shortNames(one)) short.set(name, distinct([...(short.get(name) ?? []), one]));
  return { full, short };
}

/** The figures of a value by their names; `wanted` are the steps of the one name that is asked for, outside of lists. */
function walk(shape: Shape, value: unknown, path: readonly string[], wanted?: readonly string[]): NamedFigure[] {
  const inside = value as Readonly<Record<string, unknown>>;
  switch (shape.kind) {
    case 'figure':
      return [{ name: path.join('.'), ...(value !== undefined && { figure: value as Figure }) }];
    case 'record':
      return Object.entries(shape.fields).flatMap(([key, field]) =>
        wanted && wanted[path.length] !== key ? [] : withDirection(key, inside, walk(field, inside[key], [...path, key], wanted)),
      );
    case 'list':
      // A list that nobody stated has no items.
      return (wanted ? [] : ((value ?? []) as readonly unknown[])).flatMap((item) =>
        namesOf(item).flatMap((name) => walk(shape.item, item, [...path, name])),
      );
    case 'text':
    case 'flag':
      return [];
    default:
      return shape satisfies never;
  }
}

/** An item goes by its name, and by its code where it has one: names of 项 repeat. */
function namesOf(item: unknown): string[] {
  const { 名称: name, 编码: code } = (item ?? {}) as Readonly<Record<string, string | undefined>>;
  return [name, code].filter((one) => one !== undefined && one !== '') as string[];
}

function withDirection(key: string, siblings: Readonly<Record<string, unknown>>, found: NamedFigure[]): NamedFigure[] {
  const [current, previous] = [siblings['本年'], siblings['上年']] as readonly (Figure | undefined)[];
  if (!/^增减[额率]$/.test(key) || !current || !previous || current.value.eq(previous.value)) return found;
  const moved = current.value.gt(previous.value) ? ('rise' as const) : ('fall' as const);
  return found.map((one) => ({ ...one, moved }));
}

/** Joined without silent steps, with the first step before, behind or left out; last year's before or behind; and the figure's label. */
function shortNames({ name, figure }: NamedFigure): Set<string> {
  const steps = name.split('.').filter((step) => !SILENT.has(step));
  const [head = '', ...rest] = steps;
  const orders = [[head, ...rest], ...(rest.length > 0 ? [rest, [...rest, head]] : [])];
  const spoken = orders.flatMap((order) => {
    const words = order.filter((step) => step !== '本年' && step !== '上年');
    if (words.length === 0) return [];
    return order.includes('上年')
      ? [
          ['上年', ...words],
          [...words, '上年'],
        ]
      : [order, words];
  });
  const label = figure?.label;
  return new Set([...spoken.map((order) => plain(order.join(''))), ...(label && !label.includes('（') ? [plain(label)] : [])]);
}

const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .replace('去年', '上年')
    .replace(/[.\s“”"()]/g, '');

function distinct(figures: readonly NamedFigure[]): NamedFigure[] {
  const byFigure = new Map(figures.map((one) => [one.figure?.id ?? one.name, one] as const).reverse());
  return [...byFigure.values()].reverse();
}
