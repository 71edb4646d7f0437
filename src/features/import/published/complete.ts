import { matcher, type Query } from '../../../budget/query.js';
import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import { Decimal } from '../../../money/decimal.js';
import { type AmountUnit, typedAmount } from '../../../money/parse-amount.js';
import type { CellSheet } from '../../../spreadsheet/cells.js';
import { type Path, putAt, valueAt } from '../../excel/form-tree.js';
import { isSection } from '../same-value.js';
import { type HeldCell, holdAgainst, type Missing } from './held-cells.js';
import { type FoundTotal, findTotals } from './published-totals.js';
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
