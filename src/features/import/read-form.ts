import type { OwnDeclarations } from '../../definition/schema/own-data.js';
import type { Diagnostic, SourceLocation } from '../../diagnostics/diagnostic.js';
import type { AmountUnit } from '../../money/units.js';
import type { Cell, CellSheet } from '../../spreadsheet/cells.js';
import { BALANCE_SHEET } from '../excel/balance-sheet.js';
import { type Block, blockMark, type FormSheet, formLayout, isList } from '../excel/form-layout.js';
import { type Path, placesOf, putAt, valueAt } from '../excel/form-tree.js';
import { CODE_SHEET } from '../excel/form-workbook.js';
import { FACTS, FORM_TITLE } from '../excel/guide-sheet.js';
import { isSection } from './differences.js';
import { isHeaderOf, readList } from './read-list.js';
import { type Known, type Row, readValues, saysLabels } from './read-values.js';
import { hiddenCells, Reading } from './reading.js';

/** What a filled form says. */
export interface FormContent {
  readonly year: string;
  readonly code: string;
  readonly unit: AmountUnit;
  readonly tree: Record<string, unknown>;
  /** Whose the form was when it was written. */
  readonly madeFor: { readonly code: string; readonly name: string };
  /** The cell of a path, or of the nearest part of it that has one. */
  readonly locate: (path: Path) => SourceLocation;
  /** What the workbook has no place for, as its grids were taken out: left as it is in the file. */
  readonly missing: readonly Block[];
  /** What it was read by besides the schema. */
  readonly declared: OwnDeclarations;
  readonly diagnostics: readonly Diagnostic[];
}

/** The sheet by which a form is known, whatever it is called now. */
const guideOf = (sheets: readonly CellSheet[]): CellSheet | undefined =>
  sheets.find(({ rows }) => [...rows.values()].some((row) => row.get(0)?.text.trim() === FORM_TITLE));

/** True for a workbook that `excel` wrote. */
export const isForm = (sheets: readonly CellSheet[]): boolean => guideOf(sheets) !== undefined;

/** Takes a form's values out of its grids, found by their marks and the labels of rows and columns, wherever they moved. */
export function readForm(sheets: readonly CellSheet[], file: string, declared: OwnDeclarations = {}, known: Known = {}): FormContent {
  const reading = new Reading(file, sheets);
  const guide = guideOf(sheets);
  const facts = guideFacts(guide);
  const unit = statedUnit(sheets) ?? (facts.get(FACTS.unit) === '万元' ? '万元' : '元');
  const missing: Block[] = [];
  const used = new Set(guide && [guide]);
  for (const one of formLayout(unit, declared)) {
    const sheet = sheetOf(one, sheets, reading, missing);
    if (!sheet) continue;
    used.add(sheet);
    for (const block of one.blocks) if (!readBlock(block, sheet, one.blocks, reading, known)) missing.push(block);
  }
  const { tree, locate, taken } = reading;
  const diagnostics = [...reading.diagnostics, ...hiddenCells(sheets, taken), ...notRead(sheets, used, reading)];
  const code = valueAt(tree, ['部门', '代码']);
  const madeFor = { code: facts.get(FACTS.code) ?? '', name: facts.get(FACTS.name) ?? '' };
  const stated = typeof code === 'string' ? code : madeFor.code;
  return { year: facts.get(FACTS.year) ?? '', code: stated, unit, tree, madeFor, locate, missing, declared, diagnostics };
}

/** The sheet that carries one of the form; where there is none, why not. */
function sheetOf(one: FormSheet, sheets: readonly CellSheet[], reading: Reading, missing: Block[]): CellSheet | undefined {
  const found = findSheet(sheets, one);
  if (found.is === 'found') return found.sheet;
  if (found.is === 'absent') missing.push(...one.blocks);
  else if (found.is === 'unmarked') {
    const marks = one.blocks.map((block) => `“${blockMark(block)}”`).join('、');
    const message = `工作表“${found.sheet.name}”的第一列里没有${marks}，不知道内容从哪里开始，没有读入。`;
    reading.refuse(
      'form-header-missing',
      message,
      reading.at(found.sheet, 0, 0),
      '照原样补上（第一列、表的上面一行）；或者重新生成填报表，把内容复制过去。',
    );
  } else {
    const names = found.sheets.map(({ name }) => `“${name}”`).join('、');
    const [first] = found.sheets;
    const message = `“${one.name}”有 ${found.sheets.length} 张工作表（${names}），内容不同，不知道以哪一张为准。`;
    if (first) reading.refuse('form-sheet-twice', message, reading.at(first, 0, 0), '留下一张，别的删去，或者移到另一个工作簿里。');
  }
  return undefined;
}

