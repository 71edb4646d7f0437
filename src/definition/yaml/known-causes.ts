import { spaceName } from './check-tokens.js';
import type { Explanation } from './finding.js';

/** A typical slip seen in a line that the parser could not take; `index` is its place in the line. */
export interface Cause extends Explanation {
  readonly index: number;
}

type CauseRule = (line: string) => Cause | undefined;

/** The likely reason why a line is refused: what stands there tells more than what the parser missed. */
export function knownCause(line: string): Cause | undefined {
  for (const rule of RULES) {
    const cause = rule(line);
    if (cause) return cause;
  }
  return undefined;
}

const RULES: readonly CauseRule[] = [
  tabIndent,
  strangeIndent,
  fullWidthColon,
  missingSpace,
  dashWithoutSpace,
  fullWidthMark,
  fullWidthComma,
];

/** The beginning of `键` up to its colon; a key in quotes or with brackets is left to the parser's own message. */
const KEY = String.raw`^\s*(?:- +)*[^\s"'#:：[\]{}&*!|>%@-][^"'#:：]{0,40}`;
const FULL_WIDTH_COLON = new RegExp(`${KEY}(?=：)`);
const COLON_WITHOUT_SPACE = new RegExp(`${KEY}(?=:[^\\s/])`);

export function fullWidthColon(line: string): Cause | undefined {
  const match = FULL_WIDTH_COLON.exec(line);
  if (!match) return undefined;
  const message = '键后面用了全角冒号“：”。';
  const hint = '改为半角冒号，后面空一格，如“名称: 内容”。';
  return { code: 'yaml-full-width-colon', message, hint, index: match[0].length };
}

export function missingSpace(line: string): Cause | undefined {
  const match = COLON_WITHOUT_SPACE.exec(line);
  if (!match) return undefined;
  const next = line.charAt(match[0].length + 1);
  const message = /\s/.test(next) || next === '\u3000' ? `冒号后面是${spaceName(next)}。` : '冒号后没有空格。';
  const hint = '写成“键: 值”，冒号后空一个半角空格。';
  return { code: 'yaml-missing-space', message, hint, index: match[0].length };
}

function tabIndent(line: string): Cause | undefined {
  const index = /^[ \t]*/.exec(line)?.[0].indexOf('\t') ?? -1;
  if (index < 0) return undefined;
  const hint = '改为半角空格，每层缩进两个。';
  return { code: 'yaml-tab-indent', message: '用制表符（Tab）缩进。', hint, index };
}

function strangeIndent(line: string): Cause | undefined {
  const match = /^ *([\u00A0\u2000-\u200A\u3000])/.exec(line);
  if (!match) return undefined;
  const message = `行首用了${spaceName(match[1] ?? '')}，不能用来缩进。`;
  const hint = '改为半角空格，每层缩进两个。';
  return { code: 'yaml-full-width-indent', message, hint, index: match[0].length - 1 };
}

function dashWithoutSpace(line: string): Cause | undefined {
  const match = /^\s*-(?=[^\s-])/.exec(line);
  if (!match) return undefined;
  const hint = '清单的每一项写成“- 内容”。';
  return { code: 'yaml-missing-space', message: '“-”后没有空格。', hint, index: match[0].length };
}

function fullWidthMark(line: string): Cause | undefined {
  const match = /^\s*(?=[－—–＃])/.exec(line);
  if (!match) return undefined;
  const mark = line.charAt(match[0].length);
  const half = mark === '＃' ? '#' : '-';
  const message = `行首用了“${mark}”。`;
  return { code: 'yaml-syntax', message, hint: `改为半角“${half}”，后面空一格。`, index: match[0].length };
}

function fullWidthComma(line: string): Cause | undefined {
  const match = /^[^"'#]*[[{][^\]}"']*?(?=，)/.exec(line);
  if (!match) return undefined;
  const hint = '括号里各项之间用半角逗号；或去掉括号，每项一行。';
  return { code: 'yaml-bracket', message: '括号里用了全角逗号“，”。', hint, index: match[0].length };
}
