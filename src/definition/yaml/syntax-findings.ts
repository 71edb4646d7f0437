import type { YAMLError } from 'yaml';
import { lineIndexAt, type SourceText } from '../../diagnostics/source-text.js';
import type { Explanation, Finding } from './finding.js';
import { knownCause } from './known-causes.js';

/** The library's errors as findings: by their likely cause where a line shows one, else translated. */
export function syntaxFindings(errors: readonly YAMLError[], source: SourceText): Finding[] {
  return errors
    .filter((error) => !SEEN_AT_ITS_START.test(error.message))
    .flatMap((error) => {
      const causes = causesWithin(error.pos, source);
      if (causes.length > 0) return causes;
      const offset = firstCharacter(source.text, error.pos[0]);
      return [{ ...(overIndented(error, source) ?? translateError(error)), offset }];
    });
}

/** Open quotes and brackets, which `checkTokens` reports where they open. */
const SEEN_AT_ITS_START = /^Missing closing ['"]quote|end with a [\]}]$/;

/** An error of indentation is reported at the start of its line; what the user sees begins after the spaces. */
function firstCharacter(text: string, offset: number): number {
  return offset + (/^ *(?=\S)/.exec(text.slice(offset, offset + 200))?.[0].length ?? 0);
}

/** A key indented below a value: to YAML one long key, where the user only sees a line pushed to the right. */
function overIndented({ code, pos }: YAMLError, source: SourceText): Explanation | undefined {
  if (code !== 'BLOCK_AS_IMPLICIT_KEY' && code !== 'MULTILINE_IMPLICIT_KEY') return undefined;
  const index = lineIndexAt(source, pos[0]);
  const start = source.lineStarts[index] ?? 0;
  const before = source.text.slice(start, pos[0]);
  const rest = (source.lines[index] ?? '').slice(pos[0] - start);
  if (!/: *$/.test(before) || /:(?: |$)/.test(rest) || rest.trim() === '') return undefined;
  const hint = '下一行若是另一个键，应与这一行的键左端对齐；若是同一段文字，请写成一行。';
  return { code: 'yaml-indent', message: '下一行缩进多了，与这一行连在了一起。', hint };
}

/** An error over several lines (a key that ran on) may have one cause in each of them. */
function causesWithin([start, end]: readonly [number, number], source: SourceText): Finding[] {
  const causes: Finding[] = [];
  const last = Math.max(lineIndexAt(source, start), lineIndexAt(source, Math.max(start, end - 1)));
  for (let index = lineIndexAt(source, start); index <= last; index += 1) {
    const cause = knownCause(source.lines[index] ?? '');
    if (!cause) continue;
    const { index: column, ...explanation } = cause;
    causes.push({ ...explanation, offset: (source.lineStarts[index] ?? 0) + column });
  }
  return causes;
}

/**
 * One error a line, the first given: one slip makes the parser stumble several times over the same words. Torn numbers
 * are slips each, as many as there are amounts in the line.
 */
export function onePerLine(findings: readonly Finding[], source: SourceText): Finding[] {
  const first = new Map<number, Finding>();
  return findings.filter((finding) => {
    const line = lineIndexAt(source, finding.offset);
    const seen = first.get(line) ?? finding;
    first.set(line, seen);
    return seen === finding || (seen.code === 'yaml-torn-number' && finding.code === 'yaml-torn-number');
  });
}

/** Says a library error in Chinese. The library's codes are a closed union: a new one fails the build here. */
export function translateError({ code, message }: Pick<YAMLError, 'code' | 'message'>): Explanation {
  switch (code) {
    case 'ALIAS_PROPS':
    case 'BAD_ALIAS':
    case 'MULTIPLE_ANCHORS':
      return { code: 'yaml-anchor', message: '不支持锚点和引用（“&”“*”）。', hint: quote('&、*') };
    case 'BAD_COLLECTION_TYPE':
    case 'MULTIPLE_TAGS':
    case 'TAG_RESOLVE_FAILED':
    case 'BAD_PROP_ORDER':
      return { code: 'yaml-tag', message: '不支持标签（“!”）。', hint: quote('!') };
    case 'BAD_DIRECTIVE':
      return { code: 'yaml-directive', message: '不支持以“%”开头的指令。', hint: '删去这一行。' };
    case 'BAD_DQ_ESCAPE':
      return { code: 'yaml-quote', message: '双引号中的反斜杠“\\”写法无效。', hint: '改用单引号，反斜杠就按原样印出。' };
    case 'BAD_INDENT':
      if (/[Ff]low/.test(message)) return missing(message);
      return { code: 'yaml-indent', message: '缩进不齐：同一层的各项须左端对齐，下一层须再缩进。', hint: INDENT };
    case 'BAD_SCALAR_START':
      return { code: 'yaml-reserved-character', message: '值不能以“@”“`”“|”“>”“%”等符号开头。', hint: quote('这些符号') };
    case 'BLOCK_AS_IMPLICIT_KEY':
      return { code: 'yaml-colon-in-value', message: '一行里有两个“键: 值”，或清单写在了键的后面。', hint: COLON };
    case 'BLOCK_IN_FLOW':
      return { code: 'yaml-bracket', message: '括号 [ ] 或 { } 中不能用缩进分层。', hint: '去掉括号，每项一行。' };
    case 'DUPLICATE_KEY':
      return { code: 'yaml-duplicate-key', message: '键重复。', hint: '删去其中一个。' };
    case 'IMPOSSIBLE':
    case 'UNEXPECTED_TOKEN':
      return unexpected(message);
    case 'KEY_OVER_1024_CHARS':
      return { code: 'yaml-key', message: '键太长（超过 1024 个字符）。', hint: '核对冒号的位置，长文字应写在值里。' };
    case 'MISSING_CHAR':
      return missing(message);
    case 'MULTILINE_IMPLICIT_KEY':
      return { code: 'yaml-missing-colon', message: '这一行没有半角冒号，与下一行连成了一个键。', hint: MISSING_COLON };
    case 'MULTIPLE_DOCS':
      return { code: 'yaml-multiple-documents', message: '一个文件里只能有一份预算。', hint: '删去“---”。' };
    case 'NON_STRING_KEY':
      return { code: 'yaml-key', message: '键必须是文字。', hint: '核对冒号左边的内容。' };
    case 'RESOURCE_EXHAUSTION':
      return { code: 'yaml-too-deep', message: '嵌套层数太多，无法读取。', hint: '核对缩进和括号。' };
    case 'TAB_AS_INDENT':
      return { code: 'yaml-tab-indent', message: '用制表符（Tab）缩进。', hint: '改为半角空格，每层缩进两个。' };
    default:
      return unknownCode(code);
  }
}

const INDENT = '缩进只用半角空格，每层两个。';
const COLON = '值里有“: ”时请给整个值加上引号；下一层内容请另起一行并缩进。';
const MISSING_COLON = '写成“键: 值”，用半角冒号，冒号后空一格；长文字换行时，下面各行须比键多缩进。';

function quote(what: string): string {
  return `文字以${what}开头时，请给整段文字加上引号。`;
}

/** One library code stands for several mistakes, told apart by its English text; the last line catches the rest. */
function missing(message: string): Explanation {
  if (/closing ['"]quote/.test(message)) {
    return { code: 'yaml-quote', message: '引号没有结束。', hint: '在文字末尾补上同样的引号；文字里的双引号写作“\\"”。' };
  }
  if (message.startsWith('Implicit map keys')) {
    return { code: 'yaml-missing-colon', message: '这一行没有半角冒号，不是“键: 值”。', hint: MISSING_COLON };
  }
  if (message.startsWith('Comments must')) {
    return { code: 'yaml-missing-space', message: '“#”前没有空格。', hint: '注释的“#”前须有空格；“#”是内容时请给整段文字加上引号。' };
  }
  if (message.startsWith('Missing space after :')) {
    return { code: 'yaml-missing-space', message: '冒号后没有空格。', hint: '写成“键: 值”，冒号后空一格。' };
  }
  if (message.startsWith('Sequence item')) {
    return { code: 'yaml-indent', message: '清单里这一行缺少开头的“- ”。', hint: '每项以“- ”开头并左端对齐；清单后面的键须退回上一层。' };
  }
  if (/flow/.test(message)) {
    return {
      code: 'yaml-bracket',
      message: '括号 [ ] 或 { } 没有结束，或各项之间缺少半角逗号。',
      hint: '括号要成对，逗号用半角；或去掉括号，每项一行。',
    };
  }
  return { code: 'yaml-syntax', message: '这里缺少符号或空格。', hint: '核对这一行的冒号、引号、空格和缩进。' };
}

function unexpected(message: string): Explanation {
  if (/flow|comma|Unexpected ,/.test(message)) {
    return {
      code: 'yaml-bracket',
      message: '括号 [ ] 或 { } 里的内容有误。',
      hint: '核对括号和逗号是否成对、是否多写；或给整段文字加上引号。',
    };
  }
  if (/at node end/.test(message)) {
    return {
      code: 'yaml-quote',
      message: '引号或括号结束后还有内容。',
      hint: '整段文字放在一对引号里；文字里的双引号写作“\\"”，或改用中文引号。',
    };
  }
  if (/[Bb]lock scalar header/.test(message)) {
    return {
      code: 'yaml-reserved-character',
      message: '“|”或“>”后面还有文字。',
      hint: '“|”后换行，文字写在下面并缩进；或给整段文字加上引号。',
    };
  }
  return { code: 'yaml-syntax', message: '这里的内容不合 YAML 的写法。', hint: '核对这一行的缩进、冒号、引号和“- ”。' };
}

function unknownCode(code: never): Explanation {
  throw new Error(`yaml error code without a translation: ${String(code)}`);
}