/** False where the sheet has no such grid. One whose mark is gone while its header is there was not taken out. */
function readBlock(block: Block, sheet: CellSheet, blocks: readonly Block[], reading: Reading, known: Known): boolean {
  const rows = rowsUnder(sheet, block, blocks);
  if (rows && isList(block)) readList(block, sheet, rows, reading, known);
  else if (rows) readValues(block, sheet, rows, reading);
  if (rows) return true;
  const left = [...sheet.rows].find(([, cells]) =>
    isList(block) ? block.leaves.length > 1 && isHeaderOf(block, cells) : saysLabels(block, cells),
  );
  if (!left) return false;
  const message = `没有“${blockMark(block)}”这一行，它下面的内容没有读入。`;
  reading.refuse('form-header-missing', message, reading.at(sheet, left[0], 0), '在表头上面一行的第一列照原样补上。');
  return true;
}

function guideFacts(guide: CellSheet | undefined): Map<string, string> {
  return new Map([...(guide?.rows.values() ?? [])].flatMap((row) => [[row.get(0)?.text.trim() ?? '', row.get(1)?.text.trim() ?? '']]));
}

/** The unit that the form itself states, before its amounts are read. */
function statedUnit(sheets: readonly CellSheet[]): AmountUnit | undefined {
  const [sheet] = formLayout('元');
  const found = sheet && findSheet(sheets, sheet);
  const rows = found?.is === 'found' ? found.sheet.rows.values() : [];
  const row = [...rows].find((one) => one.get(0)?.text.trim() === '金额单位');
  const stated = row?.get(1)?.text.trim();
  return stated === '元' || stated === '万元' ? stated : undefined;
}

/** The rows of a grid, from under its mark to the next one; nothing where it has no mark. */
function rowsUnder({ rows }: CellSheet, block: Block, blocks: readonly Block[]): Row[] | undefined {
  const marks = new Set(blocks.map(blockMark));
  const numbers = [...rows.keys()].sort((a, b) => a - b);
  const start = numbers.find((row) => rows.get(row)?.get(0)?.text.trim() === blockMark(block));
  if (start === undefined) return undefined;
  const next = numbers.find((row) => row > start && marks.has(rows.get(row)?.get(0)?.text.trim() ?? '')) ?? Number.POSITIVE_INFINITY;
  return numbers.filter((row) => row > start && row < next).map((row) => [row, rows.get(row) ?? new Map()]);
}

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

/** A sheet of the form in a workbook. */
type FoundSheet =
  | { readonly is: 'found'; readonly sheet: CellSheet }
  | { readonly is: 'absent' }
  /** A sheet of that name without the marks by which its grids are known. */
  | { readonly is: 'unmarked'; readonly sheet: CellSheet }
  | { readonly is: 'several'; readonly sheets: readonly CellSheet[] };

const has = (sheet: CellSheet, block: Block): boolean =>
  [...sheet.rows.values()].some((row) => row.get(0)?.text.trim() === blockMark(block));

/** Finds a sheet by the marks over its grids, whatever it is called now; copies of one that say the same are one. */
function findSheet(sheets: readonly CellSheet[], { name, blocks }: FormSheet): FoundSheet {
  const marked = sheets.filter((sheet) => blocks.some((block) => has(sheet, block)));
  const [first = sheets.find((sheet) => sheet.name === name && sheet.rows.size > 0)] = marked;
  if (!first) return { is: 'absent' };
  if (marked.length === 0) return { is: 'unmarked', sheet: first };
  const own = marked.find((sheet) => sheet.name === name) ?? first;
  return marked.every((sheet) => saysTheSame(sheet, own)) ? { is: 'found', sheet: own } : { is: 'several', sheets: marked };
}

function saysTheSame(one: CellSheet, other: CellSheet): boolean {
  const [mine, theirs] = [one, other].map(({ rows }) => JSON.stringify([...rows].map(([row, cells]) => [row, [...cells].map(textAt)])));
  return mine === theirs;
}

const textAt = ([column, { text }]: [number, Cell]) => [column, text];

const MOST_SHOWN = 8;

/** Says what a workbook holds besides the form: notes beside a grid, comments, and sheets of the person's own. */
function notRead(sheets: readonly CellSheet[], used: ReadonlySet<CellSheet>, { beside }: Reading): Diagnostic[] {
  const own = sheets.filter((sheet) => !used.has(sheet) && sheet.rows.size > 0 && ![BALANCE_SHEET, CODE_SHEET].includes(sheet.name));
  const comments = sheets.reduce((count, sheet) => count + (sheet.comments ?? 0), 0);
  const parts = [
    ...own.map(({ name }) => `工作表“${name}”`),
    ...beside.map(({ at, text }) => `${at.cell ?? ''}“${text.trim()}”`),
    ...(comments > 0 ? [`${comments} 个批注`] : []),
  ];
  if (parts.length === 0) return [];
  const more = parts.length > MOST_SHOWN ? `等 ${parts.length} 处` : '';
  const message = `没有读入的：${parts.slice(0, MOST_SHOWN).join('、')}${more}。`;
  const [at] = beside.map((one) => one.at);
  return [
    {
      code: 'form-not-read',
      severity: 'warning',
      message,
      ...(at && { at }),
      hint: '自己的备注、底稿，不用管；应当公开的，填到浅黄色的格子里。',
    },
  ];
}
