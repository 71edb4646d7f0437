import type { Dimensions } from '../../../budget/dimensions.js';
import type { Fact } from '../../../budget/facts.js';
import { listProjects } from '../../../budget/list-projects.js';
import { narrowness, roundingOf } from '../../../budget/published-totals.js';
import { expandGroup, matcher, type Query, queryKey } from '../../../budget/query.js';
import { VEHICLE_TOTAL } from '../../../definition/schema/kinds.js';
import { TOTAL_CONDITIONS, TOTALLED } from '../../../definition/schema/published-totals.js';
import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import { Decimal, sum, ZERO } from '../../../money/decimal.js';
import { typedAmount } from '../../../money/parse-amount.js';
import type { AmountUnit } from '../../../money/units.js';
import { POWER } from '../../../money/units.js';
import type { CellSheet } from '../../../spreadsheet/cells.js';
import { type Path, putAt, valueAt } from '../../excel/form-tree.js';
import { isSection } from '../differences.js';
import { type HeldCell, holdAgainst, type Missing } from './held-cells.js';
import { type Place, type Rebuilt, rebuild } from './rebuild.js';
import { askTables, type Told, type Untold } from './untold.js';

type Tree = Record<string, unknown>;

/** What came of holding the published tables against those that the file would make now. */
export interface Completed {
  readonly tree: Tree;
  readonly told: readonly Told[];
  readonly totals: readonly FoundTotal[];
  readonly untold: readonly Untold[];
  /** Printed amounts, rows and texts that the tables made again would not have. */
  readonly differing: readonly HeldCell[];
  readonly missing: readonly Missing[];
  /** Amounts that were compared; none where the sheets are not this form's. */
  readonly compared: number;
}

/**
 * A file with what only the tables together tell: amounts that are printed more exactly elsewhere, amounts that their sums
 * leave no choice about, and totals that rounding parts from their parts. The tables are made again after each step, so that
 * what is said in the end is what they print.
 */
export function complete(
  tree: Tree,
  sheets: readonly CellSheet[],
  unit: AmountUnit,
  place: Place,
): Completed | { readonly wrong: readonly Diagnostic[] } {
  const work = withCodes(structuredClone(tree), sheets);
  const { 公布数: _, ...start } = work;
  const made = rebuild(start, place);
  if ('wrong' in made) return made;
  const finer = finerAmounts(holdAgainst(sheets, made).cells, made);
  for (const { path, amount } of finer) putAt(start, path, typedAmount(amount, unit));
  const again = finer.length > 0 ? rebuild(start, place) : made;
  if ('wrong' in again) return again;
  const asked = askTables(holdAgainst(sheets, again).cells, again);
  for (const one of asked.told) putTold(start, one, unit);
  return withTotals(withoutCodes(start), sheets, unit, place, asked);
}

function withTotals(tree: Tree, sheets: readonly CellSheet[], unit: AmountUnit, place: Place, asked: Pick<Completed, 'told' | 'untold'>) {
  const made = rebuild(tree, place);
  if ('wrong' in made) return made;
  const { cells } = holdAgainst(sheets, made);
  const unknowns = asked.untold.flatMap(({ unknowns: one }) => one.map(({ fact }) => fact));
  const isOpen = (query: Query) => unknowns.filter(({ cube }) => cube === query.cube).some(matcher(query));
  const own = String(valueAt(tree, ['部门', '名称']) ?? '');
  const totals = findTotals(cells, isOpen, made, own);
  const after =
    totals.length === 0 ? tree : { ...tree, 公布数: totals.map(({ words, amount }) => ({ ...words, 金额: typedAmount(amount, unit) })) };
  const last = totals.length === 0 ? made : rebuild(after, place);
  if ('wrong' in last) return last;
  const held = holdAgainst(sheets, last);
  return {
    tree: after,
    ...asked,
    totals,
    differing: held.cells.filter(({ same }) => !same),
    missing: held.missing,
    compared: held.cells.length,
  };
}

/** Codes that a table prints and no table with amounts of its own has: they may be those of untold amounts alone. */
function withCodes(tree: Tree, sheets: readonly CellSheet[]): Tree {
  const list = (Array.isArray(tree['支出']) ? tree['支出'] : []) as Tree[];
  const known = new Set(list.map((item) => item['科目']));
  const texts = sheets.flatMap(({ rows }) => [...rows.values()].flatMap((row) => [...row.values()].map(({ text }) => text.trim())));
  const codes = new Set(texts.filter((text) => /^2\d{6}$/.test(text) && !known.has(text)));
  return codes.size === 0 ? tree : { ...tree, 支出: [...list, ...[...codes].map((code) => ({ 科目: code, 项目支出: { 单位资金: '0' } }))] };
}

/** Without those of which nothing was found. */
function withoutCodes(tree: Tree): Tree {
  const list = (Array.isArray(tree['支出']) ? tree['支出'] : []) as Tree[];
  const kept = list.flatMap((item) => {
    const { 项目支出: project, ...others } = item;
    if (!isSection(project) || project['单位资金'] !== '0') return [item];
    const { 单位资金: _, ...rest } = project;
    const left = Object.keys(rest).length > 0 ? { ...others, 项目支出: rest } : others;
    return Object.keys(left).length > 1 ? [left] : [];
  });
  return kept.length === 0 ? tree : { ...tree, 支出: kept };
}

interface Finer {
  readonly path: Path;
  readonly amount: Decimal;
}

/** One amount that two tables print, in 元 and in 万元: the finer is the amount, where it reads as the other. */
function finerAmounts(cells: readonly HeldCell[], { budget }: Rebuilt): Finer[] {
  const coarsest = cells.reduce((step, cell) => Decimal.max(step, cell.step), new Decimal(0));
  return cells.flatMap(({ query, published, step, same }) => {
    if (!query || same || step.gte(coarsest)) return [];
    const [only, ...others] = budget.facts(query.cube).filter((one) => matcher(query)(one) && !one.value.isZero());
    if (only?.origin.kind !== 'stated' || others.length > 0) return [];
    const reads = published.div(coarsest).toDecimalPlaces(0).times(coarsest).eq(only.value);
    return reads ? [{ path: only.origin.source.path, amount: published }] : [];
  });
}

function putTold(tree: Tree, { path, amount }: Told, unit: AmountUnit): void {
  const [cube, code, ...rest] = path;
  if (cube !== '支出') return putAt(tree, path, typedAmount(amount, unit));
  const list = tree['支出'] as Tree[];
  const index = list.findIndex((item) => item['科目'] === code);
  putAt(tree, ['支出', index, ...rest], typedAmount(amount, unit));
}

/** A total as published, in the words of 公布数. */
interface FoundTotal {
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
function findTotals(
  cells: readonly HeldCell[],
  isOpen: (query: Query) => boolean,
  { budget, format }: Rebuilt,
  unit: string,
): FoundTotal[] {
  const found: (FoundTotal & { readonly fact: Fact })[] = [];
  const step = new Decimal(10).pow(POWER[format.unit] - format.decimals);
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
