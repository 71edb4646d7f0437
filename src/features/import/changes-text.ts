import type { Diagnostic, SourceLocation } from '../../diagnostics/diagnostic.js';
import { exactAmount } from '../../document/figure.js';
import { Decimal } from '../../money/decimal.js';
import { formatNumber } from '../../money/format.js';
import type { AmountUnit } from '../../money/units.js';
import { groupBy } from '../../plain/objects.js';
import { amountsIn, unbalanced } from '../excel/balance-sheet.js';
import { type FormSheet, formLayout, leafAt } from '../excel/form-layout.js';
import { valueAt } from '../excel/form-tree.js';
import type { Difference } from './differences.js';

/** What changes, as people read it before they say yes. */
export interface ChangesText {
  /** Whether a figure that is there already is another one, or none, from now on. */
  readonly changesFigures: boolean;
  /** What is there already is told in full; of much that is new, how much there is. */
  readonly brief: string;
  readonly full: string;
}

/** Lines that a person looks through. */
const MOST_LINES = 120;
const MOST_NEW = 5;

export function changesText(changes: readonly Difference[], after: unknown): ChangesText {
  const unit: AmountUnit = valueAt(after, ['金额单位']) === '万元' ? '万元' : '元';
  const layout = formLayout(unit);
  const sheets = [...groupBy(changes, (change) => sheetOf(change, layout))].map(([name, all]) => ({ name, lines: linesOf(all, layout) }));
  const count = sheets.reduce((sum, { lines }) => sum + lines.length, 0);
  const head = `有 ${changes.length} 处改动${sheets.length > 1 ? `（${sheets.map(summary).join('，')}）` : ''}：`;
  const text = (most: number) =>
    [head, ...sheets.flatMap((one) => sheetLines(one, sheets.length > 1, most)), ...balanceLines(after, unit)].join('\n');
  return {
    changesFigures: changes.some(({ before }) => before !== undefined && !/^(?:0(?:\.0+)?|待填)$/.test(before)),
    brief: text(count > MOST_LINES ? MOST_NEW : count),
    full: text(count),
  };
}

interface Line {
  readonly isNew: boolean;
  readonly text: string;
}
interface SheetLines {
  readonly name: string;
  readonly lines: readonly Line[];
}

const sheetOf = ({ path }: Difference, layout: readonly FormSheet[]): string =>
  leafAt(layout, path)?.block.sheet ??
  layout.find(({ blocks }) => blocks.some((block) => block.path[0] === path[0] || block.leaves.some((leaf) => leaf.path[0] === path[0])))
    ?.name ??
  String(path[0] ?? '');

const summary = ({ name, lines }: SheetLines): string => `${name} ${lines.length}`;

function sheetLines({ name, lines }: SheetLines, isOneOfMany: boolean, most: number): string[] {
  const [fresh, known] = [lines.filter(({ isNew }) => isNew), lines.filter(({ isNew }) => !isNew)];
  const shown = [...known, ...fresh.slice(0, most)].map(({ text }) => `  ${text}`);
  const rest = fresh.length - most;
  return [...(isOneOfMany ? [`【${name}】`] : []), ...shown, ...(rest > 0 ? [`  另外新增 ${rest} 处，没有列出。`] : [])];
}

/** An item that comes or goes is one line, its values after its name. */
function linesOf(changes: readonly Difference[], layout: readonly FormSheet[]): Line[] {
  const groups = groupBy(changes, (change) => (change.item === undefined ? change : `${change.before === undefined} ${change.item}`));
  return [...groups.values()].map((all): Line => {
    const [first] = all;
    const isNew = first?.before === undefined;
    if (first?.item === undefined) return { isNew, text: all.map((one) => lineOf(one, layout)).join('') };
    const { item } = first;
    const values = all.filter(
      ({ name, before, after }) => before !== after && item.split('/').at(-1) !== (before ?? after) && name !== item,
    );
    const said = values.map((one) => `${one.name.slice(item.length + 1)} ${shown(one, one.before ?? one.after ?? '', layout)}`).join('；');
    return { isNew, text: `${isNew ? '新增' : '删去'} ${item}${said === '' ? '' : `：${said}`}` };
  });
}

function lineOf(change: Difference, layout: readonly FormSheet[]): string {
  const { name, before, after, order } = change;
  if (order !== undefined) return `${name}：${order === 'alone' ? '只是' : ''}次序变了（${before} → ${after}）`;
  if (before === undefined) return `新增 ${name}：${shown(change, after ?? '', layout)}`;
  if (after === undefined) return `删去 ${name}：${shown(change, before, layout)}`;
  return `${name}：${shown(change, before, layout)} → ${shown(change, after, layout)}`;
}

/** Amounts with their thousands apart, as people compare them. */
function shown({ path }: Difference, text: string, layout: readonly FormSheet[]): string {
  if (!/^-?\d+(\.\d+)?$/.test(text) || leafAt(layout, path)?.leaf.kind !== 'number') return text;
  const value = new Decimal(text);
  return formatNumber(value, value.decimalPlaces(), true);
}

/** Whether the sides of the file agree after the changes: whoever typed a figure in the wrong unit sees it here. */
function balanceLines(after: unknown, unit: AmountUnit): string[] {
  const amounts = amountsIn(after, unit);
  if (amounts.every(({ value }) => value.isZero())) return [];
  const open = unbalanced(amounts);
  if (open.length === 0) return ['收支平衡：改动以后，各项差额都是零。'];
  const figure = (value: Decimal) => formatNumber(value, value.decimalPlaces(), true);
  return [
    `收支平衡：改动以后，还有 ${open.length} 项不相等（单位：${unit}）：`,
    ...open.map(({ name, left, right }) => `  ${name}：左边 ${figure(left)}，右边 ${figure(right)}，差 ${figure(left.minus(right))}`),
  ];
}

/** Another unit of money is another meaning of every amount: said with what it comes to, and how many did not follow. */
export function unitChanged(before: unknown, after: unknown, at: SourceLocation): Diagnostic[] {
  const [from, to] = [before, after].map((tree) => valueAt(tree, ['金额单位']));
  if (!isUnit(from) || !isUnit(to) || from === to) return [];
  const [old, now] = [amountsIn(before, from), amountsIn(after, to)];
  const kept = now.filter((one) => !one.value.isZero() && old.some((other) => other.name === one.name && other.value.eq(one.value)));
  const total = (amounts: typeof now, unit: AmountUnit) =>
    exactAmount(
      amounts
        .filter(({ path }) => path[0] === '收入')
        .reduce((sum, { value }) => sum.plus(value), new Decimal(0))
        .times(unit === '万元' ? 10_000 : 1),
      '元',
    );
  const numbers =
    kept.length === 0
      ? ''
      : `，${now.length} 个金额里有 ${kept.length} 个没有跟着改，意思都${to === '万元' ? '放大一万倍' : '缩小到一万分之一'}`;
  const message = `金额单位由“${from}”改成“${to}”${numbers}：收入总计由 ${total(old, from)} 变成 ${total(now, to)}。`;
  const hint = '只是想换一个单位的，各张表的金额要一并改；金额没有错、原来的单位写错了的，才这样改。';
  return [{ code: 'import-unit', severity: 'warning', message, at, hint }];
}

const isUnit = (value: unknown): value is AmountUnit => value === '元' || value === '万元';
