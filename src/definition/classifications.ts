import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.js';
import { type CsvRow, listInvalid, readCsv } from './csv.js';
import { isCategory } from './functional-code.js';
import type { InputFile } from './read-source.js';
import { FUNDS, type Fund } from './schema/funds.js';
import type { UnitKind } from './schema/kinds.js';

/**
 * How sure a name of the catalogue is: seen in a published document; in a notice; confirmed by the office with its source;
 * or none of these.
 */
const TRUSTS = ['published', 'notice', 'confirmed', 'unconfirmed'] as const;
export type Trust = (typeof TRUSTS)[number];

export interface ClassificationEntry {
  readonly code: string;
  readonly name: string;
  readonly trust: Trust;
}

/** One code list; names are looked up here and never typed. */
export type CodeList = ReadonlyMap<string, ClassificationEntry>;

/** The classifications of one budget year (政府收支分类科目), and the rules between them. */
export interface Classifications {
  /** The edition that the names are of; another than the budget's where that year has none yet. */
  readonly year: string;
  readonly functional: CodeList;
  readonly departmentEconomic: CodeList;
  readonly governmentEconomic: CodeList;
  readonly revenue: CodeList;
  /** 人员经费 or 公用经费, by the 类 of a department economic code. */
  expenseKind(code: string): string;
  /** The one fund that pays for a functional code, where it has one of its own. */
  fundOf(code: string): Fund | undefined;
  /** Government economic code that goes with a department economic code in a unit of this kind. */
  governmentCounterpart(code: string, unitKind: UnitKind): string | undefined;
}

/** The CSV files of `data/classifications/<year>/`, by file name without ending, and the office's own confirmations. */
export interface ClassificationFiles {
  readonly year: string;
  /** The year of the budget; names of another edition are unconfirmed. */
  readonly wanted?: string;
  readonly lists: Readonly<Record<string, InputFile>>;
  readonly confirmations?: InputFile | undefined;
}

export interface ReadClassifications {
  readonly value?: Classifications;
  readonly diagnostics: readonly Diagnostic[];
}

const CODE_COLUMNS = ['code', 'name', 'trust'];
/** The lists that a year must have, with the columns that are read. */
const LISTS = {
  'functional-classification': CODE_COLUMNS,
  'economic-classification-department': CODE_COLUMNS,
  'economic-classification-government': CODE_COLUMNS,
  'revenue-classification': CODE_COLUMNS,
  'economic-department-to-government': ['department_code', 'government_code', 'unit_kind'],
  'economic-expense-kinds': ['category', 'kind'],
} as const;
type ListName = keyof typeof LISTS;
/** Codes of one fund alone; a year's folder of before may not have it. */
const FUND_LIST = 'functional-funds';

/** Reads the lists of a year; everything that is wrong in them is said at once, with file and line. */
export function parseClassifications(files: ClassificationFiles): ReadClassifications {
  const names = Object.keys(LISTS) as ListName[];
  const read = names.map((name) => [name, readList(name, files)] as const);
  const confirmed = readConfirmations(files);
  const funds = readFunds(files);
  const diagnostics = [...read.flatMap(([, { diagnostics: found }]) => found), ...confirmed.diagnostics, ...funds.diagnostics];
  if (hasErrors(diagnostics)) return { diagnostics };
  const rows = Object.fromEntries(read.map(([name, list]) => [name, list.rows])) as Record<ListName, readonly CsvRow[]>;
  return { value: { ...assemble(rows, confirmed.rows, files), fundOf: fundByCode(funds.rows) }, diagnostics };
}

interface Rows {
  readonly rows: readonly CsvRow[];
  readonly diagnostics: readonly Diagnostic[];
}

function readList(name: ListName, { lists, year }: ClassificationFiles): Rows {
  const file = lists[name];
  if (!file) {
    const missing = `data/classifications/${year}/${name}.csv`;
    return { rows: [], diagnostics: [listInvalid(missing, 1, '没有这个科目目录文件。', '从程序的 data/classifications/ 里复制回来。')] };
  }
  const table = readCsv(file, LISTS[name]);
  const wrong = LISTS[name] === CODE_COLUMNS ? table.rows.flatMap((row) => wrongEntry(row, file.name)) : [];
  return { rows: table.rows, diagnostics: [...table.diagnostics, ...wrong] };
}

function wrongEntry({ cells, line }: CsvRow, file: string): Diagnostic[] {
  const { code = '', name = '', trust = '' } = cells;
  if (!CODE.test(code)) return [listInvalid(file, line, `“${code}”不是科目编码。`, CODE_HINT)];
  if (name === '') return [listInvalid(file, line, `编码 ${code} 没有名称。`, '写上名称，或删去这一行。')];
  if ((TRUSTS as readonly string[]).includes(trust)) return [];
  return [listInvalid(file, line, `编码 ${code} 的 trust 不能写成“${trust}”。`, `可以写：${TRUSTS.join('、')}。`)];
}

/** 类, 款, 项 and, in the revenue list, 目. */
const CODE = /^[1235]\d{2}(?:\d{2}){0,3}$/;
const CODE_HINT = '编码是 3、5 或 7 位数字（收入可以有 9 位）；在 Excel 里先把这一列设成“文本”。';

