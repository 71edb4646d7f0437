import { EXAMPLE_DUTY } from '../../definition/carried-over-words.js';
import type { Classifications, CodeList } from '../../definition/classifications.js';
import type { OwnDeclarations } from '../../definition/schema/own-data.js';
import { INDICATORS } from '../../definition/schema/project.js';
import type { AmountUnit } from '../../money/units.js';
import { columnLetters } from '../../spreadsheet/cells.js';
import type { CellStyle, Offer, PrintSetup, Sheet, SheetCell, SheetColumn, SheetRow, Workbook } from '../../writers/xlsx/workbook.js';
import { type Amounts, balanceSheet } from './balance-sheet.js';
import {
  type Block,
  blockMark,
  type FormSheet,
  formLayout,
  isList,
  isRare,
  keyLabel,
  keySteps,
  type Leaf,
  labelOf,
} from './form-layout.js';
import { itemNames, type Path, placesOf, valueAt } from './form-tree.js';
import { guideSheet } from './guide-sheet.js';
import { LOOK } from './looks.js';
import { CODE_LISTS, type CodeListName, offeredFor } from './offered-codes.js';
import type { IndicatorLevels } from './profile-asks.js';

/** What a form is made of. */
export interface FormInput {
  /** The department's file as typed. */
  readonly tree: unknown;
  readonly unit: AmountUnit;
  readonly year: string;
  readonly code: string;
  readonly name: string;
  readonly classifications?: Classifications | undefined;
  /** What the department's profile asks for besides. */
  readonly declared?: OwnDeclarations | undefined;
  readonly indicators?: IndicatorLevels | undefined;
}

export const CODE_SHEET = '代码';

/** A number's cell says in its note which words it may be: offering nothing else would question every number. */
const offersWords = ({ kind, words }: Leaf): boolean => words.length > 0 && kind !== 'number';

/** The form of a department, filled in with what its file says. */
export function formWorkbook(input: FormInput): Workbook {
  const codes = codeLists(input.classifications);
  const amounts: Amounts = [];
  const lists = new Map<string, string>();
  const sheets = formLayout(input.unit, input.declared).map((sheet) => formSheet(sheet, input, codes, amounts, lists));
  return {
    title: `${input.name}${input.year}年部门预算填报表`,
    author: input.name,
    // The examples stand in a folder that is no year; a workbook whose date is none is taken for damaged.
    date: `${/^\d{4}$/.test(input.year) ? input.year : '2000'}-01-01`,
    sheets: [guideSheet(input, sheets), ...sheets, balanceSheet(amounts, input.unit, unitPlaceOn(sheets)), codes.sheet],
  };
}

/** The cell that says the unit, as it is chosen now. */
function unitPlaceOn(sheets: readonly Sheet[]): string | undefined {
  for (const { name, rows } of sheets) {
    const row = rows.findIndex(
      ({ cells: [first] }) => first?.value !== undefined && 'text' in first.value && first.value.text === '金额单位',
    );
    if (row >= 0) return `${name}!$B$${row + 1}`;
  }
  return undefined;
}

/** The code lists on a sheet of their own, from which cells offer them. */
function codeLists(lists: Classifications | undefined): Codes {
  const entries = CODE_LISTS.map((list) => (lists ? labelsOf(lists[list]) : []));
  const height = Math.max(0, ...entries.map((one) => one.length));
  const rows = Array.from(
    { length: height },
    (_, row): SheetRow => ({
      cells: entries.flatMap((one, column) => (one[row] === undefined ? [] : [{ column, value: { text: one[row] }, style: LOOK.note }])),
    }),
  );
  const columns = CODE_LISTS.map(() => ({ width: 220 }));
  return { sheet: { name: CODE_SHEET, isHidden: true, columns, rows, print: { orientation: 'portrait' } }, lists };
}

interface Codes {
  readonly sheet: Sheet;
  readonly lists: Classifications | undefined;
}

const labelsOf = (list: CodeList): string[] => [...list.values()].map(({ code, name }) => `${code} ${name}`);

