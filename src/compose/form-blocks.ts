import { sumFigure } from '../budget/figure.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Block, Inline, Table } from '../document/document.js';
import type { StyleName } from '../document/layout.js';
import { stylesAtSize, textArea } from '../document/sheet.js';
import { defined } from '../plain/objects.js';
import type { Profile } from '../profile/profile.js';
import { blankForm, type FilledForm, type FormCell } from '../tables/form-grid.js';
import { weightedWidths } from './column-widths.js';
import { divideTallRows } from './divide-tall-rows.js';
import { rowHeights } from './row-heights.js';
import { settlePages } from './settle-pages.js';
import { FOOT_RESERVE, type GridCell } from './table-geometry.js';

const STYLES: Readonly<Record<FormCell['style'], StyleName>> = {
  标签: 'formHeader',
  文字: 'formText',
  居中: 'formTextCentred',
  金额: 'formAmount',
};

/**
 * A performance form: its title and its grid; where it needs more pages, its heads are repeated. `above` is the height of
 * what stands over it on its page, undefined where that is not known: then its pages are left to the writers.
 */
export function formBlocks(
  form: FilledForm,
  profile: Profile,
  above: number | undefined,
): { blocks: readonly Block[]; diagnostics: readonly Diagnostic[] } {
  const { layout } = profile;
  const area = textArea(layout.page, form);
  const setting = {
    styles: stylesAtSize(layout.styles, form.textSize),
    padding: layout.table.formPadding,
    border: layout.table.border,
    maximumRowHeight: profile.maximumRowHeight,
  };
  const grid = form.rows.map((row) => row.map(gridCell));
  const widths = weightedWidths(grid, form.weights, area.width, setting);
  if (!widths) return { blocks: [], diagnostics: [tooWide(form, profile)] };
  const { linePitch, spaceAfter } = layout.styles.formTitle;
  const head = form.title === '' ? 0 : linePitch + spaceAfter;
  const room = { first: area.height - head - (above ?? 0), page: area.height, foot: FOOT_RESERVE };
  const heights = rowHeights(grid, widths, headRows(form), room, setting);
  const title: Block = { type: 'paragraph', style: 'formTitle', content: [{ type: 'text', text: form.title }], keepWithNext: true };
  const divided = divideTallRows(table(form, widths, heights), { ...setting, page: area.height });
  const grown = underHeads({ ...divided, cellPadding: setting.padding });
  const blocks = [...(form.title === '' ? [] : [title]), above === undefined ? grown : settlePages(grown, room)];
  return { blocks, diagnostics: [] };
}

/** Amounts of a rich department: nine digits before the point. */
const RICH = '999,999,999.99';

/** Which of the profile's forms would be too wide for a department rich in everything. */
export function tooWideForms(profile: Profile): readonly Diagnostic[] {
  const { form, wholeForm } = profile;
  const figure = sumFigure({ id: 'rich', label: '' }, [], 'yuan');
  const rich = (cell: FormCell): FormCell => (cell.style === '金额' ? { ...cell, content: [{ text: RICH, figure }] } : cell);
  const forms = [blankForm(form, '绩效目标表', {}), ...(wholeForm ? [blankForm(wholeForm, '整体绩效目标表', {})] : [])];
  return forms.flatMap((one) => formBlocks({ ...one, rows: one.rows.map((row) => row.map(rich)) }, profile, 0).diagnostics);
}

function tooWide({ name, weights, orientation }: FilledForm, profile: Profile): Diagnostic {
  const file = `${name}.yaml`;
  const upright = orientation === 'portrait';
  const message = `“${file}”有 ${weights.length} 栏，${upright ? '纵页' : '横页'}上放不下。`;
  const hint = upright ? '写“方向: 横向”，或减少栏目。' : '写“纸张: A3”或小一些的“字号”，或减少栏目。';
  return { code: 'table-too-wide', severity: 'error', message, at: profile.locate(file, ['列宽'], 'key'), hint };
}

/** The first rows that are nothing but labels are heads of the whole form; a row that says something is said once. */
function headRows({ rows }: FilledForm): number {
  const first = rows.findIndex((row) => row.length < 2 || row.some(({ style }) => style !== '标签'));
  return Math.max(0, first);
}

/**
 * Rows of nothing but labels are heads of those below them, up to the next row that brings a label of its own: on a new
 * page they are wanted again.
 */
function underHeads(table: Table): Table {
  let under: number | undefined;
  const rows = table.rows.map((row, index) => {
    const labels = row.cells.filter(({ style }) => style === STYLES.标签).length;
    const head = under;
    if (labels > 0) under = index >= table.headerRows && labels > 1 && labels === row.cells.length ? index : undefined;
    return labels > 0 || head === undefined ? row : { ...row, under: head };
  });
  return { ...table, rows };
}

function table(form: FilledForm, columnWidths: readonly number[], heights: readonly number[]): Table {
  const rows = form.rows.map((cells, index) => ({
    height: heights[index] ?? 0,
    cells: cells.map((cell, _, row) => ({
      style: STYLES[cell.style],
      content: inlines(cell),
      column: cell.column,
      ...(cell.columnSpan > 1 && { columnSpan: cell.columnSpan }),
      ...(cell.rowSpan > 1 && { rowSpan: cell.rowSpan }),
      ...(cell.style === '标签' && { scope: row.every(({ style }) => style === '标签') ? ('column' as const) : ('row' as const) }),
    })),
  }));
  const title = `${form.about}的${form.name === '整体绩效目标表' ? '整体支出' : ''}绩效目标表`;
  const alternativeText = `${title}，${rows.length}行${columnWidths.length}列。`;
  return {
    type: 'table',
    id: form.id,
    title,
    alternativeText,
    columnWidths,
    headerRows: headRows(form),
    ...defined({ textSize: form.textSize }),
    rows,
  };
}

function inlines(cell: FormCell): Inline[] {
  return cell.content.map(({ text, figure }) =>
    figure ? { type: 'figure', figure: figure.id, unit: figure.unit, value: figure.value.toFixed(), text } : { type: 'text', text },
  );
}

function gridCell(cell: FormCell): GridCell {
  const { column, columnSpan, rowSpan } = cell;
  const text = cell.content.map((part) => part.text).join('');
  return {
    column,
    columnSpan,
    rowSpan,
    text,
    style: STYLES[cell.style],
    unbreakable: cell.content.some((part) => part.figure),
    header: cell.style === '标签',
  };
}
