import { defined } from '../plain/objects.js';
import {
  type Cell,
  type CellSheet,
  dayOf,
  formatOf,
  parseReference,
  type Range,
  type ReadSheets,
  rowsOf,
  shownNumber,
  shownWith,
  showsDate,
} from './cells.js';
import { openPackage, type Package, tooLarge, Unreadable } from './unzip.js';
import { parseXml } from './xml-events.js';

/** Cells that say something, in one sheet. */
const MOST_CELLS = 400_000;

/**
 * The cells of an .xlsx as the file itself writes them. Read by itself and not by a library: amounts are taken from their text,
 * which a library gives as JS numbers; and a file that would fill the memory is refused before it does.
 */
export function readXlsx(bytes: Uint8Array): ReadSheets {
  try {
    const parts = openPackage(bytes);
    const book = readBook(parts);
    const texts = readTexts(parts);
    const looks = readLooks(parts);
    return { sheets: book.sheets.map((sheet) => readSheet(parts, sheet, { texts, looks, since1904: book.since1904 })) };
  } catch (error) {
    if (error instanceof Unreadable) return { refused: error.message, hint: error.hint };
    throw error;
  }
}

interface BookSheet {
  readonly name: string;
  readonly part: string;
  readonly isHidden: boolean;
}

/** How a sheet writes that something is so. */
const TRUE = /^(1|true)$/;

const NOT_A_BOOK = '它不是 Excel 工作簿（.xlsx）';

function readBook(parts: Package): { sheets: BookSheet[]; since1904: boolean } {
  const name = parts.names.find((one) => /^xl\/workbook\d*\.xml$/i.test(one));
  const book = name === undefined ? undefined : parts.read(name);
  if (name === undefined || !book) throw new Unreadable(NOT_A_BOOK, '用 Excel 或 WPS 另存为“Excel 工作簿（*.xlsx）”，再导入。');
  const targets = readTargets(parts, name);
  const sheets: BookSheet[] = [];
  let since1904 = false;
  parseXml(book, {
    open: (element, attributes) => {
      if (element === 'workbookPr') since1904 = TRUE.test(attributes['date1904'] ?? '');
      if (element !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => /(^|:)id$/.test(key))?.[1] ?? '';
      const part = targets.get(id);
      if (part !== undefined)
        sheets.push({ name: (attributes['name'] ?? '').trim(), part, isHidden: /hidden/i.test(attributes['state'] ?? '') });
    },
  });
  return { sheets, since1904 };
}

