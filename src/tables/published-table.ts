import type { Figure, SourcePath } from '../budget/figure.js';
import type { Sheet } from '../document/sheet.js';
import type { FormName } from '../profile/form-schema.js';
import type { HeaderSpec } from '../profile/table-schema.js';

/** What a cell is, for its style: the composer knows the looks. */
export type CellRole = 'header' | 'text' | 'code' | 'codePart' | 'amount' | 'columnNumber';

/** One cell as published. `column` counts from 0; covered cells are left out. */
export interface PublishedCell {
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly role: CellRole;
  readonly text: string;
  /** Present in amount cells: the exact figure behind the printed text. */
  readonly figure?: Figure;
  readonly strong: boolean;
  readonly indent: number;
}

export interface PublishedRow {
  readonly cells: readonly PublishedCell[];
}

/** A cell of the body, by row (0 is the first row under the header) and column. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** A cell that is the sum of others in the same table; checked on exact and on printed values. */
export interface PublishedSum {
  readonly total: CellPlace;
  readonly parts: readonly CellPlace[];
}

export interface PublishedColumn {
  readonly spec: HeaderSpec;
  readonly weight: number;
}

/** A table of the disclosure with its printed texts; its geometry is settled later. */
export interface PublishedTable extends Sheet {
  readonly id: string;
  readonly number: number;
  /** Name in the profile, such as 收支总表. */
  readonly name: string;
  readonly label: string;
  readonly title: string;
  readonly tocText: string;
  readonly left: string;
  readonly middle?: string;
  readonly right: string;
  /** Of all its cells; absent: as the styles have it. */
  readonly textSize?: number;
  readonly columns: readonly PublishedColumn[];
  readonly header: readonly PublishedRow[];
  readonly rows: readonly PublishedRow[];
  readonly sums: readonly PublishedSum[];
  /** No amount in the whole table. */
  readonly empty: boolean;
  /** What the table asks for and nobody stated: its cells stay blank, and no note says that there is none. */
  readonly unstated: readonly SourcePath[];
  readonly notes: readonly string[];
  /** It starts a new page, or never; absent: as tables do where it stands. */
  readonly newPage?: boolean;
  /** It is filled in as this form, and has no columns or rows of its own. */
  readonly form?: FormName;
}

/** The leaf columns under the headers, left to right. */
export function leafColumns(headers: readonly HeaderSpec[]): PublishedColumn[] {
  return headers.flatMap((spec) => (spec.下级 ? leafColumns(spec.下级) : [{ spec, weight: spec.宽 ?? 20 }]));
}

/** Header rows with spans: a header without 下级 reaches down to the last row. */
export function headerRows(headers: readonly HeaderSpec[], title: (text: string) => string): PublishedRow[] {
  const depth = Math.max(...headers.map(depthOf));
  const rows: PublishedCell[][] = Array.from({ length: depth }, () => []);
  let column = 0;
  const place = (spec: HeaderSpec, row: number): void => {
    const start = column;
    if (spec.下级) for (const child of spec.下级) place(child, row + 1);
    else column += 1;
    const rowSpan = spec.下级 ? 1 : depth - row;
    rows[row]?.push({
      column: start,
      columnSpan: column - start,
      rowSpan,
      role: 'header',
      text: title(spec.标题),
      strong: false,
      indent: 0,
    });
  };
  for (const spec of headers) place(spec, 0);
  return rows.map((cells) => ({ cells: cells.sort((a, b) => a.column - b.column) }));
}

/** The row of column numbers: 1 2 3 …. */
export function columnNumberRow(columns: number): PublishedRow {
  const cell = (column: number): PublishedCell => ({
    column,
    columnSpan: 1,
    rowSpan: 1,
    role: 'columnNumber',
    text: String(column + 1),
    strong: false,
    indent: 0,
  });
  return { cells: Array.from({ length: columns }, (_, column) => cell(column)) };
}

function depthOf(spec: HeaderSpec): number {
  return 1 + Math.max(0, ...(spec.下级 ?? []).map(depthOf));
}
