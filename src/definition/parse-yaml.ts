import { Composer, type CST, type Document, isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import type { Diagnostic, SourceLocation } from '../diagnostics/diagnostic.js';
import { locationAt, type SourceText } from '../diagnostics/source-text.js';
import { MAX_LINE_CHARACTERS, withinLimit } from './limits.js';
import { checkTokens } from './yaml/check-tokens.js';
import { type Finding, findingToDiagnostic } from './yaml/finding.js';
import { fullWidthColon, missingSpace } from './yaml/known-causes.js';
import { onePerLine, syntaxFindings } from './yaml/syntax-findings.js';
import { readTokens } from './yaml/tokens.js';
import { buildTree, type Place } from './yaml/tree.js';

/** Keys and indexes from the top of the file to a value. */
export type YamlPath = readonly (string | number)[];

/** The content of a YAML file: null-prototype objects, lists and texts as typed, with the place of each. */
export interface YamlTree {
  readonly value: unknown;
  /** Place of a key or value; for a path that does not exist, of its nearest existing parent's key. */
  readonly locate: (path: YamlPath, part?: 'key' | 'value') => SourceLocation;
}

export interface ParsedYaml {
  readonly tree?: YamlTree;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads YAML 1.2 with nothing interpreted: every scalar stays the text as typed. Gives a tree only without errors. */
export function parseYaml(source: SourceText): ParsedYaml {
  const refused = (findings: readonly Finding[]): ParsedYaml => ({
    diagnostics: withinLimit(findings, (finding) => findingToDiagnostic(finding, source), source.file),
  });
  const unfit = checkCharacters(source);
  if (unfit.length > 0) return refused(unfit);
  const tokens = readTokens(source.text);
  if (!tokens) return refused([TOO_COMPLEX]);
  const seen = checkTokens(tokens);
  if (seen.some(({ code }) => code === 'yaml-too-deep' || code === 'yaml-too-many-items')) return refused(seen);
  const { findings, value, place } = compose(tokens, source, seen);
  const { diagnostics } = refused(findings);
  const isRefused = findings.some((finding) => !finding.isWarning);
  return isRefused ? { diagnostics } : { tree: { value, locate: locator(place, source) }, diagnostics };
}

const TOO_COMPLEX: Finding = {
  code: 'yaml-too-complex',
  message: '文件的内容太多，超出允许范围。',
  hint: '核对是否选错了文件，或有内容被重复粘贴。',
  offset: 0,
};

interface Composed {
  readonly findings: readonly Finding[];
  readonly value?: unknown;
  readonly place?: Place;
}

function compose(tokens: readonly CST.Token[], source: SourceText, seen: readonly Finding[]): Composed {
  const documents = composeDocuments(tokens);
  const problems = documents.flatMap((document) => [...document.errors, ...document.warnings]);
  const root = documents[0]?.contents;
  const whole = checkWholeFile(root ?? undefined, source, problems.length > 0);
  const built = root ? buildTree(root, source.text) : undefined;
  const all = [...seen, ...syntaxFindings(problems, source), ...(built?.findings ?? []), ...whole];
  const errors = onePerLine(
    all.filter((finding) => !finding.isWarning),
    source,
  );
  // Where the syntax is broken, a folded text is more likely a consequence than meant.
  const isKept = ({ code, isWarning }: Finding) => isWarning && !(errors.length > 0 && code === 'yaml-folded-space');
  const findings = [...errors, ...all.filter(isKept)].sort((a, b) => a.offset - b.offset);
  return built ? { findings, value: built.value, place: built.place } : { findings };
}

/** Failsafe: every scalar is a text. Duplicate keys are our own linear check, the library's is quadratic. */
function composeDocuments(tokens: readonly CST.Token[]): Document.Parsed<ParsedNode>[] {
  const composer = new Composer({ schema: 'failsafe', uniqueKeys: false, version: '1.2' });
  return [...composer.compose(tokens, true, 0)];
}

function locator(root: Place | undefined, source: SourceText): YamlTree['locate'] {
  return (path, part = 'value') => {
    let place = root;
    for (const [index, step] of path.entries()) {
      const next = place?.children.get(step);
      if (!next) return locationAt(source, index === 0 ? 0 : (place?.key ?? place?.value ?? 0));
      place = next;
    }
    return locationAt(source, (part === 'key' ? place?.key : undefined) ?? place?.value ?? 0);
  };
}

/** What makes a file unfit before its syntax is looked at. */
function checkCharacters(source: SourceText): Finding[] {
  const tooLong = source.lines.findIndex((line) => line.length > MAX_LINE_CHARACTERS);
  return tooLong < 0 ? controlCharacters(source) : [lineTooLong(source.lineStarts[tooLong] ?? 0)];
}

function lineTooLong(offset: number): Finding {
  const message = `这一行超过 ${MAX_LINE_CHARACTERS} 个字符。`;
  return { code: 'file-line-too-long', message, hint: '核对是否丢失了换行，或选错了文件。', offset };
}

/** Raw control characters: the parser uses some of them as its own marks, and a terminal obeys others. */
function controlCharacters({ text }: SourceText): Finding[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
  return [...text.matchAll(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFEFF]+/g)].map((match) => ({
    code: 'file-control-character',
    message: `文件里有看不见的控制字符（${codePoint(match[0])}）。`,
    hint: '多为从其他软件复制带来，请删去后重新输入。',
    offset: match.index,
  }));
}

function codePoint(text: string): string {
  return `U+${text.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The file as a whole must be one map of keys. */
function checkWholeFile(root: ParsedNode | undefined, source: SourceText, hasErrors: boolean): Finding[] {
  if (hasErrors || (root && isMap(root))) return [];
  if (!root || (isScalar(root) && String(root.value) === '')) return [EMPTY];
  if (isSeq(root)) return [{ ...NOT_A_MAP, message: '文件最外层是清单（“- ”开头）。', offset: root.range[0] }];
  return textOnly(source);
}

const EMPTY: Finding = {
  code: 'yaml-empty',
  message: '文件是空的，或只有注释。',
  hint: '核对文件是否已经保存，或复制一份示例后修改。',
  offset: 0,
};

const NOT_A_MAP: Finding = {
  code: 'yaml-not-a-map',
  message: '文件里没有一个“键: 值”。',
  hint: '最外层应为“键: 值”，每个键一行，顶格写。',
  offset: 0,
};

/** With every colon full-width, a file is one long text: each line shows its slip. */
function textOnly(source: SourceText): Finding[] {
  const slips = source.lines.flatMap((line, index) => {
    const cause = fullWidthColon(line) ?? missingSpace(line);
    if (!cause) return [];
    const { index: column, ...explanation } = cause;
    return [{ ...explanation, offset: (source.lineStarts[index] ?? 0) + column }];
  });
  return slips.length > 0 ? slips : [NOT_A_MAP];
}