/** Characters that a column shows in a line. */
const LONG_TEXT = 30;

/** A sheet while it is filled, row by row. */
class Filling {
  readonly rows: SheetRow[] = [];
  readonly offers: Offer[] = [];
  readonly alarms: { readonly range: string; readonly formula: string }[] = [];
  width = 1;
  /** Columns that few departments need and this one does not use. */
  readonly rare = new Set<number>();

  constructor(
    readonly sheet: string,
    readonly input: FormInput,
    readonly codes: Codes,
    readonly amounts: Amounts,
    /** Where the names of the items of lists stand, by their places. */
    readonly lists: Map<string, string>,
  ) {}

  /** A row whose text is long is left to the program that shows it: that knows how high it must be. */
  add(cells: readonly SheetCell[], height = 20): void {
    const isLong = cells.some(({ value }) => value !== undefined && 'text' in value && [...value.text].length > LONG_TEXT);
    this.rows.push({ cells, ...(!isLong && { height }) });
    this.width = Math.max(this.width, ...cells.map(({ column }) => column + 1));
  }
}

/** What a grid of values takes: what it is, what is filled in, how. */
const VALUE_COLUMNS = 3;

function formSheet({ name, blocks }: FormSheet, input: FormInput, codes: Codes, amounts: Amounts, lists: Map<string, string>): Sheet {
  const filling = new Filling(name, input, codes, amounts, lists);
  for (const block of blocks) {
    filling.add([{ column: 0, value: { text: blockMark(block) }, style: LOOK.mark }], 24);
    if (isList(block)) fillList(block, filling);
    else fillValues(block, filling);
    filling.add([]);
  }
  const [first] = blocks;
  const isTable = first !== undefined && isList(first);
  const hasOneList = blocks.filter(isList).length === 1;
  const columns = Array.from({ length: filling.width }, (_, column) => ({
    width: isTable ? (column === 0 ? 210 : 105) : ([230, 260, 380][column] ?? 105),
    isHidden: hasOneList && filling.rare.has(column) && (isTable || column >= VALUE_COLUMNS),
    style: LOOK.beyond,
  }));
  return {
    name,
    columns,
    beyond: LOOK.beyond,
    alarms: filling.alarms,
    rows: filling.rows,
    offers: filling.offers,
    isProtected: true,
    frozen: isTable ? { rows: 3, columns: 1 } : { rows: 1, columns: 1 },
    print: printOf(columns, isTable),
  };
}

/** What an A4 page on its side has beside its margins, in points; a smaller scale than this is not read on paper. */
const PAGE_WIDTH = 755;
const SMALLEST_SCALE = 0.65;

function printOf(columns: readonly SheetColumn[], isTable: boolean): PrintSetup {
  const width = columns.reduce((sum, column) => sum + (column.isHidden ? 0 : column.width), 0);
  const pagesWide = Math.max(1, Math.ceil((width * SMALLEST_SCALE) / PAGE_WIDTH));
  if (!isTable) return { orientation: 'landscape', pagesWide };
  return { orientation: 'landscape', pagesWide, titleRows: [1, 3], ...(pagesWide > 1 && { titleColumns: 1 }) };
}

/** Rows to be filled in below what is there. */
const EMPTY_ROWS = 30;
const EMPTY_KEYS = 8;

function fillValues({ leaves, open }: Block, filling: Filling): void {
  const { tree } = filling.input;
  filling.add(['项目', '填写', '说明'].map((text, column) => ({ column, value: { text }, style: LOOK.head })));
  for (const leaf of leaves) fillValue(labelOf(leaf.path), leaf, leaf.path, filling, false);
  for (const section of open) {
    const listed = new Set(leaves.map(({ path }) => labelOf(path)));
    const value = valueAt(tree, section);
    const keys = value !== null && typeof value === 'object' ? Object.keys(value) : [];
    const others = keys.map((key) => [...section, key]).filter((path) => !listed.has(labelOf(path)));
    const leaf: Leaf = {
      path: section,
      kind: 'number',
      words: [],
      note: `“${labelOf(section)}”里别的：在左边“／”后面写名称，在这里填写。`,
    };
    for (const path of others) fillValue(labelOf(path), leaf, path, filling, true);
    for (let count = 0; count < EMPTY_KEYS; count++) fillValue(`${labelOf(section)}／`, leaf, undefined, filling, true);
  }
}

