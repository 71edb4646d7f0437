import type { Budget } from '../budget/budget.js';
import type { Figure } from '../budget/figure.js';
import { listProjects, type ProjectEntry } from '../budget/list-projects.js';
import { type FormMoney, periodMoney, yearMoney } from '../budget/project-money.js';
import { chineseDate } from '../definition/dates.js';
import { FUNDING_LEVELS, type Indicator, type PerformanceForm } from '../definition/schema/project.js';
import { formatAmount, type NumberStyle } from '../money/format.js';
import { type FillValues, fill } from '../profile/fill.js';
import type { FormCellSpec, FormField, FormRowSpec, FormSpec } from '../profile/form-schema.js';

export type FormContent = readonly { readonly text: string; readonly figure?: Figure }[];

/** A cell of a filled performance form. */
export interface FormCell {
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly style: NonNullable<FormCellSpec['样式']>;
  readonly content: FormContent;
}

/** One project's performance form with its printed texts. */
export interface FilledForm {
  readonly id: string;
  /** The project's name in the fact table. */
  readonly key: string;
  readonly project: string;
  readonly title: string;
  readonly weights: readonly number[];
  readonly rows: readonly (readonly FormCell[])[];
}

/** The forms of all projects whose targets are published, in the order of the definition. */
export function performanceForms(budget: Budget, form: FormSpec, values: FillValues, numbers: NumberStyle): FilledForm[] {
  const spec = { ...filledSpec(form, values), numbers };
  return listProjects(budget.definition).flatMap((entry) =>
    entry.project.绩效目标表 ? [fillForm(budget, spec, entry, entry.project.绩效目标表)] : [],
  );
}

/** The words of the form itself, with what they name; the office's own texts are never touched. */
function filledSpec(form: FormSpec, values: FillValues): FormSpec {
  const cell = (one: FormCellSpec): FormCellSpec => (one.文字 === undefined ? one : { ...one, 文字: fill(one.文字, values) });
  const rows = form.行.map((row) => ({ ...row, 格: row.格.map(cell) }));
  return { ...form, 行: rows, ...(form.标题 !== undefined && { 标题: fill(form.标题, values) }) };
}

/** One line of the indicator tree. `starts` tells which merged labels begin here, and over how many lines. */
interface IndicatorLine {
  readonly first: string;
  readonly second: string;
  readonly firstSpan: number;
  readonly secondSpan: number;
  readonly indicator?: Indicator;
}

/** The form with how its document writes numbers. */
type StyledForm = FormSpec & { readonly numbers: NumberStyle };

interface Filling {
  readonly spec: StyledForm;
  readonly single: (field: FormField) => FormContent;
  readonly period: FormMoney;
  readonly year: FormMoney;
  readonly indicators: readonly IndicatorLine[];
}

function fillForm(budget: Budget, spec: StyledForm, entry: ProjectEntry, form: PerformanceForm): FilledForm {
  const period = periodMoney(budget, entry, form);
  const year = yearMoney(budget, entry, form);
  const filling = {
    spec,
    period,
    year,
    indicators: indicatorLines(spec, form),
    single: singleFields(budget, spec, entry, form, period, year),
  };
  const grid = new Grid(spec.列宽.length);
  for (const row of spec.行) placeRow(row, filling, grid);
  return {
    id: `form-${entry.key.replace('项目', '')}`,
    key: entry.key,
    project: entry.name,
    title: spec.标题 ?? '',
    weights: spec.列宽,
    rows: grid.rows,
  };
}

function placeRow(row: FormRowSpec, filling: Filling, grid: Grid): void {
  if (row.展开 === '资金来源') return placeFunding(row, filling, grid);
  if (row.展开 === '指标') return placeIndicators(row, filling, grid);
  const below = { 资金来源: FUNDING_LEVELS.length, 指标: filling.indicators.length };
  grid.add(
    row.格.map((cell) => ({
      cell,
      content: plainContent(cell, filling),
      rowSpan: cell.跨展开 ? below[cell.跨展开] + 1 : (cell.跨行 ?? 1),
    })),
  );
}

function plainContent(cell: FormCellSpec, filling: Filling): FormContent {
  return cell.取 ? filling.single(cell.取) : text(cell.文字 ?? '');
}

function placeFunding(row: FormRowSpec, { spec, period, year }: Filling, grid: Grid): void {
  FUNDING_LEVELS.forEach((level, line) => {
    const content = (cell: FormCellSpec): FormContent => {
      if (cell.取 === '资金来源') return text(line === 0 ? `其中：${level}` : level);
      if (cell.取 === '实施期金额') return money(period.levels[level], spec);
      if (cell.取 === '年度金额') return money(year.levels[level], spec);
      return text(cell.文字 ?? '');
    };
    grid.add(row.格.map((cell) => ({ cell, content: content(cell), rowSpan: 1 })));
  });
}

