import { nearestWord } from '../../plain/nearest-word.js';
import { type Cell, type CellSheet, cellName } from '../../spreadsheet/cells.js';
import { type Block, blockMark, keyLabel, keySteps, type Leaf, labelOf } from '../excel/form-layout.js';
import { itemNames, type Path, valueAt } from '../excel/form-tree.js';
import { codesOfLeaf } from '../excel/offered-codes.js';
import { isSumLabel, type Known, levelsAt, type Row } from './read-values.js';
import type { Reading } from './reading.js';

/** Rows that may stand between a grid's mark and its header. */
const HEADER_WITHIN = 6;

const labelsOfBlock = (block: Block): string[] => [
  ...keySteps(block).map((step) => keyLabel(block, step)),
  ...block.leaves.map(({ path }) => labelOf(path) || '内容'),
];

/** Half of the labels of a grid: its header, whatever was done to the others. */
export function isHeaderOf(block: Block, cells: ReadonlyMap<number, Cell>): boolean {
  const labels = labelsOfBlock(block);
  return labels.filter((label) => [...cells.values()].some((cell) => cell.text.trim() === label)).length * 2 >= labels.length;
}

/** Reads the items of a list, a row each. */
export function readList(block: Block, sheet: CellSheet, rows: readonly Row[], reading: Reading, known: Known): void {
  const top = rows[0]?.[0] ?? 0;
  const header = rows.find(([row, cells]) => row < top + HEADER_WITHIN && isHeaderOf(block, cells));
  const mark = reading.at(sheet, Math.max(0, top - 1), 0);
  if (!header)
    return reading.refuse('form-header-missing', `“${blockMark(block)}”下面没有表头。`, mark, '重新生成填报表，把内容复制过去。');
  const columns = columnsOf(block, sheet, header, reading);
  if (!columns) return;
  const list = new ListReading(block, sheet, columns, reading, known);
  for (const [row, cells] of rows) if (row > header[0] && !isHeaderOf(block, cells)) list.row(row, cells);
  list.unplaced.report(sheet, reading);
}

/** Where each label of the header stands; nothing where one is not there. */
function columnsOf(block: Block, sheet: CellSheet, [row, header]: Row, reading: Reading): ReadonlyMap<string, number> | undefined {
  const labels = labelsOfBlock(block);
  const columns = new Map([...header.values()].map((cell) => [cell.text.trim(), cell.column]));
  const absent = labels.filter((label) => !columns.has(label));
  if (absent.length > 0) {
    const message = `“${blockMark(block)}”缺少“${absent.join('”“')}”${absent.length > 1 ? '这些栏' : '这一栏'}。`;
    reading.refuse('form-column-missing', message, reading.at(sheet, row, 0), '不用的栏空着，不要删去；照原样补上表头。');
    return undefined;
  }
  for (const [label, column] of columns) {
    if (labels.includes(label)) continue;
    const near = nearestWord(label, labels);
    const hint = near === undefined ? '删去这一栏；备注写到表格以外。' : `是否为“${near}”？`;
    reading.refuse('form-column-unknown', `“${blockMark(block)}”里没有“${label}”这一栏。`, reading.at(sheet, row, column), hint);
  }
  return columns;
}

class ListReading {
  readonly unplaced = new Unplaced();
  private readonly keys: readonly number[];
  private readonly leafColumns: readonly (readonly [leaf: Leaf, column: number])[];
  private readonly hasSums: boolean;

  constructor(
    private readonly block: Block,
    private readonly sheet: CellSheet,
    private readonly columns: ReadonlyMap<string, number>,
    private readonly reading: Reading,
    private readonly known: Known,
  ) {
    this.keys = keySteps(block);
    this.leafColumns = block.leaves.map((leaf) => [leaf, columns.get(labelOf(leaf.path) || '内容') ?? -1] as const);
    this.hasSums = block.leaves.some(({ kind }) => kind === 'number');
  }

  row(row: number, cells: ReadonlyMap<number, Cell>): void {
    const strange = this.hasSums ? strangeRow(cells) : undefined;
    if (strange) return this.refuse(row, strange.column, strange.message, '删去这一行。');
    const values = this.leafColumns.flatMap(([leaf, column]) => {
      const text = this.reading.value(this.sheet, cells.get(column), leaf, codesOfLeaf(this.block, leaf, this.known.classifications));
      return text === undefined ? [] : [{ leaf, text, at: this.reading.at(this.sheet, row, column) }];
    });
    const outside = [...cells.values()].find(({ column }) => ![...this.columns.values()].includes(column));
    if (outside)
      this.refuse(row, outside.column, `这里的“${outside.text.trim()}”不在任何一栏里。`, '移到有表头的栏里，或者删去；备注写到表格以外。');
    if (values.length === 0) return;
    const place = this.place(row);
    if (place) for (const { leaf, text, at } of values) this.reading.put([...place, ...leaf.path], text, at);
  }