function fillValue(label: string, leaf: Leaf, path: Path | undefined, filling: Filling, isOpen: boolean): void {
  const row = filling.rows.length;
  const value = path && valueAt(filling.input.tree, path);
  filling.add([
    { column: 0, value: { text: label }, style: isOpen ? LOOK.openLabel : LOOK.label },
    valueCell(1, leaf, typeof value === 'string' ? value : undefined, filling.codes),
    { column: 2, value: { text: leaf.note }, style: LOOK.note },
  ]);
  if (path && leaf.kind === 'number') filling.amounts.push({ path: leaf.path, sheet: filling.sheet, first: row, last: row, column: 1 });
  if (offersWords(leaf)) filling.offers.push({ range: `B${row + 1}`, values: leaf.words });
  // Another unit than the amounts were written in: each of them must follow.
  if (label === '金额单位') filling.alarms.push({ range: `B${row + 1}`, formula: `B${row + 1}<>"${filling.input.unit}"` });
}

function fillList(block: Block, filling: Filling): void {
  const { tree } = filling.input;
  const places = placesOf(tree, block.path);
  const keys = keySteps(block);
  const first = filling.rows.length + 2;
  const last = first + places.length + EMPTY_ROWS - 1;
  const column = (leaf: number) => keys.length + leaf;
  const sums = block.leaves.map(({ kind }, leaf): SheetCell[] => {
    const range = columnRange(column(leaf), first, last);
    return kind === 'number' ? [{ column: column(leaf), value: { formula: `SUM(${range})` }, style: LOOK.sum }] : [];
  });
  for (const [index, { path }] of block.leaves.entries())
    if (isRare(path) && places.every((place) => valueAt(tree, [...place, ...path]) === undefined)) filling.rare.add(column(index));
  const hasSums = sums.some((one) => one.length > 0);
  filling.add([{ column: 0, value: { text: hasSums ? '合计' : '' }, style: LOOK.label }, ...sums.flat().filter((cell) => cell.column > 0)]);
  const labels = [...keys.map((step) => keyLabel(block, step)), ...block.leaves.map(({ path }) => labelOf(path) || '内容')];
  filling.add(
    labels.map((text, at) => ({ column: at, value: { text }, style: LOOK.head })),
    44,
  );
  for (const place of places) filling.add(itemCells(block, place, keys, filling));
  for (let count = 0; count < EMPTY_ROWS; count++)
    filling.add(labels.map((_, at) => ({ column: at, style: lookOf(block.leaves[at - keys.length]) })));
  filling.alarms.push(...examplesLeft(block, keys.length, first, last, filling));
  for (const [index, key] of keys.entries()) filling.offers.push(keyOffer(block, key, columnRange(index, first, last), filling));
  for (const [index, leaf] of block.leaves.entries()) {
    filling.offers.push(offerOf(block, leaf, columnRange(column(index), first, last), filling));
    if (leaf.path.join('/') === '名称')
      filling.lists.set(block.path.slice(0, -1).join('/'), fixed(filling.sheet, column(index), first, last));
    if (leaf.kind === 'number')
      filling.amounts.push({ path: [...block.path, ...leaf.path], sheet: filling.sheet, first, last, column: column(index) });
  }
}

const columnRange = (column: number, first: number, last: number): string =>
  `${columnLetters(column)}${first + 1}:${columnLetters(column)}${last + 1}`;

/** A range of a sheet that stays itself in whichever row it is used. */
const fixed = (sheet: string, column: number, first: number, last: number): string =>
  `${sheet}!$${columnLetters(column)}$${first + 1}:$${columnLetters(column)}$${last + 1}`;

