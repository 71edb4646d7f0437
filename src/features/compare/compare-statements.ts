import type { Budget } from '../../budget/budget.js';
import { TO_CONFIRM } from '../../definition/carried-over-words.js';
import { yearOf } from '../../definition/dates.js';
import { type NewYear, newYearOf } from '../../definition/new-year.js';
import { departmentSchema } from '../../definition/schema/department.js';
import { Decimal } from '../../money/decimal.js';
import { formatNumber } from '../../money/format.js';
import { defined } from '../../plain/objects.js';
import type { StatementChange } from './comparison.js';

/** Said anew each year, or compared as figures. */
const OF_ITS_YEAR = ['三公经费', '增减原因', '已确认的提醒', TO_CONFIRM];
/** Lists whose items are rows of the tables of figures: one that is new or gone is told there. */
const COMPARED_BY_ITEM = ['收入', '支出', '一般公共预算基本支出', '项目', '机关运行经费'];
/** By which an item of a list is known. */
const NAMES = ['科目', '名称', '名词', '项目名称', '代码'];

/** `fillUnlessZero`: amounts that a form prints among its texts, and no table of the comparison adds up. */
const KEPT: readonly NewYear[] = ['keep', 'confirm', 'fillUnlessZero'];

type Path = readonly string[];
type Statements = ReadonlyMap<string, string | readonly string[]>;

/**
 * What a department states in words, choices and lists, where the two years differ. What is compared is what the roll-over
 * takes along from year to year: a new key is compared as soon as it is in the schema.
 */
export function compareStatements(current: Budget, previous: Budget): StatementChange[] {
  const [now, before] = [statements(current), statements(previous)];
  const moveOn = (text: string) => text.replaceAll(yearOf(previous.definition.district), yearOf(current.definition.district));
  return [...new Set([...now.keys(), ...before.keys()])].flatMap((name) => {
    const [one, other] = [now.get(name), before.get(name)];
    if ((one === undefined && isRow(name, now)) || (other === undefined && isRow(name, before))) return [];
    return difference(name, [one ?? [], other ?? []], moveOn);
  });
}

/** Of an item that this year has not at all. */
function isRow(name: string, year: Statements): boolean {
  const [list = '', item] = name.split('/');
  return COMPARED_BY_ITEM.includes(list) && ![...year.keys()].some((one) => one.startsWith(`${list}/${item}/`));
}

/** Of two lists what the other has not. */
function difference(
  name: string,
  [now, before]: readonly [string | readonly string[], string | readonly string[]],
  moveOn: (text: string) => string,
): StatementChange[] {
  const [current, previous] = [[now].flat(), [before].flat()];
  const isSame = (one: string, other: string) => one === other || one === moveOn(other);
  const added = current.filter((text) => !previous.some((one) => isSame(text, one)));
  const gone = previous.filter((text) => !current.some((one) => isSame(one, text)));
  return added.length + gone.length === 0 ? [] : [{ name, current: added.join('；'), previous: gone.join('；') }];
}

function statements({ definition }: Budget): Statements {
  return new Map(walk(definition.department, { path: [], name: [] }));
}

/** `path` is that of the file, `name` how a reader finds the place; what becomes of a key holds below it, too, but for keys that say otherwise. */
interface Spot {
  readonly path: Path;
  readonly name: Path;
  readonly newYear?: NewYear;
}

function walk(value: unknown, { path, name, newYear: above }: Spot): [string, string | readonly string[]][] {
  const newYear = newYearOf(departmentSchema('元'), path) ?? above;
  const texts = Array.isArray(value) ? value.map(textOf) : undefined;
  const said = texts?.every((text) => text !== undefined) ? texts : textOf(value);
  if (said === undefined) return children(value, { path, name, ...defined({ newYear }) }).flatMap(([child, spot]) => walk(child, spot));
  return KEPT.includes(newYear ?? 'fill') && !OF_ITS_YEAR.includes(path[0] ?? '') ? [[name.join('/'), said]] : [];
}

function children(value: unknown, { path, name, ...spot }: Spot): [unknown, Spot][] {
  if (typeof value !== 'object' || value === null) return [];
  const step = (child: unknown, key: string) => (Array.isArray(value) ? itemName(child, key) : key);
  return Object.entries(value).map(([key, child]) => [child, { ...spot, path: [...path, key], name: [...name, step(child, key)] }]);
}

function itemName(item: unknown, index: string): string {
  const fields = (typeof item === 'object' ? item : undefined) as Readonly<Record<string, unknown>> | undefined;
  const known = NAMES.map((key) => textOf(fields?.[key])).find((text) => text !== undefined);
  return known ?? `第${Number(index) + 1}项`;
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (value instanceof Decimal) return formatNumber(value, value.decimalPlaces(), true);
  return typeof value === 'string' ? value : undefined;
}
