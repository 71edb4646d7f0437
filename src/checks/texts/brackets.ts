import { type Check, findingsOr } from '../check.js';
import { lint, type Match } from '../shared/lint.js';

const PAIRS: Readonly<Record<string, string>> = { '（': '）', '(': ')', '《': '》', '“': '”', '‘': '’', '【': '】', '〔': '〕', '[': ']' };
const CLOSING = new Set(Object.values(PAIRS));
/** 1）… 2）…: a numbering has no first half. */
const ENUMERATED = /(?:^|[，。；：、\s])[0-9０-９一二三四五六七八九十a-zA-Z]{1,3}$/;
const ANY = /[（(《“‘【〔[）)》”’】〕\]]/g;
const HAN = /\p{Script=Han}/u;

/**
 * 符合：
 *     其他说明: 依据《关于印发〈办法〉的通知》（财预〔2016〕143号），开展“互联网＋政务服务”（IPv6）工作：1）受理；2）办结。
 * 不符（其他说明）：
 *     其他说明: 开展因公出国(境)工作。
 * 不符（其他说明）：
 *     其他说明: 开展因公出国（境)工作。
 * 不符（其他说明）：
 *     其他说明: 依据《预算法实施条例，编制预算。
 */
export const brackets: Check = {
  code: 'brackets',
  group: '文字规范',
  severity: '提醒',
  rule: '括号、引号、书名号要成对，中文里用全角。',
  relations: ['C20'],
  basis: 'GB/T 15834《标点符号用法》',
  run: (context) => findingsOr(lint(context, unmatched), 1, '括号、引号和书名号都成对，没有全角半角混用。'),
};

function unmatched(text: string): Match[] {
  if (text.search(ANY) === -1) return [];
  const found: Match[] = [];
  const open: { character: string; index: number }[] = [];
  const report = (index: number, message: string, hint: string) => found.push({ index, length: 1, message, hint });
  for (const { 0: character, index } of text.matchAll(ANY)) {
    if (PAIRS[character] !== undefined) open.push({ character, index });
    else if (CLOSING.has(character)) {
      const last = open.pop();
      if (!last && ENUMERATED.test(text.slice(0, index))) continue;
      if (!last) report(index, `里的“${character}”没有对应的前半个。`, '补全成对的标点。');
      else if (PAIRS[last.character] !== character)
        report(index, `里“${last.character}”与“${character}”不成对。`, '统一用全角，补全成对的标点。');
      else if (character === ')' && isChinese(text, last.index, index)) report(last.index, '里用了半角括号。', '改成全角括号（）。');
    }
  }
  for (const { character, index } of open) report(index, `里的“${character}”没有对应的后半个。`, '补全成对的标点。');
  return found;
}

function isChinese(text: string, from: number, to: number): boolean {
  return HAN.test(text.slice(from, to)) || HAN.test(text[from - 1] ?? '');
}