/** What a new file says as an example turns red until it is written over: the duties, and a code without any amount. */
function examplesLeft({ path, leaves }: Block, keys: number, first: number, last: number, { amounts }: Filling): Filling['alarms'] {
  const range = columnRange(keys, first, last);
  const start = range.split(':')[0] ?? '';
  if (path.join('/') === '职责/*') return [{ range, formula: `${start}="${EXAMPLE_DUTY}"` }];
  if (path.join('/') !== '支出/*' || amounts.length === 0) return [];
  const row = `B${first + 1}:${columnLetters(keys + leaves.length - 1)}${first + 1}`;
  return [{ range, formula: `AND(${start}<>"",COUNTIF(${row},">0")+COUNTIF(${row},"<0")=0)` }];
}

/** What a key column offers: the names that its list has, or the indicators that the profile prints. */
function keyOffer(block: Block, step: number, range: string, { lists, input }: Filling): Offer {
  const label = keyLabel(block, step);
  const note = { title: label, text: `每一行都要写“${label}”；同一个的，可以合并上下几格。` };
  const list = lists.get(block.path.slice(0, step).join('/'));
  if (block.path[step] === '*') return { range, note, ...(list !== undefined && { values: list }) };
  const levels = input.indicators?.[block.path[0] ?? ''] ?? INDICATORS;
  const isFirst = block.path.indexOf('?') === step;
  const words = isFirst ? Object.keys(levels) : [...new Set(Object.values(levels).flat())];
  return { range, note, ...(block.path.includes('指标') && { values: words }) };
}

function itemCells(block: Block, place: Path, keys: readonly number[], { input: { tree }, codes }: Filling): SheetCell[] {
  const names = keys.map((step, column): SheetCell => {
    const key = place[step];
    const text = typeof key === 'number' ? (itemNames(tree, place.slice(0, step))[key] ?? '') : String(key ?? '');
    return { column, value: { text }, style: LOOK.text };
  });
  const values = block.leaves.map((leaf, index) => {
    const value = valueAt(tree, [...place, ...leaf.path]);
    return valueCell(keys.length + index, leaf, typeof value === 'string' ? value : undefined, codes, offeredFor(block, leaf)?.list);
  });
  return [...names, ...values];
}

const lookOf = (leaf: Leaf | undefined): CellStyle =>
  leaf?.kind === 'number' ? (leaf.isCount ? LOOK.count : LOOK.number) : leaf && leaf.kind !== 'text' ? LOOK.exact : LOOK.text;

/** A number that Excel keeps exactly is one; what it would change stays a text. */
function valueCell(column: number, leaf: Leaf, typed: string | undefined, { lists }: Codes, list?: CodeListName): SheetCell {
  const style = lookOf(leaf);
  if (typed === undefined) return { column, style };
  const isNumber = leaf.kind === 'number' && /^-?(0|[1-9]\d*)(\.\d+)?$/.test(typed) && typed.replace(/\D/g, '').length <= 15;
  if (isNumber) return { column, style, value: { number: typed } };
  const name = list && lists?.[list].get(typed)?.name;
  return { column, style, value: { text: name === undefined ? typed : `${typed} ${name}` } };
}

function offerOf(block: Block, leaf: Leaf, range: string, { codes }: Filling): Offer {
  const offered = offeredFor(block, leaf);
  const note = { title: labelOf(leaf.path).slice(-30) || '内容', text: leaf.note };
  if (offered && codes.lists) {
    const all = [...codes.lists[offered.list].values()];
    const first = offered.digits === 0 ? 0 : all.findIndex(({ code }) => code.length === offered.digits);
    if (first >= 0) {
      const letter = columnLetters(CODE_LISTS.indexOf(offered.list));
      return { range, note, values: `${CODE_SHEET}!$${letter}$1:$${letter}$${all.length}` };
    }
  }
  return { range, note, ...(offersWords(leaf) && { values: leaf.words }) };
}
