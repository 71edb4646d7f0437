import type { OwnDeclarations } from '../../definition/schema/own-data.js';
import type { Diagnostic, SourceLocation } from '../../diagnostics/diagnostic.js';
import type { AmountUnit } from '../../money/parse-amount.js';
import { nearestWord } from '../../plain/nearest-word.js';
import { defined } from '../../plain/objects.js';
import type { Cell, CellSheet } from '../../spreadsheet/cells.js';
import { cellName } from '../../spreadsheet/places.js';
import { type Block, blockMark, formLayout, isList, keyLabel, keySteps, type Leaf, labelOf } from '../excel/form-layout.js';
import { itemNames, type Path, placesOf, putAt, valueAt } from '../excel/form-tree.js';
import { FORM_TITLE, GUIDE_SHEET } from '../excel/guide-sheet.js';
import { type CellText, textOfCell } from './cell-text.js';
import { hiddenCells } from './hidden-cells.js';
import { isSection } from './same-value.js';

/** What a filled form says. */
export interface FormContent {
  readonly year: string;
  readonly code: string;
  readonly unit: AmountUnit;
  readonly tree: Record<string, unknown>;
  /** The cell of a path, or of the nearest part of it that has one. */
  readonly locate: (path: Path) => SourceLocation;
  /** What the workbook has no place for, as its grids were taken out: left as it is in the file. */
  readonly missing: readonly Block[];
  /** What it was read by besides the schema. */
  readonly declared: OwnDeclarations;
  readonly diagnostics: readonly Diagnostic[];
}

/** True for a workbook that `excel` wrote. */
export function isForm(sheets: readonly CellSheet[]): boolean {
  const guide = sheets.find(({ name }) => name === GUIDE_SHEET);
  return guide !== undefined && [...guide.rows.values()].some((row) => row.get(0)?.text.trim() === FORM_TITLE);
}

/** Takes a form's values out of its grids, found by their marks and the labels of rows and columns, wherever they moved. */
export function readForm(sheets: readonly CellSheet[], file: string, declared: OwnDeclarations = {}): FormContent {
  const reading = new Reading(file);
  const facts = guideFacts(sheets);
  const unit = statedUnit(sheets) ?? (facts.get('金额单位') === '万元' ? '万元' : '元');
  const missing: Block[] = [];
  for (const { name, blocks } of formLayout(unit, declared)) {
    const sheet = sheets.find((one) => one.name === name);
    for (const block of blocks) {
      const grid = sheet && findGrid(sheet, block, blocks);
      if (!sheet || !grid) missing.push(block);
      else if (isList(block)) readList(block, sheet, grid, reading);
      else readValues(block, sheet, grid, reading);
    }
  }
  const { tree, locate, taken } = reading;
  const diagnostics = [...reading.diagnostics, ...hiddenCells(sheets, taken)];
  const code = valueAt(tree, ['部门', '代码']);
  const stated = typeof code === 'string' ? code : (facts.get('部门代码') ?? '');
  return { year: facts.get('年度') ?? '', code: stated, unit, tree, locate, missing, declared, diagnostics };
}

/** What has been read so far. */
class Reading {
  readonly tree: Record<string, unknown> = {};
  readonly diagnostics: Diagnostic[] = [];
  /** Where what was read stands. */
  readonly taken: SourceLocation[] = [];
  private readonly places = new Map<string, SourceLocation>();

  constructor(private readonly file: string) {}

  at(sheet: CellSheet, row: number, column: number): SourceLocation {
    return { file: this.file, line: row + 1, column: column + 1, cell: `${sheet.name}!${cellName(row, column)}` };
  }

  put(path: Path, text: string, at: SourceLocation): void {
    const above = path.slice(0, -1).findIndex((_, index) => typeof valueAt(this.tree, path.slice(0, index + 1)) === 'string');
    if (above >= 0 || typeof valueAt(this.tree, path) === 'object') return this.conflict(path, at);
    putAt(this.tree, path, text);
    this.taken.push(at);
    this.places.set(path.join('/'), at);
    for (let length = path.length - 1; length > 0; length--) {
      const key = path.slice(0, length).join('/');
      if (!this.places.has(key)) this.places.set(key, at);
    }
  }

