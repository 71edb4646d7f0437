import type { HeaderSpec } from '../profile/table-schema.js';
import type { PublishedCell, PublishedColumn, PublishedRow } from './published-table.js';

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
