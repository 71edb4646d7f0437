import type { PublishedRow, PublishedTable } from '../../src/tables/published-table.js';

/** A table as plain texts: one string a column, covered places are ''. */
export type Grid = readonly (readonly string[])[];

interface SpannedCell {
  readonly column: number;
  readonly text: string;
}

/** Rows of cells with their start columns as a grid of texts. */
export function expandRows(rows: readonly (readonly SpannedCell[])[], columns: number): string[][] {
  return rows.map((cells) => {
    const texts = Array.from({ length: columns }, () => '');
    for (const cell of cells) texts[cell.column] = cell.text;
    return texts;
  });
}

const isColumnNumbers = (row: PublishedRow) => row.cells.every((cell) => cell.role === 'columnNumber');

/** The body of a table; the row of column numbers is the first of it, as the expectations count. */
export function bodyGrid({ header, rows, columns }: PublishedTable): string[][] {
  return expandRows(
    [...header.filter(isColumnNumbers), ...rows].map((row) => row.cells),
    columns.length,
  );
}

/** The texts of each header row, left to right. */
export function headerTexts({ header }: PublishedTable): string[][] {
  return header.filter((row) => !isColumnNumbers(row)).map((row) => row.cells.map((cell) => cell.text).filter(Boolean));
}

/** Every place of a grid of so many columns is covered by exactly one cell. */
export function isRectangular(rows: readonly { readonly cells: readonly Spans[] }[], columns: number): boolean {
  const covered = rows.map(() => Array.from({ length: columns }, () => 0));
  rows.forEach(({ cells }, row) => {
    for (const cell of cells) {
      for (let down = 0; down < (cell.rowSpan ?? 1); down++) {
        for (let right = 0; right < (cell.columnSpan ?? 1); right++) {
          const line = covered[row + down];
          if (!line || cell.column + right >= columns) return false;
          line[cell.column + right] = (line[cell.column + right] ?? 0) + 1;
        }
      }
    }
  });
  return covered.flat().every((count) => count === 1);
}

interface Spans {
  readonly column: number;
  readonly columnSpan?: number;
  readonly rowSpan?: number;
}
