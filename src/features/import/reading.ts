import type { CodeList } from '../../definition/classifications.js';
import type { Diagnostic, SourceLocation } from '../../diagnostics/diagnostic.js';
import { defined } from '../../plain/objects.js';
import { type Cell, type CellSheet, cellName } from '../../spreadsheet/cells.js';
import { isRare, type Leaf, labelOf } from '../excel/form-layout.js';
import { type Path, putAt, valueAt } from '../excel/form-tree.js';
import { GUIDE_SHEET } from '../excel/guide-sheet.js';
import { type CellText, textOfCell } from './cell-text.js';

/** A form while it is read: what it says so far, and where. */
export class Reading {
  readonly tree: Record<string, unknown> = {};
  readonly diagnostics: Diagnostic[] = [];
  /** Where what was read stands. */
  readonly taken: Taken[] = [];
  /** What stands beside the grids. */
  readonly beside: { readonly at: SourceLocation; readonly text: string }[] = [];
  private readonly places = new Map<string, SourceLocation>();

  constructor(
    private readonly file: string,
    private readonly sheets: readonly CellSheet[],
  ) {}

  at(sheet: CellSheet, row: number, column: number): SourceLocation {
    const cell = `${sheet.name}!${cellName(row, column)}`;
    return { file: this.file, line: row + 1, column: column + 1, cell, sheet: this.sheets.indexOf(sheet) };
  }

  put(path: Path, text: string, at: SourceLocation): void {
    const above = path.slice(0, -1).findIndex((_, index) => typeof valueAt(this.tree, path.slice(0, index + 1)) === 'string');
    if (above >= 0 || typeof valueAt(this.tree, path) === 'object') return this.conflict(path, at);
    putAt(this.tree, path, text);
    this.taken.push({ path, at });
    this.places.set(path.join('/'), at);
    for (let length = path.length - 1; length > 0; length--) {
      const key = path.slice(0, length).join('/');
      if (!this.places.has(key)) this.places.set(key, at);
    }
  }

  /** A cell that is read, and what to say where it cannot be; `list` has the codes that a code may be. */
  value(sheet: CellSheet, cell: Cell | undefined, leaf: Leaf, list?: CodeList): string | undefined {
    if (!cell) return undefined;
    const said = leaf.isWhole ? wholeOfCell(cell, leaf) : textOfCell(cell, leaf.kind, leaf.words);
    const { text, problem, hint } = list && leaf.kind === 'code' && said.problem === undefined ? codeOfCell(said, list) : said;
    const at = this.at(sheet, cell.row, cell.column);
    if (problem !== undefined) this.refuse('cell-unreadable', problem, at, hint);
    return text;
  }

  refuse(code: Diagnostic['code'], message: string, at: SourceLocation, hint?: string): void {
    this.diagnostics.push({ code, severity: 'error', message, at, ...defined({ hint }) });
  }

  locate = (path: Path): SourceLocation => {
    for (let length = path.length; length > 0; length--) {
      const at = this.places.get(path.slice(0, length).join('/'));
      if (at) return at;
    }
    return { file: this.file, line: 1, column: 1, cell: GUIDE_SHEET };
  };

  private conflict(path: Path, at: SourceLocation): void {
    const message = `“${labelOf(path.map(String))}”既写了整项，又写了其中的各项。`;
    this.refuse('form-stated-twice', message, at, '只写一种：没有的，整项写“无”，其中各项空着；有的，整项空着。');
  }
}

/** A cell that stands for a whole section: amounts go into the cells of its parts. */
function wholeOfCell(cell: Cell, { kind, words }: Leaf): CellText {
  const said = textOfCell(cell, kind);
  if (said.text === undefined || words.includes(said.text)) return said;
  const allowed = words.map((word) => `“${word}”`).join('或');
  return {
    problem: `这一格写的是“${said.text}”，只能写${allowed}，或者空着。`,
    hint: '没有的，写“无”；有的，这一格空着，填在它的各项里。',
  };
}

