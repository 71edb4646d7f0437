import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { printDiagnostics } from '../../diagnostics/print.js';
import type { SourceText } from '../../diagnostics/source-text.js';
import { type Environment, outputFolder, showPath } from '../../environment.js';
import { calledFile, isStopped, type Outcome, type WrittenFile } from '../../publication/outcome.js';
import type { BuildRequest } from '../build-request.js';

/** What people read while one department is dealt with: what was read, what was found, what was written. */
export function sayOutcome(outcome: Outcome, request: BuildRequest, environment: Environment): void {
  const { input, diagnostics, sources, files } = outcome;
  environment.say(`读取 ${input}${inherited(outcome)}`);
  sayFindings(diagnostics, sources, environment);
  if (outcome.toldBy !== undefined) environment.say(`错误和上面“${outcome.toldBy}”列出的是同一处，改正那里。`);
  if (outcome.checked !== undefined) environment.say(outcome.checked);
  if (outcome.agreed !== undefined) environment.say(outcome.agreed);
  for (const file of files) sayFile(file, outcome, environment);
  if (hasNoReport(outcome)) environment.say(NO_REPORT);
  if (outcome.outcome === 'checked') environment.say(checkedLine(outcome));
  if (isNotWritten(outcome)) environment.say(notWrittenLine(outcome, request, environment));
}

/** There is nothing to report on where a file could not be read whole; what stands in the folder may say that all is well. */
export const hasNoReport = ({ outcome, files }: Pick<Outcome, 'files'> & { readonly outcome: string }): boolean =>
  (outcome === 'checked' || outcome === 'blocked') && files.length === 0;

export const NO_REPORT = '没有写核对报告；文件夹里如有，不是按这份文件现在的内容写的。';

export function sayFindings(diagnostics: readonly Diagnostic[], sources: readonly SourceText[], environment: Environment): void {
  const text = printDiagnostics(diagnostics, sources, { color: environment.color });
  if (text !== '') environment.say(`\n${text}`, 'painted');
}

/** The closing line: how it went and how long it took. */
export function sayEnd(outcomes: readonly Outcome[], request: BuildRequest, milliseconds: number, environment: Environment): void {
  if (outcomes.length === 0) return;
  const done = outcomes.filter(isDone);
  const count = outcomes.length > 1 ? `共 ${outcomes.length} 份，${done.length} 份完成。` : '';
  const draft = request.draft && done.length > 0 ? '草稿带“草稿”水印，只供内部核对，不能公开。' : '';
  environment.say(`${draft}${count}用时 ${seconds(milliseconds)} 秒。`);
  const next = outcomes.length === 1 && done[0] ? nextStep(done[0], request) : undefined;
  if (next !== undefined) environment.say(`下一步：${next}`);
}

function sayFile(file: WrittenFile, outcome: Outcome, environment: Environment): void {
  const called = outcome.names && calledFile(file, outcome.names);
  if (called === undefined) return;
  const done = outcome.outcome === 'written' ? '已写' : '未变';
  environment.say(called === '核对报告' ? `${called} ${file.path}` : `${done} ${file.path}（${sizeOf(file, outcome)}）`);
}

/** What people do after a document that came out well. */
function nextStep({ names }: Outcome, { command, draft, strict, year }: BuildRequest): string | undefined {
  const [number] = /^\d+/.exec(names?.folders.at(-1) ?? '') ?? [];
  if (number === undefined) return undefined;
  // Without its year it would be looked for in the newest one.
  const code = year === undefined ? number : `${number} --year ${year}`;
  if (draft) return `填完、改好以后生成正式文件：npm run build-doc -- ${code}`;
  if (command === 'check') return `生成 Word 和 PDF：npm run build-doc -- ${code}`;
  return strict ? '看核对报告，签字。' : `看核对报告，签字；公开以前再严格核对一遍：npm run check -- ${code} --strict`;
}

function isDone(outcome: Outcome): boolean {
  return outcome.outcome === 'written' || outcome.outcome === 'unchanged' || (outcome.outcome === 'checked' && !isStopped(outcome));
}

/** The district file, where it was read. */
function inherited({ input, sources }: Outcome): string {
  const district = sources.find(({ file }) => file !== input && !file.startsWith('templates/'));
  return district ? `（继承 ${district.file}）` : '';
}

function checkedLine(outcome: Outcome): string {
  const { diagnostics, pages } = outcome;
  if (isStopped(outcome)) return '核对没有通过，改正后才能生成正式文件。';
  return `核对通过${diagnostics.length > 0 ? '，请看上面的提醒' : ''}（PDF 共 ${pages ?? 0} 页；没有生成 Word 和 PDF）。`;
}

/** As it is known of a batch's documents, too. */
type Result = Pick<Outcome, 'names' | 'diagnostics'> & { readonly outcome: string };

export const isNotWritten = ({ outcome }: Result): boolean => outcome === 'blocked' || outcome === 'failed';

/** Why there are no files, and what those are that stand there. */
export function notWrittenLine({ outcome, names, diagnostics }: Result, request: BuildRequest, environment: Environment): string {
  const why = outcome === 'failed' ? '没有写成。' : '有错误，没有生成。';
  if (diagnostics.some(({ code }) => code === 'output-unfinished')) return why;
  const out = outputFolder(request.out, environment);
  const folder = names ? join(out, ...names.folders) : out;
  if (!existsSync(folder)) return why;
  return `${why}“${showPath(environment, folder)}”里如有 Word 和 PDF，仍是以前生成的，与现在的 YAML 不一定相符。`;
}

function sizeOf(file: WrittenFile, { pages }: Outcome): string {
  const size = `${Math.ceil(file.size / 1024)} KB`;
  return file.format === 'pdf' && pages !== undefined ? `${pages} 页，${size}` : size;
}

export const seconds = (milliseconds: number): string => `${Math.round(milliseconds / 100) / 10}`; // ok: a duration