/** Only worksheets: charts and macro sheets have no cells; links to other files are not followed. */
function readTargets(parts: Package, book: string): Map<string, string> {
  const targets = new Map<string, string>();
  const relations = parts.read(book.replace(/([^/]+)$/, '_rels/$1.rels'));
  if (!relations) throw new Unreadable('文件不完整或已损坏', '用 Excel 或 WPS 打开，另存为 .xlsx 再导入。');
  parseXml(relations, {
    open: (_, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode = '' }) => {
      if (!type.endsWith('/worksheet') || mode === 'External') return;
      targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`);
    },
  });
  return targets;
}

/** Texts that cells share, without the readings that are written over characters. */
function readTexts(parts: Package): string[] {
  const part = parts.read('xl/sharedStrings.xml');
  const texts: string[] = [];
  if (part)
    parseXml(
      part,
      textListener('si', (text) => texts.push(text)),
    );
  return texts;
}

function textListener(item: string, done: (text: string) => void) {
  let text = '';
  let depth = 0;
  let inReading = false;
  return {
    open: (name: string) => {
      if (name === item) text = '';
      if (name === 'rPh') inReading = true;
      if (name === 't') depth += 1;
    },
    close: (name: string) => {
      if (name === 't') depth -= 1;
      if (name === 'rPh') inReading = false;
      if (name === item) done(plainText(text));
    },
    text: (more: string) => {
      if (depth > 0 && !inReading) text += more;
    },
  };
}

/** `_x000D_` is how a sheet writes a character that XML cannot hold. */
const plainText = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))).replace(/\r\n?/g, '\n');

/** The number format of each look. */
function readLooks(parts: Package): string[] {
  const part = parts.read('xl/styles.xml');
  const formats = new Map<string, string>();
  const looks: string[] = [];
  let inLooks = false;
  if (part)
    parseXml(part, {
      open: (name, { numFmtId: id = '0', formatCode: code = '' }) => {
        if (name === 'numFmt') formats.set(id, code);
        if (name === 'cellXfs') inLooks = true;
        if (name === 'xf' && inLooks) looks.push(formats.get(id) ?? formatOf(Number(id))); // ok: an id
      },
      close: (name) => {
        if (name === 'cellXfs') inLooks = false;
      },
    });
  return looks;
}

interface Shared {
  readonly texts: readonly string[];
  readonly looks: readonly string[];
  readonly since1904: boolean;
}

/** A cell while its element is open. */
interface OpenCell {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly look: number;
  value?: string;
  formula?: string;
}

function readSheet(parts: Package, { name, part, isHidden }: BookSheet, shared: Shared): CellSheet {
  const xml = parts.read(part);
  const cells: Cell[] = [];
  const merges: Range[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns: { first: number; last: number }[] = [];
  let row = -1;
  let column = -1;
  let cell: OpenCell | undefined;
  let into: 'value' | 'formula' | undefined;
  const openers: Record<string, (attributes: Readonly<Record<string, string>>) => void> = {
    col: ({ min = '', max = '', hidden = '' }) => {
      if (TRUE.test(hidden)) hiddenColumns.push({ first: Number(min) - 1, last: Number(max) - 1 }); // ok: places
    },
    row: ({ r, hidden = '' }) => {
      row = r === undefined ? row + 1 : Number(r) - 1; // ok: a place
      column = -1;
      if (TRUE.test(hidden)) hiddenRows.add(row);
    },
    c: ({ r = '', t = 'n', s = '0' }) => {
      const at = parseReference(r) ?? { row, column: column + 1 };
      column = at.column;
      cell = { ...at, type: t, look: Number(s) }; // ok: an index
    },
    v: () => {
      into = 'value';
    },
    t: () => {
      into = 'value';
    },
    f: () => {
      into = 'formula';
      if (cell) cell.formula ??= '';
    },
    rPh: () => {
      into = undefined;
    },
    mergeCell: ({ ref = '' }) => {
      const [first, last] = ref.split(':').map((one) => parseReference(one));
      if (first && last) merges.push({ top: first.row, left: first.column, bottom: last.row, right: last.column });
    },
  };
  if (xml)
    parseXml(xml, {
      open: (element, attributes) => openers[element]?.(attributes),
      text: (text) => {
        if (cell && into) cell[into] = (cell[into] ?? '') + text;
      },
      close: (element) => {
        if (element === 'v' || element === 't' || element === 'f') into = undefined;
        if (element !== 'c' || !cell) return;
        const made = finished(cell, shared);
        if (made) cells.push(made);
        if (cells.length > MOST_CELLS) throw tooLarge();
        cell = undefined;
      },
    });
  return { name, isHidden, rows: rowsOf(cells), merges, comments: commentsOf(parts, part), hiddenRows, hiddenColumns };
}

/** How many comments a sheet has: those that say more than that a newer kind stands beside them. */
function commentsOf(parts: Package, sheet: string): number {
  const relations = parts.read(sheet.replace(/([^/]+)$/, '_rels/$1.rels'));
  let target: string | undefined;
  let count = 0;
  if (relations)
    parseXml(relations, {
      open: (_, { Type: type = '', Target: to = '' }) => {
        if (type.endsWith('/comments')) target = to.startsWith('/') ? to.slice(1) : `xl/${to.replace(/^(\.\.\/)+/, '')}`;
      },
    });
  const part = target === undefined ? undefined : parts.read(target);
  if (part)
    parseXml(part, {
      open: (name) => {
        if (name === 'comment') count += 1;
      },
    });
  return count;
}

function finished({ row, column, type, look, value, formula }: OpenCell, { texts, looks, since1904 }: Shared): Cell | undefined {
  if (value === undefined) return formula === undefined ? undefined : { row, column, kind: 'uncounted', text: `=${formula}` };
  if (type === 's') return { row, column, kind: 'text', text: texts[Number(value)] ?? '' }; // ok: an index
  if (type === 'str' || type === 'inlineStr') return { row, column, kind: 'text', text: plainText(value) };
  if (type === 'e') return { row, column, kind: 'error', text: value };
  if (type === 'b') return { row, column, kind: 'boolean', text: value === '1' ? 'TRUE' : 'FALSE' };
  if (type === 'd') return { row, column, kind: 'date', text: value.slice(0, 10) };
  const number = shownNumber(value);
  if (number === undefined) return { row, column, kind: 'error', text: value };
  const format = looks[look] ?? '';
  const day = showsDate(format) ? dayOf(number, since1904) : undefined;
  if (day !== undefined) return { row, column, kind: 'date', text: day };
  return { row, column, kind: 'number', text: number, ...defined({ shown: shownWith(number, format) }) };
}
