import { isPair, isScalar, Lexer, type Pair, parseDocument, stringify, type YAMLMap } from 'yaml';
import type { z } from 'zod';
import { TO_CONFIRM } from '../../definition/carried-over-words.js';
import { parseYaml } from '../../definition/parse-yaml.js';
import { type InputFile, readSource } from '../../definition/read-source.js';
import { type Diagnostic, hasErrors } from '../../diagnostics/diagnostic.js';
import { type SourceText, sourceText } from '../../diagnostics/source-text.js';
import type { Path } from '../../previous-year/place-names.js';
import { type KeptText, planEdits } from './plan-edits.js';
import { inChineseDigits, staleYears } from './stale-years.js';
import { applyEdits, type TextEdit } from './text-edits.js';

/** A file of the new year, or why there is none. */
export interface RolledFile {
  readonly text?: string;
  readonly toFill: number;
  readonly toConfirm: readonly KeptText[];
  /** What is wrong with the old file, or what in the new one speaks of past years. */
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly SourceText[];
}

/** What a file of the new year is made from. */
export interface RollRequest {
  readonly file: InputFile;
  /** The new file as messages show it. */
  readonly target: string;
  readonly schema: z.ZodType;
  readonly year: number;
}

/** Makes a file of `year` from the one of the year before: only what is of its year is touched, comments and order stay. */
export function rollFile({ file, target, schema, year }: RollRequest): RolledFile {
  const source = readSource(file.bytes, file.name);
  const parsed = source.text ? parseYaml(source.text) : { diagnostics: [] };
  const diagnostics = [...source.diagnostics, ...parsed.diagnostics].filter(({ severity }) => severity === 'error');
  if (!source.text || !parsed.tree || hasErrors(diagnostics))
    return { toFill: 0, toConfirm: [], diagnostics, sources: source.text ? [source.text] : [] };
  const { text } = source.text;
  const root = parseDocument(text, { schema: 'failsafe', uniqueKeys: false }).contents as YAMLMap;
  const { edits, toConfirm, toFill } = planEdits(root, { text, data: parsed.tree.value, schema, year });
  const rolled = rollComments(applyEdits(text, [...edits, ...markEdits(text, root, toConfirm, year)]), year);
  const written = sourceText(target, rolled);
  return { text: withLineEndsOf(file.bytes, rolled), toFill, toConfirm, diagnostics: staleTexts(written, year - 1), sources: [written] };
}

/** The list of texts to be confirmed stands before the first key; one that last year left behind goes. */
function markEdits(text: string, root: YAMLMap, toConfirm: readonly KeptText[], year: number): TextEdit[] {
  const pairs = root.items.filter(isPair);
  const start = startOf(pairs[0]);
  const old = pairs.findIndex((pair) => isScalar(pair.key) && pair.key.value === TO_CONFIRM);
  const removed = old < 0 ? [] : [{ start: startOf(pairs[old]), end: startOf(pairs[old + 1]) || text.length, text: '' }];
  return toConfirm.length === 0 ? removed : [{ start, end: start, text: markList(toConfirm, year) }, ...removed];
}

function markList(toConfirm: readonly KeptText[], year: number): string {
  const lines = toConfirm.map(({ name, years }) => {
    const note = years.length === 0 ? '' : `   # 写着 ${years.join('、')}`;
    return `  - ${stringify(name, { lineWidth: 0 }).trim()}${note}\n`;
  });
  const comment = `# 下列内容沿用 ${year - 1} 年的：逐条核对，改好或没有问题后，删去它的那一行；全部删完，“待确认:”也删去，才能公开。`;
  return `${comment}\n${TO_CONFIRM}:\n${lines.join('')}\n`;
}

function startOf(pair: Pair | undefined): number {
  return (pair?.key as { range?: readonly [number, number, number] } | undefined)?.range?.[0] ?? 0;
}

/** A text with the line ends of the file that it comes from. */
export function withLineEndsOf(bytes: Uint8Array, text: string): string {
  const isWindows = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).includes('\r\n');
  return isWindows ? text.replace(/\n/g, '\r\n') : text;
}

/** Marks that the lexer puts between the pieces of a text; they are not in it. */
const MARKS = new Set(['\u0002', '\u0018', '\u001f']);

/**
 * «2025年部门预算» of a comment speaks of the file itself, and so does the year of a command, so they get the file's new year; other
 * years are history and stay.
 */
export function rollComments(text: string, year: number): string {
  const pieces = [...new Lexer().lex(text)].filter((piece) => !MARKS.has(piece));
  const rolled = (piece: string) =>
    [String, inChineseDigits]
      .reduce((said, write) => rollYearOf(said, write(year - 1), write(year)), piece)
      .replace(`--year ${year - 1}`, `--year ${year}`);
  return pieces.map((piece) => (piece.startsWith('#') ? rolled(piece) : piece)).join('');
}

/** 年 may be left out («2025部门预算»); the end of a span («2023—2025年预算») and the year of a notice (财预〔2025〕) stay. */
function rollYearOf(comment: string, old: string, next: string): string {
  const ofTheFile = `(?<![\\d〇一二三四五六七八九]|[\\d〇一二三四五六七八九]年?[-–—~～至]{1,2})${old}(?=\\s*(?:年度?)?[^\\d〕，。；、\\s]{0,8}预算)`;
  return comment.replace(new RegExp(ofTheFile, 'g'), next);
}

/** Every text of a file that still speaks of `old` or the year before, with its place: left as it is, for a person to judge. */
function staleTexts(source: SourceText, old: number): Diagnostic[] {
  const { tree } = parseYaml(source);
  if (!tree) return [];
  return textsOf(tree.value).flatMap(({ path, text }): Diagnostic[] => {
    const years = staleYears(text, old);
    if (years.length === 0) return [];
    const message = `“${path.at(-1)}”里还写着 ${years.join('、')}：${excerptOf(text, years[0] ?? '')}`;
    return [
      { code: 'stale-year', severity: 'warning', message, at: tree.locate(path), hint: '核对是否要改成新的年份；仍然正确的不用改。' },
    ];
  });
}

function textsOf(value: unknown, path: Path = []): { readonly path: Path; readonly text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((item, index) => textsOf(item, [...path, index]));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, item]) => (path.length === 0 && key === TO_CONFIRM ? [] : textsOf(item, [...path, key])));
}

/** The year with the words around it. */
function excerptOf(text: string, year: string): string {
  const at = Math.max(0, text.indexOf(year));
  const [from, to] = [Math.max(0, at - 10), at + 20];
  return `“${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}”。`;
}
