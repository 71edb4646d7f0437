import type { CodeList } from '../../definition/classifications.js';
import type { Diagnostic, SourceLocation } from '../../diagnostics/diagnostic.js';
import { defined } from '../../plain/objects.js';
import type { Cell, CellSheet } from '../../spreadsheet/cells.js';
import { cellName } from '../../spreadsheet/places.js';
import { type Leaf, labelOf } from '../excel/form-layout.js';
import { type Path, putAt, valueAt } from '../excel/form-tree.js';
import { GUIDE_SHEET } from '../excel/guide-sheet.js';
import { type CellText, textOfCell } from './cell-text.js';
import { codeOfCell } from './code-of-cell.js';
import type { Taken } from './hidden-cells.js';

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