const CONFIRMATION_COLUMNS = ['编码', '名称', '来源'];

/** `data/科目核实.csv`: names that the office has looked up itself, each with its source. It survives updates of the lists. */
function readConfirmations({ confirmations }: ClassificationFiles): Rows {
  if (!confirmations) return { rows: [], diagnostics: [] };
  const table = readCsv(confirmations, CONFIRMATION_COLUMNS);
  const wrong = table.rows.flatMap(({ cells, line }) => {
    const problem = !CODE.test(cells['编码'] ?? '') ? 'code' : CONFIRMATION_COLUMNS.find((column) => cells[column] === '');
    if (problem === undefined) return [];
    if (problem === 'code') return [listInvalid(confirmations.name, line, `“${cells['编码']}”不是科目编码。`, CODE_HINT)];
    const hint = problem === '来源' ? '写明在哪里核实的，如“财政部《2026年政府收支分类科目》”。' : `填写“${problem}”，或删去这一行。`;
    return [listInvalid(confirmations.name, line, `编码 ${cells['编码']} 没有写“${problem}”。`, hint)];
  });
  return { rows: table.rows, diagnostics: [...table.diagnostics, ...wrong] };
}

function readFunds({ lists }: ClassificationFiles): Rows {
  const file = lists[FUND_LIST];
  if (!file) return { rows: [], diagnostics: [] };
  const table = readCsv(file, ['code', 'fund']);
  const wrong = table.rows.flatMap(({ cells: { code = '', fund = '' }, line }) =>
    CODE.test(code) && isFund(fund)
      ? []
      : [listInvalid(file.name, line, `“${code},${fund}”不是科目编码和资金。`, `资金可以写：${FUNDS.join('、')}。`)],
  );
  return { rows: table.rows, diagnostics: [...table.diagnostics, ...wrong] };
}

const isFund = (text: string): text is Fund => (FUNDS as readonly string[]).includes(text);

/** The longest code of the list that a code begins with. */
function fundByCode(rows: readonly CsvRow[]): Classifications['fundOf'] {
  const funds = new Map(rows.map(({ cells: { code = '', fund = '' } }) => [code, fund]));
  return (code) => {
    const fund = [7, 5, 3].map((length) => funds.get(code.slice(0, length))).find((one) => one !== undefined);
    return fund !== undefined && isFund(fund) ? fund : undefined;
  };
}

function assemble(
  rows: Record<ListName, readonly CsvRow[]>,
  confirmed: readonly CsvRow[],
  files: ClassificationFiles,
): Omit<Classifications, 'fundOf'> {
  const isOtherYear = files.wanted !== undefined && files.wanted !== files.year;
  /** Each list has its own first digit: 1 revenue, 2 functional, 3 and 5 economic. */
  const codeList = (name: ListName, first: string): Map<string, ClassificationEntry> => {
    const listed = rows[name].map(({ cells: { code = '', name: label = '', trust } }): [string, ClassificationEntry] => [
      code,
      { code, name: label, trust: isOtherYear ? 'unconfirmed' : (trust as Trust) },
    ]);
    const own = confirmed.flatMap(({ cells: { 编码: code = '', 名称: label = '' } }): [string, ClassificationEntry][] =>
      code.startsWith(first) ? [[code, { code, name: label, trust: 'confirmed' }]] : [],
    );
    return new Map([...listed, ...own]);
  };
  const kinds = new Map(rows['economic-expense-kinds'].map(({ cells }) => [cells['category'], cells['kind']]));
  return {
    year: files.year,
    functional: withSpecialBonds(codeList('functional-classification', '2')),
    departmentEconomic: codeList('economic-classification-department', '3'),
    governmentEconomic: codeList('economic-classification-government', '5'),
    revenue: codeList('revenue-classification', '1'),
    expenseKind: (code) => kinds.get(code.slice(0, 3)) ?? '公用经费',
    governmentCounterpart: (code, unitKind) => counterpartOf(rows['economic-department-to-government'], code, unitKind),
  };
}

/** From 2024 on every 类 can have the 款 xxx98 for spending out of 超长期特别国债; 22198 was seen in print. */
function withSpecialBonds(list: ReadonlyMap<string, ClassificationEntry>): CodeList {
  const added = [...list.keys()]
    .filter((code) => isCategory(code) && !list.has(`${code}98`))
    .map((category): [string, ClassificationEntry] => {
      const code = `${category}98`;
      return [code, { code, name: '超长期特别国债安排的支出', trust: 'unconfirmed' }];
    });
  return new Map([...list, ...added]);
}

/** The row for the unit's kind first; else any row of the code, as 30107 has one for 事业 only. */
function counterpartOf(rows: readonly CsvRow[], code: string, unitKind: UnitKind): string | undefined {
  const wanted = unitKind === '事业' ? '事业' : '机关';
  const candidates = rows.filter(({ cells }) => cells['department_code'] === code);
  return (candidates.find(({ cells }) => cells['unit_kind']?.includes(wanted)) ?? candidates[0])?.cells['government_code'];
}