/** A value that was read. */
interface Taken {
  readonly path: Path;
  readonly at: SourceLocation;
}

const MOST_SHOWN = 6;

/** Says which cells were taken out of hidden or filtered rows and columns: whoever looks at the sheet does not see them. */
export function hiddenCells(sheets: readonly CellSheet[], taken: readonly Taken[]): Diagnostic[] {
  const bySheet = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  const sheetAt = ({ cell = '' }: SourceLocation) => bySheet.get(cell.split('!')[0] ?? '');
  const hidden = taken.filter(({ at }) => isHidden(sheetAt(at), at.line - 1, at.column - 1));
  // Columns that the form itself hides are not the person's doing: they are filled on purpose, or by pasting over them.
  const ofForm = hidden.filter(({ path, at }) => isRare(path.map(String)) && !sheetAt(at)?.hiddenRows.has(at.line - 1));
  return [
    ...hiddenFinding(
      ofForm,
      '填报表原来隐藏的栏（上年结转、单位资金的来源等）里',
      '自己填的，不用管；粘贴时带进去的，取消隐藏列，清空那几格。',
    ),
    ...hiddenFinding(
      hidden.filter((one) => !ofForm.includes(one)),
      '隐藏的（或筛选掉的）行、列里',
      '取消隐藏和筛选看一看；不要的，删去那些行。',
    ),
  ];
}

function hiddenFinding(hidden: readonly Taken[], where: string, hint: string): Diagnostic[] {
  const [first] = hidden;
  if (!first) return [];
  const names = [...new Set(hidden.map(({ at }) => at.cell))];
  const shown = `${names.slice(0, MOST_SHOWN).join('、')}${names.length > MOST_SHOWN ? '……' : ''}`;
  const message = `有 ${names.length} 格的内容在${where}，也读入了：${shown}。`;
  return [{ code: 'import-hidden', severity: 'warning', message, at: first.at, hint }];
}

const isHidden = (sheet: CellSheet | undefined, row: number, column: number): boolean =>
  sheet !== undefined &&
  (sheet.isHidden || sheet.hiddenRows.has(row) || sheet.hiddenColumns.some(({ first, last }) => first <= column && column <= last));

const bare = (name: string): string => name.normalize('NFKC').replace(/[\s（）()、，,“”"]/g, '');

/**
 * A code as the year's list knows it. A name beside it that is another's is a slip of whoever copied the row and changed only
 * half of the cell: neither half is believed. A name alone is looked up, and its code proposed.
 */
function codeOfCell(said: CellText, list: CodeList): CellText {
  const { text = '', name } = said;
  if (name === undefined) return /\d/.test(text) || text === '' ? said : nameAlone(text, list);
  const own = list.get(text)?.name;
  if (own === undefined || isSameName(name, own)) return said;
  const codes = codesOf(name, list);
  const hint = `编码对的，名称改为“${own}”（或者不写名称）${codes.length > 0 ? `；名称对的，编码改为 ${codes.join('或 ')}` : ''}。`;
  return { problem: `编码 ${text} 是“${own}”，格子里写的名称却是“${name}”。`, hint };
}

/** A name may be cut short, or stand behind those of its 类 and 款. */
function isSameName(typed: string, own: string): boolean {
  const [one, other] = [bare(typed), bare(own)];
  return one === other || one.endsWith(other) || (one.length >= 4 && other.startsWith(one));
}

const codesOf = (name: string, list: CodeList): string[] =>
  [...list.values()].filter((entry) => bare(entry.name) === bare(name)).map(({ code }) => code);

function nameAlone(name: string, list: CodeList): CellText {
  const found = codesOf(name, list);
  const longest = Math.max(0, ...found.map((code) => code.length));
  const codes = found.filter((code) => code.length === longest);
  const hint = codes.length === 0 ? '写科目编码；名称由程序从目录里取。' : `是否为 ${codes.slice(0, 5).join('或 ')}？`;
  return { problem: `“${name}”是名称，没有写科目编码。`, hint };
}