  private refuse(row: number, column: number, message: string, hint: string): void {
    this.reading.refuse('form-cell-outside', message, this.reading.at(this.sheet, row, column), hint);
  }

  /** Where a row's item goes: after those of its list that were read before; nothing where it has no place, which is told once for many rows. */
  private place(row: number): Path | undefined {
    const place: (string | number)[] = [];
    for (const [step, name] of this.block.path.entries()) {
      const key = this.keys.indexOf(step);
      const next = name !== '*' && name !== '?' ? name : key < 0 ? this.length(place) : this.key(row, step, place);
      if (next === undefined) return undefined;
      place.push(next);
    }
    return place;
  }

  private length(list: Path): number {
    const value = valueAt(this.reading.tree, list);
    return Array.isArray(value) ? value.length : 0;
  }

  /** What a row says of what it lies in. */
  private key(row: number, step: number, place: Path): string | number | undefined {
    const label = keyLabel(this.block, step);
    const column = this.columns.get(label) ?? -1;
    const said = this.said(row, column);
    const allowed = this.block.path[step] === '*' ? itemNames(this.reading.tree, place) : levelsAt(this.known.indicators, place);
    const at = { row, column };
    if (said === '') return this.unplaced.add({ ...at, message: `没有写“${label}”`, hint: blankHint(allowed) });
    if (this.block.path[step] === '?' && (allowed.length === 0 || allowed.includes(said))) return said;
    const item = this.block.path[step] === '*' ? allowed.indexOf(said) : -1;
    if (item >= 0) return item;
    const near = nearestWord(said, allowed);
    const message = this.block.path[step] === '*' ? `“${place.join('／')}”里没有“${said}”` : `“${label}”里没有“${said}”`;
    return this.unplaced.add({ ...at, message, hint: near === undefined ? choicesHint(allowed) : `是否为“${near}”？` });
  }

  /** Cells that are merged downwards say the same for every row. */
  private said(row: number, column: number): string {
    const text = this.sheet.rows.get(row)?.get(column)?.text.trim() ?? '';
    if (text !== '') return text;
    const merge = this.sheet.merges.find(({ top, left, bottom }) => left === column && top <= row && row <= bottom);
    return (merge && this.sheet.rows.get(merge.top)?.get(merge.left)?.text.trim()) ?? '';
  }
}

const choicesHint = (allowed: readonly string[]): string =>
  allowed.length === 0 ? '先在“项目”里写上名称。' : `可以写：${allowed.slice(0, 12).join('、')}${allowed.length > 12 ? '……' : ''}。`;

const blankHint = (allowed: readonly string[]): string =>
  `每一行都要写：从上一格往下填充（选中以后按 Ctrl+D），或者把上下几格合并。${allowed.length > 0 ? choicesHint(allowed) : ''}`;

/** Rows that people add below a table by themselves. */
function strangeRow(cells: ReadonlyMap<number, Cell>): { readonly column: number; readonly message: string } | undefined {
  const [first] = [...cells.values()].sort((a, b) => a.column - b.column);
  const text = first?.text.trim() ?? '';
  if (first && isSumLabel(text)) return { column: first.column, message: `“${text}”不用写：表头上面灰色的一行会自动合计。` };
  if (first && /^(?:附?注|备注|说明)\s*[:：]/.test(text)) return { column: first.column, message: '备注不要写在表里。' };
  return undefined;
}

interface Cause {
  readonly row: number;
  readonly column: number;
  readonly message: string;
  readonly hint: string;
}

/** Rows that have no place, told once for each cause: thirty rows below a name that was typed once are one slip. */
class Unplaced {
  private readonly causes = new Map<string, Cause[]>();

  add(cause: Cause): undefined {
    const same = this.causes.get(cause.message) ?? [];
    this.causes.set(cause.message, [...same, cause]);
    return undefined;
  }

  report(sheet: CellSheet, reading: Reading): void {
    for (const [message, causes] of this.causes) {
      const [first] = causes;
      if (!first) continue;
      const where = causes.length === 1 ? '' : `（${rangesOf(causes).join('、')}，共 ${causes.length} 行）`;
      reading.refuse('form-owner-unknown', `${message}${where}。`, reading.at(sheet, first.row, first.column), first.hint);
    }
  }
}

/** A39:A44, A46: rows that follow one another are one range. */
function rangesOf(causes: readonly Cause[]): string[] {
  const ranges: { first: Cause; last: Cause }[] = [];
  for (const cause of causes) {
    const range = ranges.at(-1);
    if (range && range.last.row + 1 === cause.row && range.last.column === cause.column) range.last = cause;
    else ranges.push({ first: cause, last: cause });
  }
  return ranges.map(({ first, last }) => {
    const [from, to] = [cellName(first.row, first.column), cellName(last.row, last.column)];
    return from === to ? from : `${from}:${to}`;
  });
}
