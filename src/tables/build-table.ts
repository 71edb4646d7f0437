import type { Budget } from '../budget/budget.js';
import { changeRateFigure, differenceFigure, type Figure, joinSources, shareFigure } from '../budget/figure.js';
import { listProjects } from '../budget/list-projects.js';
import { formatAmount, formatNumber, formatPercent } from '../money/format.js';
import { defined } from '../plain/objects.js';
import { rates, tableAmounts } from '../profile/amount-format.js';
import { type FillValues, fill } from '../profile/fill.js';
import type { FormName } from '../profile/form-schema.js';
import { joinMeasures, measureFigure } from '../profile/measure.js';
import type { Profile } from '../profile/profile.js';
import { tableValues } from '../profile/table-number.js';
import type { CALCULATIONS, HeaderSpec, RowSpec, TableSpec } from '../profile/table-schema.js';
import { expandRow, type RowPlan } from './expand-rows.js';
import { type Lies, sheetOf } from './form-grid.js';
import {
  type CellRole,
  columnNumberRow,
  headerRows,
  leafColumns,
  type PublishedCell,
  type PublishedColumn,
  type PublishedRow,
  type PublishedSum,
  type PublishedTable,
} from './published-table.js';
import { columnSums, hasTail, type PlacedRow, rowSums } from './tails.js';

/** One side of a table: its columns and where they start in the grid. */
interface Side {
  readonly key: '左' | '右' | '';
  readonly headers: readonly HeaderSpec[];
  readonly columns: readonly PublishedColumn[];
  readonly start: number;
}

/** Every table of the profile, in its order, over the budget. */
export function buildTables(budget: Budget, profile: Profile, values: FillValues): PublishedTable[] {
  return profile.tables.map((spec, index) => buildTable(spec, index + 1, budget, profile, values));
}

function buildTable(spec: TableSpec, number: number, budget: Budget, profile: Profile, values: FillValues): PublishedTable {
  const numbered = tableValues(profile, number, values);
  const text = (template: string) => fill(template, numbered);
  const sides = sidesOf(spec);
  const columns = sides.flatMap((side) => side.columns);
  const header = headerRows(
    sides.flatMap((side) => side.headers),
    text,
  );
  const body = buildBody(spec, sides, budget, profile, text);
  const title = text(spec.标题);
  const middle = spec.表头中 ?? profile.spec.表头中;
  const { 报表标签: over, 报表目录标签: listed = over } = profile.spec;
  const unstated = joinSources(body.rows.flatMap((row) => row.cells.map((cell) => cell.figure?.unstated)));
  const empty = spec.表格 ? hasNoForm(spec.表格, budget) : !body.hasEntries && isZero(body.rows);
  return {
    id: `table-${number}`,
    number,
    name: spec.名称,
    label: text(over ?? ''),
    title,
    tocText: listed === undefined ? title : `${text(listed)}　${title}`,
    left: text(spec.表头左 ?? profile.spec.表头左),
    ...(middle !== undefined && { middle: text(middle) }),
    right: text(spec.表头右 ?? profile.spec.表头右),
    ...sheetOf(formOf(spec, profile) ?? spec),
    columns,
    header: spec.栏次 === true ? [...header, columnNumberRow(columns.length)] : header,
    ...body,
    empty,
    unstated,
    ...defined({ newPage: spec.另起一页, form: spec.表格 }),
    notes: notesOf(spec, { empty: empty && unstated.length === 0, tail: hasTail(body, budget) }, budget, profile).map(text),
  };
}

const isZero = (rows: readonly PublishedRow[]): boolean =>
  rows.every((row) => row.cells.every((cell) => cell.figure?.value.isZero() ?? true));

/** A table that is filled in as a form lies as that does. */
const formOf = ({ 表格: name }: TableSpec, { form, wholeForm }: Profile): Lies | undefined =>
  name === undefined ? undefined : ((name === '绩效目标表' ? form : wholeForm) ?? {});

const hasNoForm = (form: FormName, { definition }: Budget): boolean =>
  form === '绩效目标表' ? listProjects(definition).every(({ project }) => !project.绩效目标表) : !definition.department.整体绩效目标表;

