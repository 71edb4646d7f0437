import { DIMENSIONS } from '../../../budget/dimensions.js';
import type { Query } from '../../../budget/query.js';
import type { FigureRecord } from '../../../document/figure.js';
import { Decimal, ZERO } from '../../../money/decimal.js';
import { POWER } from '../../../money/units.js';
import { type Cell, type CellSheet, cellName } from '../../../spreadsheet/cells.js';
import { bare } from '../find-table.js';
import type { MadeCell, MadeSheet, Rebuilt } from './rebuild.js';

/** A printed amount of a published workbook, and what the same cell would print now. */
export interface HeldCell {
  /** `预算公开表2!G8` in the workbook. */
  readonly at: string;
  /** Exact 元. */
  readonly published: Decimal;
  readonly now: Decimal;
  /** What one in the last printed place is worth, in 元. */
  readonly step: Decimal;
  /** True where both print the same. */
  readonly same: boolean;
  /** What it adds up, where that is one query. */
  readonly query?: Query;
}

/** A row or a text of a published workbook that the tables made again do not have. */
export interface Missing {
  readonly at: string;
  readonly text: string;
}

export interface Held {
  readonly cells: readonly HeldCell[];
  readonly missing: readonly Missing[];
}

/** Holds a published workbook against the tables made again, sheet by sheet and row by row, each known by its texts. */
export function holdAgainst(published: readonly CellSheet[], rebuilt: Rebuilt): Held {
  const shown = published.filter(({ isHidden, rows }) => !isHidden && rows.size > 0);
  const held = shown.map((one) => {
    const sheet = rebuilt.sheets.find(({ name }) => name.trim() === one.name);
    return sheet ? holdSheet(one, sheet, rebuilt) : { cells: [], missing: [{ at: one.name, text: '整张表' }] };
  });
  return { cells: held.flatMap(({ cells }) => cells), missing: held.flatMap(({ missing }) => missing) };
}

function holdSheet(published: CellSheet, sheet: MadeSheet, rebuilt: Rebuilt): Held {
  const pairs = pairRows(published, sheet);
  const power = powerOf(sheet, rebuilt);
  const cells = pairs.flatMap(({ row, made }) =>
    made.flatMap((cell) => {
      const figure = cell.figure === undefined ? undefined : rebuilt.figures[cell.figure];
      const said = published.rows.get(row)?.get(cell.column);
      return figure?.unit === 'yuan'
        ? (heldCell(figure, said, `${published.name}!${cellName(row, cell.column)}`, power, rebuilt) ?? [])
        : [];
    }),
  );
  return { cells, missing: missingOn(published, pairs) };
}

/** Amounts of a sheet are all in one unit: that of its first printed number, or else the form's. */
function powerOf(sheet: MadeSheet, { figures, format }: Rebuilt): number {
  const own = POWER[format.unit];
  for (const { figure, text } of sheet.rows.flat()) {
    const exact = figure === undefined ? undefined : figures[figure];
    if (exact?.unit !== 'yuan' || exact.value === '0' || !/[1-9]/.test(text) || !/^-?[\d.]+$/.test(text)) continue;
    return new Decimal(exact.value).div(text).abs().gt(100) ? POWER.万元 : POWER.元;
  }
  return own;
}

function heldCell(
  figure: FigureRecord,
  said: Cell | undefined,
  at: string,
  power: number,
  { figures, format }: Rebuilt,
): HeldCell | undefined {
  const text = bare(said?.text ?? '').replaceAll(',', '');
  if (!/^-?\d+(\.\d+)?$/.test(text) && !/^[-—－]*$/.test(text)) return undefined;
  const scale = new Decimal(10).pow(power);
  // A form prints an amount with all that it has.
  const decimals = Math.max(power === 4 || format.unit === '元' ? format.decimals : 2, text.split('.')[1]?.length ?? 0);
  const published = /\d/.test(text) ? new Decimal(text).times(scale) : ZERO;
  const now = new Decimal(figure.value);
  const printed = now.div(scale).toDecimalPlaces(decimals).times(scale);
  const query = queryOf(figure, figures);
  return { at, published, now, step: scale.div(new Decimal(10).pow(decimals)), same: printed.eq(published), ...(query && { query }) };
}

/** Conditions that one row or column may have several of. */
const SEVERAL = new Set(['性质', '资金', '时段', '来源', '经费', '三公项目', '年份', '种类']);

/** The one query behind a figure; a total over several tables is its only one that has anything. */
function queryOf({ about, origin }: FigureRecord, figures: Rebuilt['figures']): Query | undefined {
  if (about?.表 === undefined) {
    const inputs = origin.kind === 'derived' && origin.formula === 'sum' ? origin.inputs.flatMap((id) => figures[id] ?? []) : [];
    const [only, ...others] = inputs.filter(({ value }) => value !== '0');
    return only?.about && others.length === 0 ? queryOf(only, figures) : undefined;
  }
  const where = DIMENSIONS.flatMap((name) => {
    const value = about[name];
    return value === undefined ? [] : [[name, SEVERAL.has(name) && value.includes('、') ? value.split('、') : value] as const];
  });
  return { cube: about.表 as Query['cube'], where: Object.fromEntries(where) };
}

interface RowPair {
  readonly row: number;
  readonly made: readonly MadeCell[];
}

/** Rows that say the same in the columns without amounts; of those that say nothing there, the ones in the same place. */
function pairRows(published: CellSheet, sheet: MadeSheet): RowPair[] {
  const amounts = new Set(sheet.rows.flat().flatMap(({ column, figure }) => (figure === undefined ? [] : [column])));
  const waiting = new Map<string, number[]>();
  for (const row of [...published.rows.keys()].sort((one, other) => one - other)) {
    const key = keyOf([...(published.rows.get(row)?.values() ?? [])], amounts);
    waiting.set(key, [...(waiting.get(key) ?? []), row]);
  }
  return sheet.rows.flatMap((made, index) => {
    const key = keyOf(made, amounts);
    const rows = waiting.get(key) ?? [];
    const row = rows.includes(index) ? index : key === '' ? undefined : rows[0];
    if (row === undefined) return [];
    rows.splice(rows.indexOf(row), 1);
    return [{ row, made }];
  });
}

const keyOf = (cells: readonly { readonly column: number; readonly text: string }[], amounts: ReadonlySet<number>): string =>
  [...cells]
    .filter(({ column, text }) => !amounts.has(column) && text.trim() !== '')
    .sort((one, other) => one.column - other.column)
    .map(({ column, text }) => `${column} ${bare(text)}`)
    .join('|');

/** Rows with something in them that no row made again stands for, and texts of others that it has otherwise. */
function missingOn(published: CellSheet, pairs: readonly RowPair[]): Missing[] {
  const paired = new Map(pairs.map(({ row, made }) => [row, made]));
  return [...published.rows].flatMap(([row, cells]) => {
    const made = paired.get(row);
    const said = [...cells.values()].sort((one, other) => one.column - other.column);
    const at = `${published.name}!${cellName(row, said[0]?.column ?? 0)}`;
    if (!made) return [{ at, text: said.map(({ text }) => text).join(' ') }];
    return said.flatMap((cell) => {
      const now = made.find(({ column }) => column === cell.column);
      const isOther = now?.figure === undefined && bare(now?.text ?? '') !== bare(cell.text);
      return isOther ? [{ at: `${published.name}!${cellName(row, cell.column)}`, text: cell.text }] : [];
    });
  });
}
