import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { CellSheet } from '../../spreadsheet/cells.js';
import { BALANCE_SHEET } from '../excel/balance-sheet.js';
import { CODE_SHEET } from '../excel/form-workbook.js';
import type { Reading } from './reading.js';

const MOST_SHOWN = 8;

/** Says what a workbook holds besides the form: notes beside a grid, comments, and sheets of the person's own. */
export function notRead(sheets: readonly CellSheet[], used: ReadonlySet<CellSheet>, { beside }: Reading): Diagnostic[] {
  const own = sheets.filter((sheet) => !used.has(sheet) && sheet.rows.size > 0 && ![BALANCE_SHEET, CODE_SHEET].includes(sheet.name));
  const comments = sheets.reduce((count, sheet) => count + (sheet.comments ?? 0), 0);
  const parts = [
    ...own.map(({ name }) => `工作表“${name}”`),
    ...beside.map(({ at, text }) => `${at.cell ?? ''}“${text.trim()}”`),
    ...(comments > 0 ? [`${comments} 个批注`] : []),
  ];
  if (parts.length === 0) return [];
  const more = parts.length > MOST_SHOWN ? `等 ${parts.length} 处` : '';
  const message = `没有读入的：${parts.slice(0, MOST_SHOWN).join('、')}${more}。`;
  const [at] = beside.map((one) => one.at);
  return [
    {
      code: 'form-not-read',
      severity: 'warning',
      message,
      ...(at && { at }),
      hint: '自己的备注、底稿，不用管；应当公开的，填到浅黄色的格子里。',
    },
  ];
}
