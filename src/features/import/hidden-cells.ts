import type { Diagnostic, SourceLocation } from '../../diagnostics/diagnostic.js';
import type { CellSheet } from '../../spreadsheet/cells.js';
import { isRare } from '../excel/form-layout.js';
import type { Path } from '../excel/form-tree.js';

/** A value that was read. */
export interface Taken {
  readonly path: Path;
  readonly at: SourceLocation;
}

const MOST_SHOWN = 6;

/** Says which cells were taken out of hidden or filtered rows and columns: whoever looks at the sheet does not see them. */
export function hiddenCells(sheets: readonly CellSheet[], taken: readonly Taken[]): Diagnostic[] {
  const bySheet = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  const sheetAt = ({ cell = '' }: SourceLocation) => bySheet.get(cell.split('!')[0] ?? '');
  const hidden = taken.filter(({ at }) => isHidden(sheetAt(at), at.line - 1, at.column - 1));
  // Columns that the form itself hides are not the person's doing: they are filled on purpose, or by pasting over them.
  const ofForm = hidden.filter(({ path, at }) => isRare(path.map(String)) && !sheetAt(at)?.hiddenRows.has(at.line - 1));
  return [
    ...finding(ofForm, '填报表原来隐藏的栏（上年结转、单位资金的来源等）里', '自己填的，不用管；粘贴时带进去的，取消隐藏列，清空那几格。'),
    ...finding(
      hidden.filter((one) => !ofForm.includes(one)),
      '隐藏的（或筛选掉的）行、列里',
      '取消隐藏和筛选看一看；不要的，删去那些行。',
    ),
  ];
}

function finding(hidden: readonly Taken[], where: string, hint: string): Diagnostic[] {
  const [first] = hidden;
  if (!first) return [];
  const names = [...new Set(hidden.map(({ at }) => at.cell))];
  const shown = `${names.slice(0, MOST_SHOWN).join('、')}${names.length > MOST_SHOWN ? '……' : ''}`;
  const message = `有 ${names.length} 格的内容在${where}，也读入了：${shown}。`;
  return [{ code: 'import-hidden', severity: 'warning', message, at: first.at, hint }];
}

const isHidden = (sheet: CellSheet | undefined, row: number, column: number): boolean =>
  sheet !== undefined &&
  (sheet.isHidden || sheet.hiddenRows.has(row) || sheet.hiddenColumns.some(({ first, last }) => first <= column && column <= last));
