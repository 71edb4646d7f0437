import { NONE } from '../../definition/fields.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { Decimal } from '../../money/decimal.js';
import { type AmountUnit, inYuan } from '../../money/units.js';
import { type ExportMap, type TargetStep, targetSteps, type Word, type WriteRule } from '../../profile/import-map.js';
import type { CellSheet } from '../../spreadsheet/cells.js';
import { isSection } from './differences.js';
import { findTable } from './find-table.js';
import { type Owner, type ResolvedStep, readTable, type Written } from './read-table.js';
import { hiddenCells } from './reading.js';

type Tree = Record<string, unknown>;

/** A file's content with what an export says put in. Its amounts take the place of those that its tables speak of; texts stay. */
export function applyExport(before: unknown, { written, rules }: ExportContent, unit: AmountUnit): Tree {
  const tree = structuredClone(JSON.parse(JSON.stringify(before ?? {}))) as Tree;
  const typed = structuredClone(tree);
  const amounts = rules.filter((rule) => rule.金额 !== undefined || rule.减 !== undefined);
  const emptied = new Set<unknown>();
  for (const rule of amounts) clear(tree, targetSteps(rule.到).map(stepOf), emptied);
  for (const one of written) put(tree, { ...one, value: asTyped(one, typed, unit) }, unit, emptied);
  prune(tree, emptied);
  return tree;
}

/** What a table prints in 万元 may stand in the file to the 分: it stays, where it prints the same. */
function asTyped({ steps, value, within }: Written, before: Tree, unit: AmountUnit): Decimal | string {
  if (!(value instanceof Decimal) || !within) return value;
  const found = steps.reduce<unknown>((at, step) => {
    if (!isSection(at)) return undefined;
    if ('key' in step) return at[step.key];
    const items = at[step.list];
    return Array.isArray(items) ? items.find((item) => isSection(item) && step.by.every(([key, is]) => item[key] === is)) : undefined;
  }, before);
  if (typeof found !== 'string' || !isAmount(found)) return value;
  const typed = inYuan(new Decimal(found), unit);
  return typed.minus(value).abs().lte(within) ? typed : value;
}

/** Any key. */
const ANY = Symbol('any key');
type Key = string | typeof ANY;
type Step = Key | readonly [list: Key];

const keyOf = (word: Word): Key => ('text' in word ? word.text : ANY);
const stepOf = (step: TargetStep): Step => ('key' in step ? keyOf(step.key) : [keyOf(step.list)]);

/** Takes the amounts out that a rule would write; items that lose one are remembered. */
function clear(value: unknown, [step, ...rest]: readonly Step[], emptied: Set<unknown>): void {
  if (!isSection(value) || step === undefined) return;
  const section = value as Tree;
  if (Array.isArray(step)) {
    for (const key of keysOf(section, step[0] as Key)) clearItems(section[key], rest, emptied);
    return;
  }
  for (const key of keysOf(section, step as Key)) {
    const child = section[key];
    if (rest.length === 0 && (typeof child === 'string' ? isAmount(child) : isSection(child) && key === '单位资金')) delete section[key];
    else if (rest.length > 0) clear(child, rest, emptied);
  }
}

const keysOf = (section: Tree, key: Key): string[] => (key === ANY ? Object.keys(section) : [key]);

function clearItems(items: unknown, rest: readonly Step[], emptied: Set<unknown>): void {
  for (const item of Array.isArray(items) ? items : []) {
    const lost = JSON.stringify(item);
    clear(item, rest, emptied);
    if (lost !== JSON.stringify(item)) emptied.add(item);
  }
}

const isAmount = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);

function put(tree: Tree, { steps, value }: Written, unit: AmountUnit, emptied: Set<unknown>): void {
  const text = value instanceof Decimal ? value.div(unit === '万元' ? 10_000 : 1).toFixed() : value;
  let into = tree;
  for (const [index, step] of steps.entries()) {
    const isLast = index === steps.length - 1;
    if (text === NONE && 'key' in step && into[step.key] === NONE) return;
    if ('list' in step) into = itemOf(into, step, emptied);
    else if (isLast) into[step.key] = text;
    else {
      if (!isSection(into[step.key])) into[step.key] = {};
      into = into[step.key] as Tree;
    }
  }
}

function itemOf(into: Tree, { list, by }: Extract<ResolvedStep, { list: string }>, emptied: Set<unknown>): Tree {
  if (!Array.isArray(into[list])) into[list] = [];
  const items = into[list] as Tree[];
  const found = items.find((item) => by.every(([key, is]) => item[key] === is));
  if (found) {
    emptied.delete(found);
    return found;
  }
  const made: Tree = Object.fromEntries(by);
  items.push(made);
  return made;
}

/** Items that lost their amounts and got none, and sections and lists with nothing in them. */
function prune(value: unknown, emptied: ReadonlySet<unknown>): boolean {
  if (Array.isArray(value)) {
    for (let index = value.length - 1; index >= 0; index--)
      if (prune(value[index], emptied) || isGone(value[index], emptied)) value.splice(index, 1);
    return value.length === 0;
  }
  if (!isSection(value)) return false;
  for (const [key, child] of Object.entries(value)) if (prune(child, emptied)) delete (value as Tree)[key];
  return Object.keys(value).length === 0;
}

/** An item of which only its code, name and texts are left. */
const isGone = (item: unknown, emptied: ReadonlySet<unknown>): boolean =>
  emptied.has(item) && isSection(item) && Object.entries(item).every(([key, value]) => typeof value === 'string' && key !== '金额');

interface ExportContent {
  /** Sheets on which a table was found. */
  readonly tables: number;
  readonly written: readonly Written[];
  /** Rules that were followed: what stands at their places and did not come again is gone. */
  readonly rules: readonly WriteRule[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the tables of an export as a map has them; rows with amounts that nothing takes are listed. */
export function readExport(sheets: readonly CellSheet[], map: ExportMap, file: string, owner: Owner): ExportContent {
  const found = map.表.flatMap((table) => findTable(sheets, table));
  const read = found.map((table) => readTable(table, map, file, owner));
  const written = read.flatMap((one) => one.written);
  const diagnostics = [
    ...read.flatMap((one) => one.diagnostics),
    ...hiddenCells(
      sheets,
      written.map(({ at }) => ({ path: [], at })),
    ),
  ];
  const used = new Set(found.map(({ sheet }) => sheet.name));
  const unused = sheets.filter(({ name, isHidden, rows }) => !isHidden && rows.size > 0 && !used.has(name)).map(({ name }) => name);
  if (found.length > 0 && unused.length > 0)
    diagnostics.push({
      code: 'import-not-understood',
      severity: 'warning',
      message: `这些工作表没有用到：${unused.join('、')}。`,
      hint: `要导入它们，在“导入.yaml”的“${map.名称}”里加上。`,
    });
  return { tables: found.length, written: sumUp(written), rules: found.flatMap(({ map: { 写入: rules } }) => rules), diagnostics };
}

/** Amounts of one place are added up: exports have a line for each combination. What comes to nothing is not written. */
function sumUp(written: readonly Written[]): Written[] {
  const places = new Map<string, Written>();
  for (const one of written) {
    const key = JSON.stringify(one.steps);
    const known = places.get(key);
    const value = known && known.value instanceof Decimal && one.value instanceof Decimal ? known.value.plus(one.value) : one.value;
    places.set(key, known ? { ...known, value } : one);
  }
  return [...places.values()].filter(({ value }) => !(value instanceof Decimal && value.isZero()));
}
