import type { Cube } from '../../../budget/cubes/index.js';
import type { Dimensions } from '../../../budget/dimensions.js';
import { type Fact, fact } from '../../../budget/facts.js';
import { matcher } from '../../../budget/query.js';
import { FISCAL_FUNDS, FUNDS, UNIT_FUND_SOURCES } from '../../../definition/schema/funds.js';
import { EXPENDITURE_NATURES, EXPENSE_KINDS } from '../../../definition/schema/kinds.js';
import { type Decimal, sum, ZERO } from '../../../money/decimal.js';
import { defined } from '../../../plain/objects.js';
import type { Path } from '../../excel/form-tree.js';
import type { HeldCell } from './held-cells.js';
import type { Rebuilt } from './rebuild.js';
import { type Equation, type Solved, solve } from './solve.js';

/** An amount that the file may have, by its place; the tables may tell it from others only in sums. */
export interface Unknown {
  readonly fact: Fact;
  /** A sum of codes: it is no amount that could be put there. */
  readonly isList: boolean;
  /** Keys from the top of the file; the code of a 支出 stands for its item. */
  readonly path: Path;
}

export interface Told extends Unknown {
  readonly amount: Decimal;
}

/** Amounts of which the tables print a sum only. */
export interface Untold {
  readonly unknowns: readonly Unknown[];
  /** Sums that they come to, with the cells that print them. */
  readonly sums: readonly { readonly amount: Decimal; readonly at: readonly string[] }[];
}

export interface Asked {
  readonly told: readonly Told[];
  readonly untold: readonly Untold[];
}

/**
 * What a file does not have and the tables print: where they print enough sums of it, it is worked out, exactly; where they
 * do not, it is nobody's to say but the office's.
 */
export function askTables(cells: readonly HeldCell[], rebuilt: Rebuilt): Asked {
  const parts = (['收入', '支出', '年终结转'] as const).map((cube) =>
    askCube(
      cube,
      cells.filter(({ query }) => query?.cube === cube),
      rebuilt,
    ),
  );
  return { told: parts.flatMap(({ told }) => told), untold: parts.flatMap(({ untold }) => untold) };
}

/** 支出 is asked code by code, where a code's own cells differ; what speaks of several comes after. */
function askCube(cube: Cube, cells: readonly HeldCell[], { budget }: Rebuilt): Asked {
  const codes = new Set(cells.flatMap((one) => (one.same ? [] : ownCode(one))));
  const unit = budget.definition.department.部门.名称;
  const groups = cube === '支出' ? [...codes] : cells.some(({ same }) => !same) ? [undefined] : [];
  if (groups.length === 0) return { told: [], untold: [] };
  const all = groups.flatMap((code) => unknownsOf({ cube, unit, ...(code !== undefined && { code }) }, cells));
  const ground = groundOf(budget.facts(cube), all, cells);
  const isNarrow = (cell: HeldCell) => cube !== '支出' || ownCode(cell).some((code) => codes.has(code));
  const step = cells[0]?.step ?? ZERO;
  const narrow = cells.filter(isNarrow).map((cell) => equationOf(cell, ground));
  const first = solve([...narrow, ...ground.splits.map((one) => splitEquation(one, ground))], step);
  const wide = cells.filter((cell) => !isNarrow(cell)).map((cell) => equationOf(cell, ground));
  const { known, open, contradicted } = first.open.length === 0 ? first : solve([...first.open, ...wide], step, first.known);
  return answerOf({ known, open, contradicted: new Set([...first.contradicted, ...contradicted]) }, narrow, ground);
}

const ownCode = ({ query }: HeldCell): string[] => {
  const code = query?.where.科目;
  return typeof code === 'string' && code.length === 7 ? [code] : [];
};

interface Group {
  readonly cube: Cube;
  readonly unit: string;
  readonly code?: string;
}