function placeIndicators(row: FormRowSpec, { spec, period, year, indicators }: Filling, grid: Grid): void {
  for (const line of indicators) {
    const content = (cell: FormCellSpec): FormContent => {
      if (cell.取 === '一级指标') return text(line.first);
      if (cell.取 === '二级指标') return text(line.second);
      if (cell.取 === '三级指标') return text(line.indicator?.名称 ?? '');
      if (cell.取 === '实施期值') return indicatorValue(line.indicator?.实施期值 ?? line.indicator?.值, period.total, spec);
      if (cell.取 === '年度值') return indicatorValue(line.indicator?.年度值 ?? line.indicator?.值, year.total, spec);
      return text(cell.文字 ?? '');
    };
    const span = (cell: FormCellSpec) => (cell.取 === '一级指标' ? line.firstSpan : cell.取 === '二级指标' ? line.secondSpan : 1);
    const shown = row.格.map((cell) => ({ cell, content: content(cell), rowSpan: span(cell) }));
    grid.add(shown.filter(({ rowSpan }) => rowSpan > 0));
  }
}

/** Every second-level indicator has at least one line, so the grid never shifts. A span of 0 is covered from above. */
function indicatorLines(spec: FormSpec, form: PerformanceForm): IndicatorLine[] {
  const levels =
    spec.指标 ?? Object.fromEntries(Object.entries(form.指标 ?? {}).map(([first, lists]) => [first, Object.keys(lists ?? {})]));
  return Object.entries(levels).flatMap(([first, seconds]) => {
    const lists = form.指标?.[first];
    const lines = seconds.flatMap((second) => {
      const items: (Indicator | undefined)[] = lists?.[second]?.length ? [...lists[second]] : [undefined];
      return items.map((indicator, line) => ({
        first,
        second,
        secondSpan: line === 0 ? items.length : 0,
        ...(indicator && { indicator }),
      }));
    });
    return lines.map((line, index) => ({ ...line, firstSpan: index === 0 ? lines.length : 0 }));
  });
}

function singleFields(
  budget: Budget,
  spec: StyledForm,
  { project, unit }: ProjectEntry,
  form: PerformanceForm,
  period: FormMoney,
  year: FormMoney,
) {
  const department = budget.definition.superior ?? budget.definition.department.部门;
  const fields: Partial<Record<FormField, FormContent>> = {
    项目名称: text(project.名称),
    主管部门及代码: text(`${department.代码}-${department.名称}`),
    实施单位: text(unit),
    项目属性: text(form.项目属性),
    项目期: text(form.项目期),
    ...periodTexts(form.起止日期),
    实施期资金总额: money(period.total, spec),
    年度资金总额: money(year.total, spec),
    项目概况: text(form.项目概况),
    立项依据: text(form.立项依据),
    项目设立必要性: text(form.项目设立必要性),
    保证措施: text(form.保证措施),
    实施计划: text(form.实施计划),
    实施期目标: text(form.实施期目标),
    年度目标: text(form.年度目标 ?? form.实施期目标),
    负责人: text(form.负责人),
    经办人: text(form.经办人),
    联系电话: text(form.联系电话),
    填报日期: text(form.填报日期 ? chineseDate(form.填报日期) : ''),
  };
  return (field: FormField): FormContent => fields[field] ?? [];
}

/** The first and the last day of a project; a form may print them in one cell or in two. */
function periodTexts(period: PerformanceForm['起止日期']) {
  const [start, end] = period ? [chineseDate(period.开始), chineseDate(period.结束)] : ['', ''];
  return { 开始日期: text(start), 结束日期: text(end), 起止日期: text(period ? `${start}至${end}` : '') };
}

/** 资金总额（元）and 资金总额（万元）stand for the project's money: it is never typed a second time. */
function indicatorValue(value: string | undefined, total: Figure, { numbers }: StyledForm): FormContent {
  if (value === '资金总额（元）') return [{ text: trimmed(total, '元', numbers), figure: total }, { text: '元' }];
  if (value === '资金总额（万元）') return [{ text: trimmed(total, '万元', numbers), figure: total }, { text: '万元' }];
  return text(value);
}

function money(figure: Figure | undefined, { 单位: unit, numbers }: StyledForm): FormContent {
  return figure ? [{ text: trimmed(figure, unit, numbers), figure }] : [];
}

/** Whole numbers without decimals, others to the 分: as the forms print. */
function trimmed({ value }: Figure, unit: '元' | '万元', numbers: NumberStyle): string {
  const places = unit === '元' ? value.decimalPlaces() : value.div(10000).decimalPlaces();
  return formatAmount(value, {
    unit,
    decimals: places === 0 && !(value.isZero() && !numbers.bareZero) ? 0 : Math.max(2, places),
    ...numbers,
  });
}

function text(value: string | undefined): FormContent {
  return value === undefined || value === '' ? [] : [{ text: value }];
}

interface PlacedCell {
  readonly cell: FormCellSpec;
  readonly content: FormContent;
  readonly rowSpan: number;
}

/** Puts cells into a grid, left to right, past the columns that spans from above still cover. */
class Grid {
  readonly rows: FormCell[][] = [];
  private readonly covered: number[];

  constructor(columns: number) {
    this.covered = Array.from({ length: columns }, () => 0);
  }

  add(cells: readonly PlacedCell[]): void {
    const row: FormCell[] = [];
    let column = 0;
    for (const { cell, content, rowSpan } of cells) {
      while ((this.covered[column] ?? 0) > 0) column += 1;
      const columnSpan = cell.跨列 ?? 1;
      row.push({ column, columnSpan, rowSpan, style: cell.样式 ?? '文字', content });
      this.covered.fill(rowSpan, column, column + columnSpan);
      column += columnSpan;
    }
    this.covered.forEach((left, at) => {
      this.covered[at] = Math.max(0, left - 1);
    });
    this.rows.push(row);
  }
}
