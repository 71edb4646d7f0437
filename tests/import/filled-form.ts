import { readFileSync } from 'node:fs';
import { formWorkbook } from '../../src/features/excel/form-workbook.js';
import { profileAsks } from '../../src/features/excel/profile-asks.js';
import { checkContent, checkRows } from '../../src/features/import/check-content.js';
import { type FormContent, readForm } from '../../src/features/import/read-form.js';
import { type Cell, type CellSheet, columnLetters, parseReference } from '../../src/spreadsheet/cells.js';
import { readXlsx } from '../../src/spreadsheet/read-xlsx.js';
import { workbookToXlsx } from '../../src/writers/xlsx/write-workbook.js';
import { classifications } from '../support/classifications.js';
import { shelf, typedTree } from '../support/department-files.js';

/** The department of which everything is filled in. */
export const FULL = 'data/示例/207-虚构市示例区文化和旅游局.yaml';

type Cells = Map<number, Map<number, Cell>>;

const written = new Map<string, Promise<readonly CellSheet[]>>();

/** The sheets of a department's form, through the file that is written. */
async function sheetsOf(path: string): Promise<readonly CellSheet[]> {
  const tree = typedTree(readFileSync(path, 'utf8')) as { 部门: { 名称: string; 代码: string }; 金额单位: '元' | '万元' };
  const { declared, indicators } = profileAsks(path, shelf);
  const { 名称: name, 代码: code } = tree.部门;
  const form = formWorkbook({ tree, unit: tree.金额单位, year: '2026', code, name, classifications, declared, indicators });
  const read = readXlsx(await workbookToXlsx(form));
  if ('refused' in read) throw new Error(read.refused);
  return read.sheets;
}

/** A form as a person may leave it: its sheets as they are read, which can be changed. */
export class FilledForm {
  constructor(
    public sheets: CellSheet[],
    private readonly path: string,
  ) {}

  static async of(path: string = FULL): Promise<FilledForm> {
    const known = written.get(path) ?? sheetsOf(path);
    written.set(path, known);
    // Each test changes its own copy.
    const sheets = (await known).map((sheet) => ({
      ...sheet,
      rows: new Map([...sheet.rows].map(([row, cells]) => [row, new Map(cells)])),
    }));
    return new FilledForm(sheets, path);
  }

  sheet(name: string): CellSheet {
    const sheet = this.sheets.find((one) => one.name === name);
    if (!sheet) throw new Error(`no sheet ${name}`);
    return sheet;
  }

  /** Changes what is known of a sheet, such as its name or its merged cells. */
  change(name: string, to: Partial<CellSheet>): this {
    this.sheets = this.sheets.map((sheet) => (sheet.name === name ? { ...sheet, ...to } : sheet));
    return this;
  }

  /** Types into a cell, `支出!B7`; nothing empties it. */
  put(place: string, text: string | undefined, more: Partial<Cell> = {}): this {
    const [name = '', reference = ''] = place.split('!');
    const at = parseReference(reference);
    if (!at) throw new Error(`no cell ${place}`);
    const rows = this.sheet(name).rows as Cells;
    const row = rows.get(at.row) ?? new Map<number, Cell>();
    rows.set(at.row, row);
    if (text === undefined) row.delete(at.column);
    else row.set(at.column, { ...at, kind: 'text', text, ...more });
    return this;
  }

  /** The cell right of, or below, the cell that says something. */
  cell(name: string, text: string, by: { readonly right?: number; readonly down?: number } = {}): string {
    for (const [row, cells] of this.sheet(name).rows)
      for (const [column, cell] of cells)
        if (cell.text === text) return `${name}!${columnLetters(column + (by.right ?? 0))}${row + (by.down ?? 0) + 1}`;
    throw new Error(`${name} does not say ${text}`);
  }

  read(): FormContent {
    const { declared, indicators } = profileAsks(this.path, shelf);
    return readForm(this.sheets, '填报.xlsx', declared, { classifications, indicators });
  }

  /** What is said of it: code, place, message, hint. */
  said(): string[] {
    const content = this.read();
    return [...content.diagnostics, ...checkContent(content), ...checkRows(content)].map(
      ({ severity, code, at, message, hint }) => `${severity} ${code} ${at?.cell ?? ''} ${message}${hint ?? ''}`,
    );
  }
}