/** Dimensions that the tables ask about in a cube. */
const asks = (cells: readonly HeldCell[], cube: Cube, dimension: keyof Dimensions): boolean =>
  cells.some(({ query }) => query?.cube === cube && query.where[dimension] !== undefined);

/** Every amount that a file may have there. The first of those that no table tells apart stands for all of them. */
function unknownsOf({ cube, code, unit }: Group, cells: readonly HeldCell[]): Unknown[] {
  const hasSources = asks(cells, cube, '来源');
  const hasKinds = asks(cells, cube, '经费');
  const printed = EXPENDITURE_NATURES.filter((nature) =>
    cells.some(({ query }) => query?.cube === '支出' && [query.where.性质 ?? []].flat().includes(nature)),
  );
  const natures = cube === '支出' ? printed : [undefined];
  const periods = ['当年', '上年结转'] as const;
  return natures.flatMap((nature) =>
    (nature === '基本支出' && hasKinds ? EXPENSE_KINDS : [undefined]).flatMap((kind) =>
      periods.flatMap((period) =>
        [...FUNDS].reverse().flatMap((fund) =>
          (fund === '单位资金' && hasSources ? SOURCES : [undefined]).map((source): Unknown => {
            const dimensions: Dimensions = {
              ...defined({ 科目: code, 性质: nature, 经费: kind }),
              资金: fund,
              时段: period,
              ...(source !== undefined && { 来源: source }),
            };
            const within = cube === '支出' ? [cube, code ?? '', nature ?? '', ...(kind ? [kind] : [])] : [cube];
            const path = [...within, ...(period === '上年结转' ? [period] : []), fund, ...(source ? [source] : [])];
            const isList = cube === '收入' && period === '当年' && FISCAL_FUNDS.indexOf(fund) > 0;
            return { path, isList, fact: fact(cube, dimensions, { value: ZERO, unit: 'yuan' }, { file: '', path }, unit) };
          }),
        ),
      ),
    ),
  );
}

/** The commonest first. */
const SOURCES = [...UNIT_FUND_SOURCES].sort((one, other) => rank(one) - rank(other));
function rank(source: string): number {
  return source === '事业收入' ? 0 : source === '其他收入' ? 1 : 2;
}

/** What is known and what is asked. */
interface Ground {
  readonly fixed: readonly Fact[];
  /** Amounts in one where the tables print them by source. */
  readonly splits: readonly Fact[];
  /** Unknowns that every table adds up together, by number. */
  readonly classes: readonly (readonly Unknown[])[];
}

function groundOf(facts: readonly Fact[], all: readonly Unknown[], cells: readonly HeldCell[]): Ground {
  const splits = facts.filter((one) => !one.value.isZero() && isUnsplit(one, all));
  const fixed = facts.filter((one) => !one.value.isZero() && !splits.includes(one));
  const free = all.filter(({ fact: one }) => !fixed.some((known) => isSameFact(known, one)));
  return { fixed, splits, classes: classesOf(free, cells, splits) };
}

function splitEquation(whole: Fact, { classes }: Ground): Equation {
  return { unknowns: indices(classes, ({ fact: part }) => isWithin(part, whole)), sum: whole.value, roundings: 1, at: [] };
}

function answerOf({ known, open, contradicted }: Solved, printed: readonly Equation[], { classes, splits }: Ground): Asked {
  const within = (index: number) => String(classes[index]?.[0]?.path.slice(0, 2));
  const doubtful = new Set([...contradicted].map(within));
  const isDoubtful = ({ unknowns }: Equation) => [...unknowns].some((index) => doubtful.has(within(index)));
  const told = [...known].flatMap(([index, amount]) => {
    const [first] = doubtful.has(within(index)) ? [] : (classes[index] ?? []);
    return first && !amount.isZero() ? [{ ...first, amount }] : [];
  });
  const lists = told.filter(({ isList }) => isList).map((one): Untold => ({ unknowns: [one], sums: [{ amount: one.amount, at: [] }] }));
  // An unsplit amount is only split whole.
  const kept = told.filter((one) => !one.isList && splits.every((whole) => !isWithin(one.fact, whole) || isWhole(whole, told)));
  return {
    told: kept,
    untold: [
      ...lists,
      ...untoldOf([...open.filter((one) => !isDoubtful(one)), ...printed.filter((one) => isDoubtful(one) && one.sum.gt(0))], classes),
    ],
  };
}

