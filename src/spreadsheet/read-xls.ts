import { readXls as readByLibrary } from 'hucre/xlsx';
import { type Cell, type CellSheet, type ReadSheets, rowsOf, shownNumber } from './cells.js';

/** Larger ones are not given to the library, which takes all of a file into memory. */
const LARGEST = 16 * 1024 * 1024;
const HINT = '用 Excel 或 WPS 打开，另存为“Excel 工作簿（*.xlsx）”，再导入；设了密码的先取消密码。';

/** The cells of an .xls (BIFF 8). */
export async function readXls(bytes: Uint8Array): Promise<ReadSheets> {
  if (bytes.length > LARGEST) return { refused: '文件太大', hint: HINT };
  try {
    const { sheets } = await readByLibrary(bytes);
    return { sheets: sheets.map(sheetOf) };
  } catch {
    // The library says why in English, and of the format; whoever holds the file can only save it anew.
    return { refused: '它是旧式的 .xls、设了密码，或者已损坏', hint: HINT };
  }
}

type LibrarySheet = Awaited<ReturnType<typeof readByLibrary>>['sheets'][number];

function sheetOf({ name, rows, merges = [], hidden = false }: LibrarySheet): CellSheet {
  const cells = rows.flatMap((row, at) => row.flatMap((value, column): Cell[] => cellOf(value, at, column)));
  const ranges = merges.map(({ startRow, startCol, endRow, endCol }) => ({ top: startRow, left: startCol, bottom: endRow, right: endCol }));
  return { name: name.trim(), isHidden: hidden, rows: rowsOf(cells), merges: ranges, hiddenRows: new Set(), hiddenColumns: [] };
}

function cellOf(value: unknown, row: number, column: number): Cell[] {
  if (value === null || value === undefined) return [];
  if (typeof value === 'number') return [{ row, column, kind: 'number', text: shownNumber(String(value)) ?? '' }];
  if (typeof value === 'boolean') return [{ row, column, kind: 'boolean', text: value ? 'TRUE' : 'FALSE' }];
  if (value instanceof Date) return [{ row, column, kind: 'date', text: value.toISOString().slice(0, 10) }];
  const text = String(value);
  return [{ row, column, kind: /^#[A-Z/0]+[!?]?$/.test(text) ? 'error' : 'text', text }];
}