/** What stands under a table: a department's words before its district's, before the form's. */
function notesOf(spec: TableSpec, { empty, tail }: { empty: boolean; tail: boolean }, budget: Budget, profile: Profile): string[] {
  const { department, district } = budget.definition;
  const own = (key: '空表说明' | '表注') => department.文字?.[key]?.[spec.名称] ?? district.文字?.[key]?.[spec.名称];
  const about = empty ? (own('空表说明') ?? spec.空表说明 ?? profile.spec.空表说明) : undefined;
  return [about, ...(spec.表注 ?? []), own('表注'), tail ? profile.spec.尾差说明 : undefined].filter((note) => note !== undefined);
}

function sidesOf(spec: TableSpec): Side[] {
  const given = [
    { key: '左', headers: spec.左 ?? [] },
    { key: '右', headers: spec.右 ?? [] },
    { key: '', headers: spec.表头 ?? [] },
  ] as const;
  let start = 0;
  return given
    .filter(({ headers }) => headers.length > 0)
    .map(({ key, headers }) => {
      const columns = leafColumns(headers);
      const side = { key, headers, columns, start };
      start += columns.length;
      return side;
    });
}

/** What stands for zero; nothing where it is printed like any number. */
const ZEROS = { 空白: '', 短横: '-', 印出: undefined } as const;

/** Groups of rows, aligned across the sides: the shorter side is padded with empty rows. */
function buildBody(spec: TableSpec, sides: readonly Side[], budget: Budget, profile: Profile, text: (template: string) => string) {
  const rows: PublishedCell[][] = [];
  const sums: PublishedSum[] = [];
  let hasEntries = false;
  const placed = new Map<Side, PlacedRow[]>(sides.map((side) => [side, []]));
  const format = tableAmounts(profile.spec, spec);
  const zero = ZEROS[spec.零 ?? profile.spec.表内金额.零 ?? '空白'];
  const print = (figure: Figure): string => {
    if (figure.value.isZero() && figure.unstated) return '';
    if (figure.value.isZero() && zero !== undefined) return zero;
    if (figure.unit === 'ratio') return formatPercent(figure.value, rates(profile.spec));
    return figure.unit === 'yuan'
      ? formatAmount(figure.value, format)
      : formatNumber(figure.value, figure.value.decimalPlaces(), format.separators);
  };
  for (const group of groupsOf(spec, text)) {
    const base = rows.length;
    const plans = sides.map((side) => expandGroupRows(group(side), budget, side));
    const height = Math.max(0, ...plans.map((list) => list.length));
    hasEntries ||= plans.flat().some((plan) => plan.isEntry);
    for (let index = 0; index < height; index++) rows.push([]);
    sides.forEach((side, sideIndex) => {
      const list = plans[sideIndex] ?? [];
      for (let index = 0; index < height; index++) {
        const plan = list[index];
        const before = index === 0 ? undefined : list[index - 1];
        rows[base + index]?.push(...(plan ? rowCells(plan, before, side, budget, print) : emptyCells(side)));
        if (plan)
          placed
            .get(side)
            ?.push({ row: base + index, indent: plan.indent, blank: blankOf(plan, side), ...(plan.sums && { sums: plan.sums }) });
      }
    });
  }
  for (const [side, list] of placed) sums.push(...rowSums(list, side), ...columnSums(list, side));
  if (rows.length === 0 && sides.length > 0) rows.push(sides.flatMap(emptyCells));
  return { rows: rows.map((cells): PublishedRow => ({ cells })), sums, hasEntries };
}

/** Columns of a form's own list that the row does not ask for. */
function blankOf({ measure }: RowPlan, side: Side): number[] {
  if (measure.栏目 === undefined) return [];
  return side.columns.flatMap(({ spec }, index) => (joinMeasures(measure, spec.取数 ?? {}) ? [] : [side.start + index]));
}

/** For each group of rows: the row specifications of one side. */
function groupsOf(spec: TableSpec, text: (template: string) => string): ((side: Side) => readonly RowSpec[])[] {
  const named = (row: RowSpec): RowSpec => (row.名称 === undefined ? row : { ...row, 名称: text(row.名称) });
  return (spec.行 ?? []).map((entry) => {
    if ('左' in entry || '右' in entry) return (side: Side) => (side.key === '' ? [] : (entry[side.key] ?? []).map(named));
    return (side: Side) => (side.key === '' ? [named(entry as RowSpec)] : []);
  });
}

