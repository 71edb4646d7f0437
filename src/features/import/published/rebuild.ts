import type { Budget } from '../../../budget/budget.js';
import { FigureRegister } from '../../../compose/figure-records.js';
import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import type { Document } from '../../../document/document.js';
import type { FigureRecord } from '../../../document/figure.js';
import type { PrintedTable } from '../../../document/printed-tables.js';
import { type Environment, showPath } from '../../../environment.js';
import { readDepartment } from '../../../input/read-department.js';
import type { Shelf } from '../../../input/shelf.js';
import type { AmountFormat } from '../../../money/format.js';
import { buildDocument } from '../../../pipeline.js';
import { tableAmounts } from '../../../profile/amount-format.js';
import type { PublishedTable } from '../../../tables/published-table.js';
import type { Sheet, SheetRow } from '../../../writers/xlsx/workbook.js';
import { newFileText } from '../yaml-text.js';

/** The tables as they would be published from a file that is not yet written. */
export interface Rebuilt {
  readonly sheets: readonly MadeSheet[];
  readonly figures: Readonly<Record<string, FigureRecord>>;
  readonly budget: Budget;
  /** How the form prints amounts in its tables. */
  readonly format: AmountFormat;
}

export interface MadeSheet {
  readonly name: string;
  /** From the first row of the sheet. */
  readonly rows: readonly (readonly MadeCell[])[];
}

export interface MadeCell {
  readonly column: number;
  readonly text: string;
  /** What it prints, a blank too. */
  readonly figure?: string;
}

/** Where the file is to stand, and what it is read with. */
export interface Place {
  readonly path: string;
  readonly shelf: Shelf;
  readonly environment: Environment;
  /** The writer of workbooks, which is loaded where it is needed. */
  readonly publishedSheets: (document: Document) => readonly { readonly sheet: Sheet; readonly table: PrintedTable }[];
}

/** Texts that a file needs to be read at all: they are no part of any table. */
const NEEDED = { 职责: ['负责本部门的工作。'] };

/** Makes the tables of a file's content; what stands against it where they cannot be made. */
export function rebuild(
  tree: object,
  { path, shelf, environment, publishedSheets }: Place,
): Rebuilt | { readonly wrong: readonly Diagnostic[] } {
  const text = newFileText({ ...NEEDED, ...tree });
  const file = { name: showPath(environment, path), bytes: new TextEncoder().encode(text) };
  const { document, budget, profile, tables = [], diagnostics } = buildDocument(readDepartment(path, shelf, environment, file));
  if (!document || !budget || !profile) return { wrong: diagnostics.filter(({ severity }) => severity === 'error') };
  const sheets = publishedSheets(document).map(({ sheet, table: { title } }): MadeSheet => {
    const table = tables.find(({ id }) => id === title?.id);
    const top = sheet.frozen?.rows ?? 0;
    return { name: sheet.name, rows: sheet.rows.map((row, index) => madeRow(row, table?.rows[index - top])) };
  });
  return { sheets, figures: recordsOf(document.figures, tables), budget, format: tableAmounts(profile.spec) };
}

function madeRow({ cells }: SheetRow, printed: PublishedTable['rows'][number] | undefined): MadeCell[] {
  const blanks = new Map(printed?.cells.flatMap(({ column, figure }) => (figure ? [[column, figure.id] as const] : [])));
  return cells.map(({ column, value, figure = blanks.get(column) }) => {
    const text = value && 'text' in value ? value.text : value && 'number' in value ? value.number : '';
    return { column, text, ...(figure !== undefined && { figure }) };
  });
}

/** Those of blank cells are in no document. */
function recordsOf(known: Rebuilt['figures'], tables: readonly PublishedTable[]): Rebuilt['figures'] {
  const register = new FigureRegister();
  for (const { figure } of tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))) if (figure) register.add(figure);
  return { ...register.all(), ...known };
}
