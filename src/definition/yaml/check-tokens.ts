import type { CST } from 'yaml';
import { MAX_DEPTH, MAX_ITEMS } from '../limits.js';
import type { Finding } from './finding.js';
import { type PlacedToken, walkTokens } from './tokens.js';

/** What is refused on sight, before anything is composed: whatever YAML can do that a budget never needs. */
export function checkTokens(tokens: readonly CST.Token[]): Finding[] {
  const findings: Finding[] = [];
  let documents = 0;
  for (const placed of walkTokens(tokens)) {
    if (placed.depth > MAX_DEPTH) return [tooDeep(placed.token.offset)];
    const long = longListIn(placed.token);
    if (long) return [tooLong(long)];
    if (placed.token.type === 'document') documents += 1;
    const finding = documents > 1 && placed.token.type === 'document' ? secondDocument(placed) : checkToken(placed);
    if (finding) findings.push(finding);
  }
  return findings;
}

function checkToken({ token, isKey }: PlacedToken): Finding | undefined {
  switch (token.type) {
    case 'anchor':
    case 'alias':
      return anchor(token);
    case 'tag':
      return tag(token);
    case 'directive':
      return directive(token);
    case 'scalar':
      return strangeIndent(token) ?? mergeKey(token, isKey) ?? droppedComment(token);
    case 'single-quoted-scalar':
    case 'double-quoted-scalar':
      return openQuote(token);
    case 'flow-collection':
      return openBracket(token);
    default:
      return undefined;
  }
}

function tooDeep(offset: number): Finding {
  const message = `嵌套超过 ${MAX_DEPTH} 层。`;
  return { code: 'yaml-too-deep', message, hint: '预算文件一般不超过 10 层，核对缩进和括号。', offset };
}

interface NamedList {
  readonly items: number;
  readonly key?: string;
  readonly offset: number;
}

/** Of the lists and sections that stand as values in a token: the first with too many items, by its key. A list at the top has none, and the file itself may have any keys: they are refused by name. */
function longListIn(token: CST.Token): NamedList | undefined {
  if (token.type === 'document')
    return token.value?.type === 'block-seq' && isLong(token.value) ? { items: token.value.items.length, offset: 0 } : undefined;
  if (token.type !== 'block-map' && token.type !== 'block-seq' && token.type !== 'flow-collection') return undefined;
  for (const { key, value } of token.items) if (value && 'items' in value && isLong(value)) return nameOf(value, key);
  return undefined;
}

type Collection = Extract<CST.Token, { items: readonly unknown[] }>;

const isLong = ({ items }: Collection): boolean => items.length > MAX_ITEMS;

function nameOf({ items, offset }: Collection, key?: CST.Token | null): NamedList {
  const named = key && 'source' in key ? { key: key.source, offset: key.offset } : { offset };
  return { items: items.length, ...named };
}

/** Before anything is composed: half of the memory would be spent on a file that is wrong anyway. */
function tooLong({ items, key, offset }: NamedList): Finding {
  const subject = key === undefined ? '这里' : `“${key.slice(0, 20)}”`;
  const hint = '核对是否有内容被重复粘贴，或选错了文件。';
  return { code: 'yaml-too-many-items', message: `${subject}有 ${items} 项，超过 ${MAX_ITEMS} 项的上限。`, hint, offset };
}

function secondDocument({ token }: PlacedToken): Finding {
  const message = '一个文件里只能有一份预算，这里又开始了第二份（“---”）。';
  return { code: 'yaml-multiple-documents', message, hint: '删去“---”，或分成两个文件。', offset: token.offset };
}

function anchor(token: CST.SourceToken | CST.FlowScalar): Finding {
  const isAlias = token.type === 'alias';
  const message = isAlias ? `不支持引用（“${token.source}”）。` : `不支持锚点（“${token.source}”）。`;
  const hint = `文字以“${isAlias ? '*' : '&'}”开头时，请给整段文字加上引号；相同的内容请各写一遍。`;
  return { code: 'yaml-anchor', message, hint, offset: token.offset };
}

function tag({ source, offset }: CST.SourceToken): Finding {
  const hint = '文字以“!”开头时，请给整段文字加上引号。';
  return { code: 'yaml-tag', message: `不支持标签（“${source}”）。`, hint, offset };
}

/** `%YAML 1.2` says what holds anyway; 1.1 would read NO and 0301 in another way. */
function directive({ source, offset }: CST.Directive): Finding | undefined {
  if (/^%YAML\s+1\.2\s*(?:#.*)?$/.test(source)) return undefined;
  return { code: 'yaml-directive', message: `不支持指令“${source.trim()}”。`, hint: '删去以“%”开头的这一行。', offset };
}

/** The library reports what is never closed at the end of the file; the user looks for the beginning. */
function openQuote({ source, offset }: CST.FlowScalar): Finding | undefined {
  if (source.length > 1 && source.endsWith(source.charAt(0))) return undefined;
  const hint = '在文字末尾补上同样的引号；文字里的双引号写作“\\"”。';
  return { code: 'yaml-quote', message: '引号没有结束。', hint, offset };
}

function openBracket({ start, end, offset }: CST.FlowCollection): Finding | undefined {
  const closing = start.type === 'flow-map-start' ? 'flow-map-end' : 'flow-seq-end';
  if (end.some((token) => token.type === closing)) return undefined;
  const hint = '补上对应的括号；或去掉括号，每项一行。文字以括号开头时请给整段文字加上引号。';
  return { code: 'yaml-bracket', message: `括号“${start.source}”没有结束。`, hint, offset };
}

function strangeIndent({ source, offset }: CST.FlowScalar): Finding | undefined {
  const space = /^[\u00A0\u2000-\u200A\u202F\u205F\u3000]/.exec(source)?.[0];
  if (!space) return undefined;
  const message = `行首或值前用了${spaceName(space)}，不能用来缩进。`;
  return { code: 'yaml-full-width-indent', message, hint: '改为半角空格，每层缩进两个。', offset };
}

export function spaceName(space: string): string {
  if (space === '\u3000') return '全角空格（U+3000）';
  if (space === '\u00A0') return '不换行空格（U+00A0）';
  return `特殊空格（U+${space.charCodeAt(0).toString(16).toUpperCase()}）`;
}

function mergeKey({ source, offset }: CST.FlowScalar, isKey: boolean): Finding | undefined {
  if (!isKey || source !== '<<') return undefined;
  return { code: 'yaml-anchor', message: '不支持合并键“<<”。', hint: '相同的内容请各写一遍。', offset };
}

/** `内容 #1` reads as `内容`: a `#` written close to a word is rarely meant as a comment. A figure may have one. */
function droppedComment({ source, end }: CST.FlowScalar): Finding | undefined {
  const comment = end?.find(({ type }) => type === 'comment' || type === 'newline');
  if (comment?.type !== 'comment' || /^#(?:\s|$)/.test(comment.source) || /^[-\d.年月日]*$|^[是否]$/.test(source)) return undefined;
  return {
    code: 'yaml-comment-dropped',
    message: `“${comment.source.slice(0, 20)}”被当作注释，不会印出。`,
    hint: '若是内容，请给整段文字加上引号；若是注释，请在“#”后加一个空格。',
    offset: comment.offset,
    isWarning: true,
  };
}
