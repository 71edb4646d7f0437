import type { BuildRequest } from '../../commands/build-request.js';
import { bugReport } from '../../commands/messages/bug-report.js';
import { hasNoReport, isNotWritten, NO_REPORT, notWrittenLine, sayFindings, seconds } from '../../commands/messages/say.js';
import type { Environment } from '../../environment.js';
import { displayWidth } from '../../plain/display-width.js';
import { isStopped } from '../../publication/outcome.js';
import { countWords, errorsOf, warningCount } from './page/entry.js';
import { PUBLIC_INDEX } from './page/public-index.js';
import type { BatchOutcome } from './task.js';

/** How many are done, and how long the rest will take: one line that is replaced on a terminal, else a line for each. */
export function progressOf(count: number, environment: Environment): (outcome: BatchOutcome) => void {
  let done = 0;
  const started = environment.clock();
  return (outcome) => {
    done += 1;
    const line = `${done}/${count} ${nameOf(outcome)}`;
    if (environment.machine.terminal) environment.progress(`${line}${remaining((environment.clock() - started) / done, count - done)}`);
    else environment.say(`${line}：${stateOf(outcome)}`);
  };
}

/** Of a minute and more it is told by the minute: nobody waits by the second. */
function remaining(each: number, left: number): string {
  const rest = (each * left) / 1000;
  if (left === 0) return '';
  return `，大约还要 ${rest < 60 ? `${Math.ceil(rest)} 秒` : `${Math.ceil(rest / 60)} 分钟`}`;
}

/** Errors in full, department by department, and what happened in writing; other warnings are counted, as each department's report has them. */
export function sayErrors(outcomes: readonly BatchOutcome[], request: BuildRequest, environment: Environment): void {
  for (const outcome of outcomes) {
    const errors = outcome.diagnostics.filter(({ code, severity }) => severity === 'error' || code.startsWith('output-'));
    if (errors.length > 0 || outcome.failure) environment.say(`\n${nameOf(outcome)}`);
    sayFindings(errors, outcome.sources, environment);
    if (errors.length > 0 && hasNoReport(outcome)) environment.say(NO_REPORT);
    // One that nobody could read so far, and a second file of the same department, have no folder of their own.
    if (errors.length > 0 && outcome.names && isNotWritten(outcome)) environment.say(notWrittenLine(outcome, request, environment));
    const waiting = outcomes.filter(({ toldBy }) => toldBy === outcome.input).length;
    if (waiting > 0) environment.say(`它的 ${waiting} 个所属单位也要等这里改正。`);
    if (outcome.failure) environment.say(bugReport(outcome.failure, request.debug ?? false));
  }
}

const COLUMNS = [
  { title: '部门', align: 'left' },
  { title: '错误', align: 'right' },
  { title: '提醒', align: 'right' },
  { title: '页数', align: 'right' },
  { title: '用时', align: 'right' },
  { title: '文件', align: 'left' },
] as const;

/** One line a department. */
export function sayTable(outcomes: readonly BatchOutcome[], environment: Environment): void {
  const rows = outcomes.map((outcome) => [
    nameOf(outcome),
    `${errorsOf(outcome.diagnostics).length}`,
    `${warningCount(outcome.diagnostics)}`,
    `${outcome.pages ?? ''}`,
    outcome.outcome === 'kept' ? '' : `${seconds(outcome.milliseconds)} 秒`,
    stateOf(outcome),
  ]);
  environment.say(`\n${textTable(COLUMNS, rows).join('\n')}\n`);
}

/** What became of the files, in a few words. */
function stateOf(one: BatchOutcome): string {
  if (one.toldBy !== undefined) return '错误见部门，没有生成';
  const { outcome } = one;
  switch (outcome) {
    case 'written':
      return '已写';
    case 'unchanged':
      return '内容未变';
    case 'kept':
      return '没有变化，未重做';
    case 'blocked':
      return '有错误，没有生成';
    case 'failed':
      return '没有写成';
    case 'crashed':
      return '程序出错，没有生成';
    case 'checked':
      return isStopped(one) ? '核对没有通过' : '核对通过';
    default:
      return outcome satisfies never;
  }
}

/** The closing lines: how many, where the page is, how long it took. */
export function sayBatchEnd(
  outcomes: readonly BatchOutcome[],
  page: string | undefined,
  request: BuildRequest,
  milliseconds: number,
  environment: Environment,
): void {
  const done = outcomes.filter(isMade).length;
  const kept = outcomes.filter(({ outcome }) => outcome === 'kept').length;
  const warnings = outcomes.reduce((sum, { diagnostics }) => sum + warningCount(diagnostics), 0);
  if (warnings > 0) environment.say(`提醒共 ${warnings} 个，内容见各部门文件夹里的核对报告。`);
  if (page !== undefined) environment.say(`汇总页 ${page}${request.draft ? '' : `（内部用；对社会公开的是同一文件夹的 ${PUBLIC_INDEX}）`}`);
  const unmade = kept > 0 ? `（其中 ${kept} 个没有变化，没有重做；要重做加 --force）` : '';
  const draft = request.draft && done > 0 ? '草稿带“草稿”水印，只供内部核对，不能公开。' : '';
  environment.say(`${draft}共 ${countWords(outcomes)}，${done} 个完成${unmade}。用时 ${seconds(milliseconds)} 秒。`);
}

export const isMade = ({ outcome }: BatchOutcome): boolean => outcome === 'written' || outcome === 'unchanged' || outcome === 'kept';

/** As the folder is named; the file's name where nothing more is known. */
export function nameOf({ names, input }: BatchOutcome): string {
  return names?.folders.at(-1) ?? (input.split(/[/\\]/).at(-1) ?? input).replace(/\.ya?ml$/i, '');
}

/** A column of a table in a terminal. */
interface TextColumn {
  readonly title: string;
  readonly align: 'left' | 'right';
}

const GAP = '  ';

/** Lines of a table whose columns stand under each other: a Chinese character takes two places. */
export function textTable(columns: readonly TextColumn[], rows: readonly (readonly string[])[]): string[] {
  const lines = [columns.map(({ title }) => title), ...rows];
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => displayWidth(line[index] ?? ''))));
  return lines.map((line) =>
    columns
      .map(({ align }, index) => pad(line[index] ?? '', widths[index] ?? 0, align))
      .join(GAP)
      .trimEnd(),
  );
}

function pad(text: string, width: number, align: TextColumn['align']): string {
  const space = ' '.repeat(Math.max(width - displayWidth(text), 0));
  return align === 'left' ? text + space : space + text;
}
