import Papa from 'papaparse';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { locationAt } from '../diagnostics/source-text.js';
import { type InputFile, readSource } from './read-source.js';

/** One row by the names of its columns, and the line that it begins on. */
export interface CsvRow {
  readonly cells: Readonly<Record<string, string>>;
  readonly line: number;
}

export interface CsvTable {
  readonly rows: readonly CsvRow[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a list kept as CSV in UTF-8: the first row names the columns, of which `columns` must be there; cells are trimmed,
 * rows without any text are passed over. Whatever else is wrong is said with its line.
 */
export function readCsv({ name, bytes }: InputFile, columns: readonly string[]): CsvTable {
  const { text: source, diagnostics } = readSource(bytes, name);
  if (!source) return { rows: [], diagnostics: diagnostics.map(withCsvHint) };
  const { data, errors } = Papa.parse<string[]>(source.text, { delimiter: ',', newline: '\n' });
  const quotes = errors.find((error) => error.type === 'Quotes');
  if (quotes) {
    const { line } = locationAt(source, quotes.index ?? 0);
    return refuse(name, line, '这一行的引号没有成对，从这里往下分不出行和栏。', '用 Excel 或 WPS 打开核对；内容里的引号要写两遍。');
  }
  return toTable(data, columns, name);
}

function toTable([head = [], ...records]: readonly string[][], columns: readonly string[], file: string): CsvTable {
  const names = head.map((name) => name.trim());
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length > 0) return refuse(file, 1, `第一行没有“${missing.join('”“')}”这一栏。`, `第一行写各栏的名称：${columns.join(',')}。`);
  const rows: CsvRow[] = [];
  const diagnostics: Diagnostic[] = [];
  let line = 2;
  for (const record of records) {
    if (record.slice(names.length).some(isFilled)) diagnostics.push(listInvalid(file, line, '这一行的栏比第一行多。', MORE_CELLS));
    else if (record.some(isFilled)) rows.push({ cells: cellsOf(names, record), line });
    line += 1 + record.reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 0);
  }
  return { rows, diagnostics };
}

const MORE_CELLS = '内容里有逗号的，给整格加上英文双引号。';
const isFilled = (cell: string): boolean => cell.trim() !== '';

const cellsOf = (names: readonly string[], record: readonly string[]): CsvRow['cells'] =>
  Object.fromEntries(names.map((name, index) => [name, (record[index] ?? '').trim()]));

const refuse = (...what: Parameters<typeof listInvalid>): CsvTable => ({ rows: [], diagnostics: [listInvalid(...what)] });

/** What is wrong with a row of a list. */
export const listInvalid = (file: string, line: number, message: string, hint: string): Diagnostic => ({
  code: 'list-invalid',
  severity: 'error',
  message,
  at: { file, line, column: 1 },
  hint,
});

/** Excel saves a CSV in GBK unless it is told otherwise. */
const withCsvHint = (diagnostic: Diagnostic): Diagnostic =>
  diagnostic.code === 'file-encoding' ? { ...diagnostic, hint: '在 Excel 或 WPS 里另存为“CSV UTF-8（逗号分隔）(*.csv)”。' } : diagnostic;
