import { NONE } from '../../definition/fields.js';
import type { Cell } from '../../spreadsheet/cells.js';
import type { LeafKind } from '../excel/form-layout.js';

/** What a cell says as our files write it, or why it says nothing that can be taken. */
export interface CellText {
  readonly text?: string;
  /** Of a code: the name that is typed with it. */
  readonly name?: string;
  readonly problem?: string;
  readonly hint?: string;
}

/** A cell's value for a field of a kind, which may also be one of `words`. What is evident is put right (1,262.80 as text, full-width digits); nothing is guessed. */
export function textOfCell(cell: Cell, wanted: LeafKind, words: readonly string[] = []): CellText {
  const plain = cell.text.replace(/\u00A0/g, ' ').trim();
  const problem = problemOfKind(cell, plain, wanted);
  if (problem) return problem;
  if (plain === '') return {};
  // A code or a day has no other look; anything else is what the person saw who typed it.
  const shown = wanted === 'code' || wanted === 'date' ? plain : (cell.shown ?? plain);
  if (wanted === 'number') return NOTHING.test(shown) && !words.includes(shown) ? nothingTyped(shown, words) : { text: plainNumber(shown) };
  if (wanted === 'code') return codeWithName(plain);
  if (wanted === 'date') return { text: plainDate(plain) };
  return { text: shown };
}

function problemOfKind({ kind }: Cell, plain: string, wanted: LeafKind): CellText | undefined {
  if (kind === 'error') return { problem: `这一格是错误值“${plain}”，不是数。`, hint: '公式引用的格子可能被删了：改好公式，或直接写数。' };
  if (kind === 'uncounted') return { problem: '这一格是公式，没有算出结果。', hint: '用 Excel 或 WPS 打开，保存一次再导入；或直接写数。' };
  if (kind === 'boolean') return { problem: `这一格是“${plain}”，不是要填的内容。`, hint: '改写成文字或数。' };
  if (kind === 'date' && wanted !== 'date')
    return { problem: `这一格是日期（${plain}），这里不填日期。`, hint: '可能被 Excel 自动改成了日期：把格式改为“文本”，重新填写。' };
  return undefined;
}

/** How people write that there is nothing. */
const NOTHING = /^(?:[-—–－─_/／\\*]+|无|没有|空)$/;

function nothingTyped(shown: string, words: readonly string[]): CellText {
  const hint = words.includes(NONE) ? `没有就写“${NONE}”；还不知道的，空着。` : '没有就空着，不用写。';
  return { problem: `“${shown}”不是数。`, hint };
}

/** 2070204 文物保护, 2070204文物保护, [2070204]文物保护: a code with its name, however a platform joins them. */
function codeWithName(plain: string): CellText {
  const [, code, name = ''] = /^[[【(（〔]?\s*(\d{3,9})\s*[\]】)）〕]?[\s:：、.．·—–-]*(\D.*)$/s.exec(plain) ?? [];
  return code === undefined ? { text: plain } : { text: code, name: name.trim() };
}

/** A day with points or strokes, as sheets show it; what a file may say stays as it is typed. */
function plainDate(plain: string): string {
  const [, year, month = '', day = ''] = /^(\d{4})[./．／](\d{1,2})[./．／](\d{1,2})$/.exec(plain) ?? [];
  return year === undefined ? plain : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Thousands that are separated well, and a sign or digits in full width, leave no doubt; anything else is kept to be refused. */
function plainNumber(typed: string): string {
  const text = typed.replace(/[０-９．－]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0)).replace(/^[−–]/, '-');
  const grouped = /^-?\d{1,3}([,，]\d{3})+(\.\d+)?$/.test(text) ? text.replace(/[,，]/g, '') : text;
  return /^-?\d+\.\d*0+$/.test(grouped) && grouped.includes('.') ? grouped.replace(/0+$/, '').replace(/\.$/, '') : grouped;
}
