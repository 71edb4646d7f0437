import type { CodeList } from '../../definition/classifications.js';
import type { ColumnMap, TableMap } from '../../profile/import-map.js';
import type { Cell, CellSheet } from '../../spreadsheet/cells.js';

/** A table of an export: where its columns are, and its rows. */
export interface FoundTable {
  readonly sheet: CellSheet;
  readonly map: TableMap;
  /** Columns of the sheet by those of the map; a joined one has several. */
  readonly columns: ReadonlyMap<string, readonly number[]>;
  readonly firstRow: number;
  /** What stands over the header, and the sheet's name. */
  readonly over: string;
  readonly header: string;
}

const HEADER_WITHIN = 30;
const HIGHEST_HEADER = 4;

/** Blanks, brackets and widths are typed in every way. */
export const bare = (text: string): string => text.normalize('NFKC').replace(/[\s"'“”‘’]/g, '');

/** The sheets that a table of the map is found on, by the words of its title and header. */
export function findTable(sheets: readonly CellSheet[], map: TableMap): FoundTable[] {
  return sheets.filter(({ isHidden }) => !isHidden).flatMap((sheet) => findOn(sheet, map) ?? []);
}

function findOn(sheet: CellSheet, map: TableMap): FoundTable | undefined {
  const rows = [...sheet.rows.keys()].sort((a, b) => a - b).slice(0, HEADER_WITHIN);
  for (const last of rows) {
    for (let height = 1; height <= HIGHEST_HEADER && last - height + 1 >= 0; height++) {
      const headers = headerTexts(sheet, last - height + 1, last);
      const columns = columnsOf(headers, map);
      if (!columns) continue;
      const over = bare(
        `${sheet.name} ${rows
          .filter((row) => row < last)
          .flatMap((row) => [...(sheet.rows.get(row)?.values() ?? [])].map(({ text }) => text))
          .join(' ')}`,
      );
      const fits =
        (map.标题 ?? []).every((word) => over.includes(bare(word))) && !(map.不含 ?? []).some((word) => over.includes(bare(word)));
      return fits ? { sheet, map, columns, firstRow: last + 1, over, header: [...headers.values()].join(' ') } : undefined;
    }
  }
  return undefined;
}

/** The texts over each column, from top to bottom; what is merged stands over all of its columns. */
function headerTexts(sheet: CellSheet, first: number, last: number): Map<number, string> {
  const texts = new Map<number, string>();
  const add = (column: number, text: string) => texts.set(column, `${texts.get(column) ?? ''}${bare(text)}`);
  for (let row = first; row <= last; row++) {
    for (const cell of sheet.rows.get(row)?.values() ?? []) {
      const merge = sheet.merges.find(({ top, left }) => top === cell.row && left === cell.column);
      for (let column = cell.column; column <= Math.min(merge?.right ?? cell.column, cell.column + 300); column++) add(column, cell.text);
    }
  }
  return texts;
}

function columnsOf(headers: ReadonlyMap<number, string>, { 栏: wanted, 可无: optional = [] }: TableMap): Map<string, number[]> | undefined {
  const found = new Map<string, number[]>();
  // The same words mean the same column; other words mean another.
  const taken = new Map<number, string>();
  for (const [name, map] of Object.entries(wanted)) {
    const columns = waysOf(map)
      .map((parts) => parts.map((words) => bestColumn(headers, words, taken)))
      .find((way) => !way.includes(undefined)) as number[] | undefined;
    if (columns) for (const [part, column] of columns.entries()) taken.set(column, wordsOf(map, columns, part));
    else if (!optional.includes(name)) return undefined;
    if (columns) found.set(name, columns);
  }
  return found;
}

/** The header words of a column, or of its parts and of the one that may stand for them. */
function waysOf(map: ColumnMap): (readonly (readonly string[])[])[] {
  if (isWords(map)) return [[map]];
  return map.或 ? [map.合, [map.或]] : [map.合];
}

const isWords = (map: ColumnMap): map is string[] => Array.isArray(map);
const wordsOf = (map: ColumnMap, columns: readonly number[], part: number): string =>
  (waysOf(map).find((parts) => parts.length === columns.length)?.[part] ?? []).join();

/** How many digits each part of a joined code has. */
export const digitsOfParts = (map: ColumnMap | undefined, columns: readonly number[]): readonly string[] =>
  map === undefined || isWords(map) || columns.length === 1 ? [] : (map.位数 ?? []);

/** The column whose header has all the words, and the fewest others. */
function bestColumn(
  headers: ReadonlyMap<number, string>,
  words: readonly string[],
  taken: ReadonlyMap<number, string>,
): number | undefined {
  const fitting = [...headers].filter(
    ([column, text]) => (taken.get(column) ?? words.join()) === words.join() && words.every((word) => text.includes(bare(word))),
  );
  return fitting.sort(([a, one], [b, other]) => one.length - other.length || a - b)[0]?.[0];
}

/** What a row says in a column; a text that is merged over several rows is said in each of them. */
export function cellIn({ sheet }: FoundTable, row: number, column: number, isMergedDown: boolean): Cell | undefined {
  const own = sheet.rows.get(row)?.get(column);
  if (own || !isMergedDown) return own;
  const merge = sheet.merges.find(({ top, left, bottom, right }) => top < row && row <= bottom && left <= column && column <= right);
  return merge && sheet.rows.get(merge.top)?.get(merge.left);
}

/** Finds the codes of a table that prints names only: by the code list, and under the 类 whose row came before. */
export class CodesByName {
  private readonly parents = new Map<string, string>();

  constructor(
    private readonly map: TableMap,
    private readonly lists: ((name: string) => CodeList | undefined) | undefined,
  ) {}

  has(column: string): boolean {
    return this.map.按名称?.[column] !== undefined;
  }

  /** What a row says, with codes in the place of names; a name that no list has, or two codes have, stays as it is. */
  codes(said: ReadonlyMap<string, string>): Map<string, string> {
    return new Map([...said].map(([column, name]) => [column, this.code(column, name) ?? name]));
  }

  private code(column: string, name: string): string | undefined {
    const list = this.lists?.(this.map.按名称?.[column] ?? '');
    if (!list || !this.has(column) || name === '') return undefined;
    const digits = Number(this.map.位数?.[column] ?? 0); // ok: a length
    const named = [...list.values()].filter((entry) => bare(entry.name) === bare(name)).map(({ code }) => code);
    const parent = this.parents.get(column);
    const above = named.find((code) => code.length < digits);
    if (above !== undefined && above !== parent) {
      this.parents.set(column, above);
      return above;
    }
    const own = named.filter((code) => code.length === digits);
    const under = own.filter((code) => parent !== undefined && code.startsWith(parent));
    const [one, ...others] = under.length > 0 ? under : own;
    return others.length === 0 ? one : undefined;
  }
}