const isWhole = (whole: Fact, told: readonly Told[]): boolean =>
  sum(told.filter((one) => isWithin(one.fact, whole)).map(({ amount }) => amount)).eq(whole.value);

const sameBut = (one: Dimensions, other: Dimensions, names: readonly (keyof Dimensions)[]): boolean =>
  (['科目', '性质', '经费', '资金', '时段', '来源'] as const).every((name) => names.includes(name) || one[name] === other[name]);

const isSameFact = (one: Fact, other: Fact): boolean => sameBut(one.dimensions, other.dimensions, []);

/** 单位资金 in one amount where the tables print sources. */
const isUnsplit = ({ dimensions }: Fact, all: readonly Unknown[]): boolean =>
  dimensions.资金 === '单位资金' && dimensions.来源 === undefined && all.some(({ fact: one }) => one.dimensions.来源 !== undefined);

const isWithin = (part: Fact, whole: Fact): boolean =>
  part.dimensions.来源 !== undefined && sameBut(part.dimensions, whole.dimensions, ['来源']);

/** Unknowns that the same cells add up are one. */
function classesOf(unknowns: readonly Unknown[], cells: readonly HeldCell[], splits: readonly Fact[]): Unknown[][] {
  const tests = cells.flatMap(({ query }) => (query ? [matcher(query)] : []));
  const classes = new Map<string, Unknown[]>();
  for (const one of unknowns) {
    const key = [...tests.map((test) => test(one.fact)), ...splits.map((whole) => isWithin(one.fact, whole))].map(Number).join('');
    if (!/1/.test(key)) continue;
    classes.set(key, [...(classes.get(key) ?? []), one]);
  }
  return [...classes.values()];
}

function indices(classes: readonly (readonly Unknown[])[], test: (one: Unknown) => boolean): Set<number> {
  return new Set(classes.flatMap(([first], index) => (first && test(first) ? [index] : [])));
}

function equationOf({ query, published, step, at }: HeldCell, { fixed, splits, classes }: Ground): Equation {
  const matches = query ? matcher(query) : () => false;
  // What is asked for by source takes the place of the amount in one.
  const whole = splits.filter((one) => !classes.some(([first]) => first && isWithin(first.fact, one)));
  const below = [...fixed, ...whole].filter(matches);
  const isExact = step.lte('0.01');
  return {
    unknowns: indices(classes, ({ fact: one }) => matches(one)),
    sum: published.minus(sum(below.map(({ value }) => value))),
    roundings: isExact ? 0 : 1 + below.length,
    at: [at],
  };
}

/** Open sums that share an unknown are one question. */
function untoldOf(open: readonly Equation[], classes: readonly (readonly Unknown[])[]): Untold[] {
  const groups: { unknowns: Set<number>; equations: Equation[] }[] = [];
  for (const one of open) {
    const touching = groups.filter(({ unknowns }) => [...one.unknowns].some((index) => unknowns.has(index)));
    for (const group of touching) groups.splice(groups.indexOf(group), 1);
    const unknowns = new Set([...one.unknowns, ...touching.flatMap((group) => [...group.unknowns])]);
    groups.push({ unknowns, equations: [one, ...touching.flatMap(({ equations }) => equations)] });
  }
  return groups.map(({ unknowns, equations }) => ({
    unknowns: [...unknowns].sort((a, b) => a - b).flatMap((index) => classes[index] ?? []),
    sums: equations.filter(({ at }) => at.length > 0).map(({ sum: amount, at }) => ({ amount, at })),
  }));
}
