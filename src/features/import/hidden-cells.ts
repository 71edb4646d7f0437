import type { Diagnostic, SourceLocation } from '../../diagnostics/diagnostic.js';
import type { CellSheet } from '../../spreadsheet/cells.js';

const MOST_SHOWN = 6;

/** Says which cells were taken out of hidden or filtered rows and columns: whoever looks at the sheet does not see them. */
export function hiddenCells(sheets: readonly CellSheet[], taken: readonly SourceLocation[]): Diagnostic[] {
  const bySheet = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  const hidden = taken.filter(({ cell = '', line, column }) => isHidden(bySheet.get(cell.split('!')[0] ?? ''), line - 1, column - 1));
  const [first] = hidden;
  if (!first) return [];
  const names = [...new Set(hidden.map(({ cell }) => cell))];
  const shown = `${names.slice(0, MOST_SHOWN).join('、')}${names.length > MOST_SHOWN ? '……' : ''}`;
  const message = `有 ${names.length} 格的内容在隐藏的（或筛选掉的）行、列里，也读入了：${shown}。`;
  return [{ code: 'import-hidden', severity: 'warning', message, at: first, hint: '取消隐藏和筛选看一看；不要的，删去那些行。' }];
}

const isHidden = (sheet: CellSheet | undefined, row: number, column: number): boolean =>
  sheet !== undefined &&
  (sheet.isHidden || sheet.hiddenRows.has(row) || sheet.hiddenColumns.some(({ first, last }) => first <= column && column <= last));
