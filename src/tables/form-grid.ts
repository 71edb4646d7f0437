import type { Figure } from '../budget/figure.js';
import type { Sheet } from '../document/sheet.js';
import { formatAmount, type NumberStyle } from '../money/format.js';
import { type AmountUnit, inUnit } from '../money/units.js';
import { defined } from '../plain/objects.js';
import { type FillValues, fill } from '../profile/fill.js';
import type { FormCellSpec, FormExpansion, FormField, FormName, FormRowSpec, FormSpec } from '../profile/form-schema.js';

export type FormContent = readonly { readonly text: string; readonly figure?: Figure }[];

/** Of 整体绩效目标表; those of projects are numbered from 1. A document's anchors tell by it which form prints a text. */
export const WHOLE_FORM_ID = 'form-0';

/** A cell of a filled performance form. */
export interface FormCell {
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly style: NonNullable<FormCellSpec['样式']>;
  readonly content: FormContent;
}

/** A form with its printed texts: of a project, or of the whole department. */
export interface FilledForm extends Sheet {
  readonly id: string;
  /** Which of the two forms it is. */
  readonly name: FormName;
  /** The project's name in the fact table; '' of the department's. */
  readonly key: string;
  /** Whose it is, as a reader would say it. */
  readonly about: string;
  readonly title: string;
  /** Of all its cells; absent: as the styles have it. */
  readonly textSize?: number;
  readonly weights: readonly number[];
  readonly rows: readonly (readonly FormCell[])[];
}

/** A form with how its document writes numbers. */
export type StyledForm = FormSpec & { readonly numbers: NumberStyle };

/** What cells take: each field by name. */
export type FieldContents = Readonly<Partial<Record<FormField, FormContent>>>;

/** A line of a row that is repeated, and how many lines a cell with a field reaches down; 0: it is covered from above. */
export interface FormLine {
  readonly fields: FieldContents;
  readonly spans?: Readonly<Partial<Record<FormField, number>>>;
}

/** What a form is filled in with. */
export interface FormSource {
  readonly fields: FieldContents;
  readonly lines: Readonly<Partial<Record<FormExpansion, readonly FormLine[]>>>;
}

/** The words of the form itself, with what they name; the office's own texts are never touched. */
export function filledWords(form: FormSpec, values: FillValues): FormSpec {
  const cell = (one: FormCellSpec): FormCellSpec => (one.文字 === undefined ? one : { ...one, 文字: fill(one.文字, values) });
  const rows = form.行.map((row) => ({ ...row, 格: row.格.map(cell) }));
  return { ...form, 行: rows, ...(form.标题 !== undefined && { 标题: fill(form.标题, values) }) };
}

/** A form that nobody filled in, printed so that its reader sees what would be said. */
export function blankForm(form: FormSpec, name: FormName, values: FillValues): FilledForm {
  const spec = filledWords(form, values);
  const id = name === '绩效目标表' ? 'form-blank' : `${WHOLE_FORM_ID}-blank`;
  return { id, name, key: '', about: '空白', ...fillGrid(spec, { fields: {}, lines: {} }) };
}

/** What a file of a table or a form says of its pages. */
export type Lies = Pick<FormSpec, '方向' | '纸张' | '字号'>;

export const sheetOf = ({ 方向: lies, 纸张: paper, 字号: textSize }: Lies): Sheet & { readonly textSize?: number } => ({
  orientation: lies === '横向' ? 'landscape' : 'portrait',
  ...defined({ paper, textSize }),
});

/** Fills the grid of a form, row by row. What is repeated has at least one line, so the grid never shifts. */
export function fillGrid(spec: FormSpec, source: FormSource): Omit<FilledForm, 'id' | 'name' | 'key' | 'about'> {
  const grid = new Grid(spec.列宽.length);
  for (const row of spec.行) for (const cells of placedRows(row, source)) grid.add(cells);
  return {
    title: spec.标题 ?? '',
    ...sheetOf(spec),
    weights: spec.列宽,
    rows: grid.rows,
  };
}

const linesOf = ({ lines }: FormSource, over: FormExpansion): readonly FormLine[] => {
  const { [over]: found = [] } = lines;
  return found.length === 0 ? [{ fields: {} }] : found;
};

function placedRows({ 展开: over, 格: cells }: FormRowSpec, source: FormSource): PlacedCell[][] {
  if (over === undefined)
    return [cells.map((cell) => ({ cell, content: contentOf(cell, source.fields), rowSpan: rowSpanOf(cell, source) }))];
  return linesOf(source, over).map(({ fields, spans = {} }) =>
    cells
      .map((cell) => ({ cell, content: contentOf(cell, fields), rowSpan: (cell.取 && spans[cell.取]) ?? 1 }))
      .filter(({ rowSpan }) => rowSpan > 0),
  );
}

const contentOf = ({ 取: field, 文字: words }: FormCellSpec, fields: FieldContents): FormContent =>
  field ? (fields[field] ?? []) : formText(words);

const rowSpanOf = ({ 跨展开: over, 跨行: rows = 1 }: FormCellSpec, source: FormSource): number =>
  over ? linesOf(source, over).length + 1 : rows;

export function formText(value: string | undefined): FormContent {
  return value === undefined || value === '' ? [] : [{ text: value }];
}

export function formMoney(figure: Figure | undefined, { 单位: unit, numbers }: StyledForm): FormContent {
  return figure ? [{ text: trimmed(figure, unit, numbers), figure }] : [];
}

/** Whole numbers without decimals, others to the 分: as the forms print. */
export function trimmed({ value }: Figure, unit: AmountUnit, numbers: NumberStyle): string {
  const places = inUnit(value, unit).decimalPlaces();
  const isBare = places === 0 && !(value.isZero() && !numbers.bareZero);
  return formatAmount(value, { unit, decimals: isBare ? 0 : Math.max(2, places), ...numbers });
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