function expandGroupRows(specs: readonly RowSpec[], budget: Budget, side: Side): RowPlan[] {
  const hasMoney = (plan: RowPlan) => side.columns.some((column) => !(amountOf(plan, column, budget)?.value.isZero() ?? true));
  const contents = side.columns.flatMap((column) => column.spec.内容 ?? []);
  return specs.flatMap((spec) => expandRow(spec, budget, contents)).filter((plan) => !plan.omitZero || hasMoney(plan));
}

function amountOf(plan: RowPlan, column: PublishedColumn, budget: Budget): Figure | undefined {
  const { 内容: content, 取数: own = {}, 比: against, 算: calculation } = column.spec;
  if (content !== '金额') return undefined;
  const measure = joinMeasures(plan.measure, own);
  const figure = measure && measureFigure(budget, measure);
  if (!figure || !calculation || !against) return figure;
  const other = calculation === '占比' ? against : joinMeasures(plan.measure, against);
  return other && calculated(calculation, figure, measureFigure(budget, other));
}

/** 增减 against last year's figure, or the share of a whole; no rate where there was nothing. */
function calculated(calculation: (typeof CALCULATIONS)[number], figure: Figure, other: Figure): Figure | undefined {
  const name = { id: `${figure.id}∕${other.id}∕${calculation}`, label: `${figure.label}${calculation}` };
  if (calculation === '占比') return shareFigure(name, figure, other);
  const change = differenceFigure({ id: `${figure.id}−${other.id}`, label: `${figure.label}增减额` }, figure, other);
  return calculation === '增减额' ? change : changeRateFigure(name, change, other);
}

function rowCells(
  plan: RowPlan,
  before: RowPlan | undefined,
  side: Side,
  budget: Budget,
  print: (figure: Figure) => string,
): PublishedCell[] {
  const amounts = side.columns.findIndex(({ spec }) => spec.内容 === '金额');
  const labels = amounts === -1 ? side.columns.length : amounts;
  const cells: PublishedCell[] = [];
  side.columns.forEach((column, index) => {
    const at = { column: side.start + index, columnSpan: 1, strong: plan.strong };
    if (column.spec.内容 === '金额') cells.push(amountCell(at, amountOf(plan, column, budget), print));
    else if (!plan.spansLabels || index >= labels) cells.push(labelCell(at, plan, column, before));
    else if (index === 0) cells.push(textCell({ ...at, columnSpan: labels }, 'text', plan.name));
  });
  return cells;
}

type At = Pick<PublishedCell, 'column' | 'columnSpan' | 'strong'>;

function amountCell({ column, columnSpan, strong }: At, figure: Figure | undefined, print: (figure: Figure) => string): PublishedCell {
  if (!figure) return textCell({ column, columnSpan, strong }, 'amount', '');
  return { column, columnSpan, rowSpan: 1, strong, indent: 0, role: 'amount', text: print(figure), figure };
}

function textCell({ column, columnSpan, strong }: At, role: CellRole, text: string, indent = 0): PublishedCell {
  return { column, columnSpan, rowSpan: 1, strong, indent, role, text };
}

/** Where the parts of a code stand in it: 类 three digits, 款 and 项 two each. */
const CODE_PARTS: Readonly<Record<string, readonly [number, number]>> = { 类: [0, 3], 款: [3, 5], 项: [5, 7] };

function labelCell(at: At, plan: RowPlan, column: PublishedColumn, before: RowPlan | undefined): PublishedCell {
  const { 内容: content = '', 同上不印: blankBelow } = column.spec;
  const own = content === '名称' ? plan.name : plan.texts[content];
  if (blankBelow === true && before && own === (content === '名称' ? before.name : before.texts[content])) return textCell(at, 'text', '');
  if (content === '编码') return textCell(at, 'code', plan.code);
  const part = CODE_PARTS[content];
  if (part) return textCell(at, 'codePart', plan.code.slice(...part));
  if (content === '名称') return textCell(at, 'text', plan.name, plan.indent);
  // A code is never broken.
  return textCell(at, /^\d{3,}$/.test(own ?? '') ? 'code' : 'text', own ?? '');
}

function emptyCells(side: Side): PublishedCell[] {
  return side.columns.map(({ spec }, index) =>
    textCell({ column: side.start + index, columnSpan: 1, strong: false }, spec.内容 === '金额' ? 'amount' : 'text', ''),
  );
}