  /** A cell that is read, and what to say where it cannot be. */
  value(sheet: CellSheet, cell: Cell | undefined, leaf: Leaf): string | undefined {
    const { text, problem, hint }: CellText = cell ? textOfCell(cell, leaf.kind) : {};
    if (cell && problem !== undefined) this.refuse('cell-unreadable', problem, this.at(sheet, cell.row, cell.column), hint);
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

function guideFacts(sheets: readonly CellSheet[]): Map<string, string> {
  const rows = sheets.find(({ name }) => name === GUIDE_SHEET)?.rows.values() ?? [];
  return new Map([...rows].flatMap((row) => [[row.get(0)?.text.trim() ?? '', row.get(1)?.text.trim() ?? '']]));
}

/** The unit that the form itself states, before its amounts are read. */
function statedUnit(sheets: readonly CellSheet[]): AmountUnit | undefined {
  const rows = sheets.find(({ name }) => name === '基本信息')?.rows.values() ?? [];
  const stated = [...rows]
    .find((row) => row.get(0)?.text.trim() === '金额单位')
    ?.get(1)
    ?.text.trim();
  return stated === '元' || stated === '万元' ? stated : undefined;
}

/** The rows of a grid, from under its mark to the next one. */
interface Grid {
  readonly first: number;
  readonly last: number;
}

function findGrid({ rows }: CellSheet, block: Block, blocks: readonly Block[]): Grid | undefined {
  const marks = new Set(blocks.map(blockMark));
  const numbers = [...rows.keys()].sort((a, b) => a - b);
  const start = numbers.find((row) => rows.get(row)?.get(0)?.text.trim() === blockMark(block));
  if (start === undefined) return undefined;
  const next = numbers.find((row) => row > start && marks.has(rows.get(row)?.get(0)?.text.trim() ?? ''));
  return { first: start + 1, last: (next ?? (numbers.at(-1) ?? start) + 1) - 1 };
}

const rowsOfGrid = ({ rows }: CellSheet, { first, last }: Grid) =>
  [...rows.keys()]
    .filter((row) => row >= first && row <= last)
    .sort((a, b) => a - b)
    .map((row) => [row, rows.get(row) ?? new Map<number, Cell>()] as const);

function readValues({ leaves, open }: Block, sheet: CellSheet, grid: Grid, reading: Reading): void {
  const known = new Map(leaves.map((leaf) => [labelOf(leaf.path), leaf]));
  for (const [row, cells] of rowsOfGrid(sheet, grid)) {
    const label = cells.get(0)?.text.trim().replaceAll('/', '／') ?? '';
    if (label === '项目' && cells.get(1)?.text.trim() === '填写') continue;
    const leaf = known.get(label) ?? openLeaf(label, open);
    const value = cells.get(1);
    if (!leaf) {
      if (value) unknownLabel(label, [...known.keys()], reading.at(sheet, row, 0), reading);
      continue;
    }
    const text = reading.value(sheet, value, leaf);
    if (text !== undefined && value) reading.put(leaf.path, text, reading.at(sheet, row, value.column));
  }
}

/** A key that the schema does not name, in a section that takes such. */
function openLeaf(label: string, open: readonly (readonly string[])[]): Leaf | undefined {
  const section = open.find((path) => label.startsWith(`${labelOf(path)}／`) && label.length > labelOf(path).length + 1);
  if (!section) return undefined;
  const key = label.slice(labelOf(section).length + 1).trim();
  return { path: [...section, key], kind: 'number', words: [], note: '' };
}

function unknownLabel(label: string, known: readonly string[], at: SourceLocation, reading: Reading): void {
  const near = nearestWord(label, known);
  const message = label === '' || label.endsWith('／') ? '这一行填了内容，左边却没有写是什么。' : `不认识“${label}”。`;
  reading.refuse('form-label-unknown', message, at, near === undefined ? '左边一列照原样保留；新加的写在“／”后面。' : `是否为“${near}”？`);
}

/** Rows that may stand between a grid's mark and its header. */
const HEADER_WITHIN = 6;

function readList(block: Block, sheet: CellSheet, grid: Grid, reading: Reading): void {
  const keys = keySteps(block);
  const labels = [...keys.map((step) => keyLabel(block, step)), ...block.leaves.map(({ path }) => labelOf(path) || '内容')];
  const rows = rowsOfGrid(sheet, grid);
  const isHeader = (cells: ReadonlyMap<number, Cell>) =>
    labels.filter((label) => [...cells.values()].some((cell) => cell.text.trim() === label)).length * 2 >= labels.length;
  const header = rows.find(([row, cells]) => row < grid.first + HEADER_WITHIN && isHeader(cells));
  const mark = reading.at(sheet, grid.first - 1, 0);
  if (!header)
    return reading.refuse('form-header-missing', `“${blockMark(block)}”下面没有表头。`, mark, '重新生成填报表，把内容复制过去。');
  const columns = new Map([...header[1].values()].map((cell) => [cell.text.trim(), cell.column]));
  const absent = labels.filter((label) => !columns.has(label));
  if (absent.length > 0)
    return reading.refuse(
      'form-column-missing',
      `“${blockMark(block)}”缺少“${absent.join('”“')}”${absent.length > 1 ? '这些栏' : '这一栏'}。`,
      mark,
      '不用的栏空着，不要删去；照原样补上表头。',
    );
  reportStray(block, labels, columns, header[1], reading, sheet);
  const leafColumns = block.leaves.map((leaf) => [leaf, columns.get(labelOf(leaf.path) || '内容') ?? -1] as const);
  for (const [row, cells] of rows) {
    if (row <= header[0] || isHeader(cells)) continue;
    const values = leafColumns.flatMap(([leaf, column]) => {
      const text = reading.value(sheet, cells.get(column), leaf);
      return text === undefined ? [] : [{ leaf, text, at: reading.at(sheet, row, column) }];
    });
    const outside = [...cells.values()].find(({ column }) => ![...columns.values()].includes(column));
    if (outside)
      reading.refuse(
        'form-cell-outside',
        `这里的“${outside.text.trim()}”不在任何一栏里。`,
        reading.at(sheet, row, outside.column),
        '移到有表头的栏里，或者删去。',
      );
    if (values.length === 0) continue;
    const place = placeOfRow(
      block,
      keys,
      keys.map((step) => cells.get(columns.get(keyLabel(block, step)) ?? -1)?.text.trim() ?? ''),
      reading,
    );
    if (typeof place === 'string')
      reading.refuse('form-owner-unknown', place, reading.at(sheet, row, 0), '照“项目”里的名称写；同名的写“第几项”。');
    else for (const { leaf, text, at } of values) reading.put([...place, ...leaf.path], text, at);
  }
}

function reportStray(
  block: Block,
  labels: readonly string[],
  columns: ReadonlyMap<string, number>,
  header: ReadonlyMap<number, Cell>,
  reading: Reading,
  sheet: CellSheet,
): void {
  for (const [label, column] of columns) {
    if (labels.includes(label)) continue;
    const [row = 0] = [...header.values()].map((cell) => cell.row);
    const near = nearestWord(label, labels);
    reading.refuse(
      'form-column-unknown',
      `“${blockMark(block)}”里没有“${label}”这一栏。`,
      reading.at(sheet, row, column),
      near === undefined ? '删去这一栏。' : `是否为“${near}”？`,
    );
  }
}

/** Where a row's item goes: after those of its list that were read before; or why it has no place. */
function placeOfRow(block: Block, keys: readonly number[], said: readonly string[], reading: Reading): Path | string {
  const place: (string | number)[] = [];
  for (const [index, step] of block.path.entries()) {
    const key = keys.indexOf(index);
    if (step !== '*' && step !== '?') place.push(step);
    else if (key < 0) place.push(listLength(reading.tree, place));
    else if (said[key] === '') return `没有写“${keyLabel(block, index)}”。`;
    else if (step === '?') place.push(said[key] ?? '');
    else {
      const item = itemNames(reading.tree, place).indexOf(said[key] ?? '');
      if (item < 0) return `“${place.join('／')}”里没有“${said[key]}”。`;
      place.push(item);
    }
  }
  return place;
}

const listLength = (tree: unknown, list: Path): number => {
  const value = valueAt(tree, list);
  return Array.isArray(value) ? value.length : 0;
};

/** The parts of a file that a workbook without some grids says nothing of, put into what it says. */
export function keepMissing({ tree, missing, declared }: FormContent, before: unknown): Record<string, unknown> {
  for (const block of missing)
    for (const place of placesOf(before, block.path))
      for (const { path } of block.leaves) {
        const value = valueAt(before, [...place, ...path]);
        if (typeof value === 'string') putAt(tree, [...place, ...path], value);
      }
  return { ...tree, ...keepUndeclared(tree, before, declared) };
}

/** What a file says of lists and fields that its profile does not ask for, so that the form has no place for them. */
function keepUndeclared(tree: Record<string, unknown>, before: unknown, declared: OwnDeclarations): Record<string, unknown> {
  return Object.fromEntries(
    (['自有数据', '明细'] as const).flatMap((section) => {
      const stated = valueAt(before, [section]);
      const read = tree[section];
      if (!isSection(stated)) return [];
      const others = Object.entries(stated).filter(([name]) => !Object.hasOwn(declared[section] ?? {}, name));
      return others.length === 0 ? [] : [[section, { ...(isSection(read) ? read : {}), ...Object.fromEntries(others) }]];
    }),
  );
}
