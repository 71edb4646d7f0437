import type { CodeList } from '../../definition/classifications.js';
import type { CellText } from './cell-text.js';

const bare = (name: string): string => name.normalize('NFKC').replace(/[\s（）()、，,“”"]/g, '');

/**
 * A code as the year's list knows it. A name beside it that is another's is a slip of whoever copied the row and changed only
 * half of the cell: neither half is believed. A name alone is looked up, and its code proposed.
 */
export function codeOfCell(said: CellText, list: CodeList): CellText {
  const { text = '', name } = said;
  if (name === undefined) return /\d/.test(text) || text === '' ? said : nameAlone(text, list);
  const own = list.get(text)?.name;
  if (own === undefined || isSameName(name, own)) return said;
  const codes = codesOf(name, list);
  const hint = `编码对的，名称改为“${own}”（或者不写名称）${codes.length > 0 ? `；名称对的，编码改为 ${codes.join('或 ')}` : ''}。`;
  return { problem: `编码 ${text} 是“${own}”，格子里写的名称却是“${name}”。`, hint };
}

/** A name may be cut short, or stand behind those of its 类 and 款. */
function isSameName(typed: string, own: string): boolean {
  const [one, other] = [bare(typed), bare(own)];
  return one === other || one.endsWith(other) || (one.length >= 4 && other.startsWith(one));
}

const codesOf = (name: string, list: CodeList): string[] =>
  [...list.values()].filter((entry) => bare(entry.name) === bare(name)).map(({ code }) => code);

function nameAlone(name: string, list: CodeList): CellText {
  const found = codesOf(name, list);
  const longest = Math.max(0, ...found.map((code) => code.length));
  const codes = found.filter((code) => code.length === longest);
  const hint = codes.length === 0 ? '写科目编码；名称由程序从目录里取。' : `是否为 ${codes.slice(0, 5).join('或 ')}？`;
  return { problem: `“${name}”是名称，没有写科目编码。`, hint };
}
