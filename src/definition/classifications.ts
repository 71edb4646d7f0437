import type { UnitKind } from './schema/department.js';

/** How sure a name of the catalogue is: seen in a published document, or not yet. */
export type Trust = 'published' | 'unconfirmed';

export interface ClassificationEntry {
  readonly code: string;
  readonly name: string;
  readonly trust: Trust;
}

/** One code list; names are looked up here and never typed. */
export type CodeList = ReadonlyMap<string, ClassificationEntry>;

/** The classifications of one budget year (政府收支分类科目), and the rules between them. */
export interface Classifications {
  readonly functional: CodeList;
  readonly departmentEconomic: CodeList;
  readonly governmentEconomic: CodeList;
  /** 人员经费 or 公用经费, by the 类 of a department economic code. */
  expenseKind(code: string): string;
  /** Government economic code that goes with a department economic code in a unit of this kind. */
  governmentCounterpart(code: string, unitKind: UnitKind): string | undefined;
}

/** The texts of the CSV files of `data/classifications/<year>/`, by file name without ending. */
export type ClassificationFiles = Readonly<Record<string, string>>;

export function parseClassifications(files: ClassificationFiles): Classifications {
  const kinds = new Map(rowsOf(files, 'economic-expense-kinds').map(([category = '', kind = '']) => [category, kind]));
  const counterparts = rowsOf(files, 'economic-department-to-government');
  return {
    functional: codeList(files, 'functional-classification'),
    departmentEconomic: codeList(files, 'economic-classification-department'),
    governmentEconomic: codeList(files, 'economic-classification-government'),
    expenseKind: (code) => kinds.get(code.slice(0, 3)) ?? '公用经费',
    governmentCounterpart: (code, unitKind) => counterpartOf(counterparts, code, unitKind),
  };
}

/** The row for the unit's kind first; else any row of the code, as 30107 has one for 事业 only. */
function counterpartOf(rows: readonly string[][], code: string, unitKind: UnitKind): string | undefined {
  const wanted = unitKind === '事业' ? '事业' : '机关';
  const candidates = rows.filter(([department]) => department === code);
  return (candidates.find(([, , kind]) => kind?.includes(wanted)) ?? candidates[0])?.[1];
}

function codeList(files: ClassificationFiles, name: string): CodeList {
  return new Map(rowsOf(files, name).map(([code = '', label = '', , trust]) => [code, { code, name: label, trust: trust as Trust }]));
}

/** Rows of a CSV without quoting, which these lists do without; the first row holds the column names. */
function rowsOf(files: ClassificationFiles, name: string): string[][] {
  const text = files[name];
  if (text === undefined) throw new Error(`classification list ${name} is missing`);
  if (text.includes('"')) throw new Error(`classification list ${name} uses quotes`);
  return text
    .split(/\r?\n/)
    .slice(1)
    .filter(Boolean)
    .map((line) => line.split(','));
}
