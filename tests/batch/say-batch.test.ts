import { expect, test } from 'vitest';
import type { Environment } from '../../src/environment.js';
import { progressOf, sayBatchEnd, sayErrors, sayTable } from '../../src/features/batch/say-batch.js';
import type { BatchOutcome } from '../../src/features/batch/task.js';
import { outputNames } from '../../src/output/file-names.js';
import { finding } from './entries.js';

const made: BatchOutcome = {
  input: 'data/2026/001-财政局.yaml',
  outcome: 'written',
  names: outputNames({ year: '2026', code: '001', name: '财政局' }, false),
  files: [],
  diagnostics: [finding('reason-says-something')],
  sources: [],
  pages: 30,
  milliseconds: 1234,
  isUnit: false,
};
const { pages: _, names: __, ...nothing } = made;
const crashed: BatchOutcome = {
  ...nothing,
  input: 'data/2026/002.yaml',
  outcome: 'crashed',
  diagnostics: [],
  failure: { message: 'bug', stack: 'bug\n  at x' },
};
const blocked: BatchOutcome = {
  ...made,
  outcome: 'blocked',
  isUnit: true,
  diagnostics: [finding('unknown-key', 'error'), finding('reason-given')],
};
const OUTCOMES = [made, crashed, blocked];
const REQUEST = { command: 'build-doc', departments: [], draft: false, strict: false, format: 'text' } as const;

/** What is said and shown, on a terminal or not. */
function listen(say: (environment: Environment) => void, terminal = false) {
  const [said, shown]: [string[], string[]] = [[], []];
  const machine = { terminal, processors: 2, node: '20', version: '0.0.0', platform: 'test', program: '', worker: '' };
  let ticks = 0;
  say({
    color: false,
    clock: () => 45_000 * ticks++,
    machine,
    project: '/没有这个文件夹',
    say: (line) => said.push(line),
    progress: (line) => shown.push(line),
  } as Partial<Environment> as Environment);
  return { said: said.join('\n'), shown };
}

test('without a terminal, a line for each; on one, a line that is replaced and says how long it will take', () => {
  const run = (environment: Environment) => OUTCOMES.forEach(progressOf(3, environment));
  expect(listen(run).said.split('\n')).toEqual(['1/3 001-财政局：已写', '2/3 002：程序出错，没有生成', '3/3 001-财政局：有错误，没有生成']);
  expect(listen(run, true)).toEqual({ said: '', shown: ['1/3 001-财政局，大约还要 2 分钟', '2/3 002，大约还要 45 秒', '3/3 001-财政局'] });
});

test('errors in full under the name of their department, reminders not', () => {
  const { said } = listen((environment) => sayErrors(OUTCOMES, REQUEST, environment));
  expect(said).toContain('\n001-财政局\n');
  expect(said).toContain('错误 unknown-key\n  unknown-key的话。');
  // No file can stand in a folder that is not there.
  expect(said).toMatch(/\n有错误，没有生成。$/m);
  expect(said).not.toContain('仍是以前生成的');
  expect(said).not.toContain('reason-');
  expect(said).toContain('程序内部出错，这不是数据的问题；以前生成的文件没有动。\n  bug\n  提示：加 --debug');
  expect(listen((environment) => sayErrors(OUTCOMES, { ...REQUEST, debug: true }, environment)).said).toContain('\n  at x');
});

test('one line a document, columns under each other', () => {
  expect(
    listen((environment) => sayTable(OUTCOMES, environment))
      .said.trim()
      .split('\n'),
  ).toEqual([
    '部门        错误  提醒  页数    用时  文件',
    '001-财政局     0     1    30  1.2 秒  已写',
    '002            0     0        1.2 秒  程序出错，没有生成',
    '001-财政局     1     1    30  1.2 秒  有错误，没有生成',
  ]);
});

test('the end: departments and units, reminders with where they are', () => {
  const { said } = listen((environment) => sayBatchEnd(OUTCOMES, 'out/2026/index.html', REQUEST, 2000, environment));
  expect(said.split('\n')).toEqual([
    '提醒共 2 个，内容见各部门文件夹里的核对报告。',
    '汇总页 out/2026/index.html（内部用；对社会公开的是同一文件夹的 部门预算公开目录.html）',
    '共 2 个部门、1 个单位，1 个完成。用时 2 秒。',
  ]);
});
