import type { Cell } from '../../spreadsheet/cells.js';
import type { LeafKind } from '../excel/form-layout.js';

/** What a cell says as our files write it, or why it says nothing that can be taken. */
export interface CellText {
  readonly text?: string;
  readonly problem?: string;
  readonly hint?: string;
}

/** A cell's value for a field of a kind. What is evident is put right (1,262.80 as text, full-width digits); nothing is guessed. */
export function textOfCell({ kind, text }: Cell, wanted: LeafKind): CellText {
  const plain = text.replace(/\u00A0/g, ' ').trim();
  if (kind === 'error') return { problem: `这一格是错误值“${plain}”，不是数。`, hint: '公式引用的格子可能被删了：改好公式，或直接写数。' };
  if (kind === 'uncounted') return { problem: '这一格是公式，没有算出结果。', hint: '用 Excel 或 WPS 打开，保存一次再导入；或直接写数。' };
  if (kind === 'boolean') return { problem: `这一格是“${plain}”，不是要填的内容。`, hint: '改写成文字或数。' };
  if (kind === 'date' && wanted !== 'date')
    return { problem: `这一格是日期（${plain}），这里不填日期。`, hint: '可能被 Excel 自动改成了日期：把格式改为“文本”，重新填写。' };
  if (plain === '') return {};
  if (wanted === 'number') return { text: plainNumber(plain) };
  if (wanted === 'code') return { text: /^(\d+)[\s-]+\D/.exec(plain)?.[1] ?? plain };
  return { text: plain };
}

/** Thousands that are separated well, and a sign or digits in full width, leave no doubt; anything else is kept to be refused. */
function plainNumber(typed: string): string {
  const text = typed.replace(/[０-９．－]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0)).replace(/^[−–]/, '-');
  const grouped = /^-?\d{1,3}([,，]\d{3})+(\.\d+)?$/.test(text) ? text.replace(/[,，]/g, '') : text;
  return /^-?\d+\.\d*0+$/.test(grouped) && grouped.includes('.') ? grouped.replace(/0+$/, '').replace(/\.$/, '') : grouped;
}
