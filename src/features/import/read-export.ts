import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { Decimal } from '../../money/decimal.js';
import type { ExportMap, WriteRule } from '../../profile/import-map.js';
import type { CellSheet } from '../../spreadsheet/cells.js';
import { findTable } from './find-table.js';
import { hiddenCells } from './hidden-cells.js';
import { type Owner, readTable, type Written } from './read-table.js';

export interface ExportContent {
  /** Sheets on which a table was found. */
  readonly tables: number;
  readonly written: readonly Written[];
  /** Rules that were followed: what stands at their places and did not come again is gone. */
  readonly rules: readonly WriteRule[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the tables of an export as a map has them; rows with amounts that nothing takes are listed. */
export function readExport(sheets: readonly CellSheet[], map: ExportMap, file: string, owner: Owner): ExportContent {
  const found = map.表.flatMap((table) => findTable(sheets, table));
  const read = found.map((table) => readTable(table, map, file, owner));
  const written = read.flatMap((one) => one.written);
  const diagnostics = [
    ...read.flatMap((one) => one.diagnostics),
    ...hiddenCells(
      sheets,
      written.map(({ at }) => ({ path: [], at })),
    ),
  ];
  const used = new Set(found.map(({ sheet }) => sheet.name));
  const unused = sheets.filter(({ name, isHidden, rows }) => !isHidden && rows.size > 0 && !used.has(name)).map(({ name }) => name);
  if (found.length > 0 && unused.length > 0)
    diagnostics.push({
      code: 'import-not-understood',
      severity: 'warning',
      message: `这些工作表没有用到：${unused.join('、')}。`,
      hint: `要导入它们，在“导入.yaml”的“${map.名称}”里加上。`,
    });
  return { tables: found.length, written: sumUp(written), rules: found.flatMap(({ map: { 写入: rules } }) => rules), diagnostics };
}

/** Amounts of one place are added up: exports have a line for each combination. What comes to nothing is not written. */
function sumUp(written: readonly Written[]): Written[] {
  const places = new Map<string, Written>();
  for (const one of written) {
    const key = JSON.stringify(one.steps);
    const known = places.get(key);
    const value = known && known.value instanceof Decimal && one.value instanceof Decimal ? known.value.plus(one.value) : one.value;
    places.set(key, known ? { ...known, value } : one);
  }
  return [...places.values()].filter(({ value }) => !(value instanceof Decimal && value.isZero()));
}
