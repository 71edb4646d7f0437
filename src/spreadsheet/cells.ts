/** A cell that says something; rows and columns count from 0. */
export interface Cell {
  readonly row: number;
  readonly column: number;
  /**
   * `number`: the sheet's own text of it, to the 15 digits that Excel shows. `date`: `YYYY-MM-DD`. `error`: such as #REF!.
   * `uncounted`: a formula that was never counted, whose text this is.
   */
  readonly kind: 'text' | 'number' | 'date' | 'boolean' | 'error' | 'uncounted';
  readonly text: string;
  /** What a number shows where its format adds to it: 95% for 0.95, 60万元 for 60. */
  readonly shown?: string;
}

export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface CellSheet {
  /** Without blanks around it. */
  readonly name: string;
  readonly isHidden: boolean;
  /** By row from 0, then by column: only cells that say something. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, Cell>>;
  readonly merges: readonly Range[];
  /** Notes that are pinned to its cells. */
  readonly comments?: number;
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: readonly { readonly first: number; readonly last: number }[];
}

/** Either the sheets, or why they cannot be read: a sentence and what to do. */
export type ReadSheets = { readonly sheets: readonly CellSheet[] } | { readonly refused: string; readonly hint: string };

/** Puts cells into rows; a text of nothing but blanks says nothing. */
export function rowsOf(cells: Iterable<Cell>): Map<number, Map<number, Cell>> {
  const rows = new Map<number, Map<number, Cell>>();
  for (const cell of cells) {
    if (cell.text.trim() === '') continue;
    const row = rows.get(cell.row) ?? new Map<number, Cell>();
    rows.set(cell.row, row);
    row.set(cell.column, cell);
  }
  return rows;
}

/** The letters of a column that counts from 0. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

/** A cell as people name it, `B7`; both count from 0. */
export const cellName = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;

/** Row and column of a reference such as `B7`. */
export function parseReference(reference: string): { row: number; column: number } | undefined {
  const [, letters = '', digits = ''] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? [];
  if (digits === '') return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(digits) - 1, column: column - 1 }; // ok: a place
}
