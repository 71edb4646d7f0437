import * as fs from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { BuildRequest } from '../../src/commands/build-request.js';
import { exitCodeOf } from '../../src/commands/exit-code.js';
import { sayOutcome } from '../../src/commands/messages/say.js';
import type { Environment } from '../../src/environment.js';

import type { FileOperations } from '../../src/output/context.js';
import { recoverAll, type WriteResult, writeTogether } from '../../src/output/write-together.js';
import { contents, context, failure, NEW, OLD, pair, temporaryFolder, watched } from './disk.js';

/*
 * Each operation of one writing meets each fault, and then the statement, the exit code and the folder are held against each
 * other. faults/ has the tables of what came out; npm run test:update makes it anew.
 */

interface Call {
  readonly count: number;
  readonly name: string;
  readonly path: string;
}

/** What goes wrong from the first call on that is hit: `again` counts the calls of the same operation on the same file. */
interface Fault {
  readonly label: string;
  readonly strikes: (call: Call, first: Call, again: number) => string | undefined;
}

const isSame = (call: Call, first: Call): boolean => call.name === first.name && call.path === first.path;
const MAKES = ['openSync', 'writeSync', 'fsyncSync', 'copyFileSync', 'mkdirSync'];

const FAULTS: readonly Fault[] = [
  { label: 'EBUSY twice', strikes: (call, first, again) => (isSame(call, first) && again <= 2 ? 'EBUSY' : undefined) },
  { label: 'EIO once', strikes: (call, first, again) => (isSame(call, first) && again === 1 ? 'EIO' : undefined) },
  { label: 'EBUSY always', strikes: (call, first) => (isSame(call, first) ? 'EBUSY' : undefined) },
  { label: 'EPERM always', strikes: (call, first) => (isSame(call, first) ? 'EPERM' : undefined) },
  { label: 'disk full from here', strikes: ({ name }) => (MAKES.includes(name) ? 'ENOSPC' : undefined) },
  { label: 'disk gone from here', strikes: () => 'EIO' },
];

const FOLDERS = ['2026', '003-甲'];
/** One writing, begun over old files or in a folder that is not there yet. */
const STARTS = {
  'over old files': { before: OLD, faults: FAULTS },
  'for the first time': { before: {}, faults: FAULTS.filter(({ label }) => !label.includes('always')) },
} as const;

describe.each(Object.entries(STARTS))('%s', (label, { before, faults }) => {
  const out = () => join(temporaryFolder(), 'out');

  test('whatever fails or is late, what is said is true, and the next run is right', { timeout: 60_000 }, async () => {
    const calls = await callsOf(out(), before);
    expect(calls.length).toBeGreaterThan(30);
    const rows: string[][] = [];
    for (const call of calls) {
      const row = [`${call.count}`, `${call.name} ${basename(call.path).replace(/^budget-output-.*/, 'parent') || 'handle'}`];
      for (const fault of faults) row.push(await meet(out(), before, call, fault));
      rows.push(row);
    }
    await expect(tableOf(rows, faults)).toMatchFileSnapshot(`faults/${label.replaceAll(' ', '-')}.md`);
  });
});

async function callsOf(out: string, before: Readonly<Record<string, string>>): Promise<Call[]> {
  await prepare(out, before);
  const calls: Call[] = [];
  await writeTogether(
    out,
    FOLDERS,
    pair('新'),
    context(out, { files: watched((count, name, path) => calls.push({ count, name, path: path.replace(out, '') })) }),
  );
  return calls;
}

async function meet(out: string, before: Readonly<Record<string, string>>, first: Call, fault: Fault): Promise<string> {
  await prepare(out, before);
  let slept = 0;
  const sleep = async (milliseconds: number) => {
    slept += milliseconds;
  };
  const files = injected(out, first, fault);
  const result = await writeTogether(out, FOLDERS, pair('新'), context(out, { files, sleep }));
  const folder = join(out, ...FOLDERS);
  const left = fs.existsSync(folder) ? contents(folder) : {};
  const state = `${first.count} ${first.name} ${first.path}: ${fault.label}`;
  expect(slept, state).toBeLessThan(60_000);
  if (fault.label === 'EBUSY twice') expect([result, left], state).toEqual([{ outcome: 'written', diagnostics: [] }, NEW]);
  holdAgainst(result, left, before, state);
  await expectRepaired(out, result, left, before, state);
  return cell(result, left, before);
}

/** The printed statement, the outcome and the exit code, each against what the folder holds. */
function holdAgainst(result: WriteResult, left: Record<string, string>, before: Readonly<Record<string, string>>, state: string): void {
  const now = kindOf(left, before);
  const text = printed(result);
  const codes = result.diagnostics.map(({ code }) => code);
  const exit = exitCodeOf(result.diagnostics);
  if (result.outcome === 'written') {
    expect([now, exit], state).toEqual(['new', 0]);
    expect(text, state).not.toMatch(/没有写成|仍是以前/);
    return;
  }
  expect([exit, result.outcome], state).toEqual([4, 'failed']);
  expect(text, state).toContain('没有写成');
  if (!codes.includes('output-unfinished')) expect(now, `${state}: ${text}`).toBe('old');
  else expect(text, state).not.toContain('如有 Word 和 PDF，仍是以前生成的');
  for (const [, name = ''] of text.matchAll(/“(a\.\w+)”(?=已是新的|、“)/g)) expect(left[name], state).toBe(NEW[name as keyof typeof NEW]);
}

/** On a healthy disk again, the next run finds or makes one pair, and nothing else stays. */
async function expectRepaired(
  out: string,
  { outcome }: WriteResult,
  left: Record<string, string>,
  before: Readonly<Record<string, string>>,
  state: string,
) {
  const folder = join(out, ...FOLDERS);
  await recoverAll(out, context(out));
  const recovered = fs.existsSync(folder) ? contents(folder) : {};
  expect(['old', 'new'], state).toContain(kindOf(recovered, before));
  if (outcome === 'written') expect(recovered, state).toEqual(NEW);
  expect(
    Object.keys(recovered).filter((name) => /^\.(?!lock)/.test(name)),
    state,
  ).toEqual([]);
  expect((await writeTogether(out, FOLDERS, pair('新'), context(out))).outcome, `${state} ${Object.keys(left)}`).not.toBe('failed');
  expect(contents(folder), state).toEqual(NEW);
}

function printed({ outcome, diagnostics }: WriteResult): string {
  const lines: string[] = [];
  const environment = {
    say: (line: string) => lines.push(line),
    color: false,
    home: temporary,
    project: temporary,
    folder: temporary,
  } as unknown as Environment;
  const names = { folders: FOLDERS, stem: 'a', report: '', reportData: '' };
  sayOutcome({ input: '甲.yaml', outcome, files: [], diagnostics, sources: [], names }, {} as BuildRequest, environment);
  return lines.join('\n');
}

/** Where `say` looks whether the folder is there. */
let temporary = '';

async function prepare(out: string, before: Readonly<Record<string, string>>): Promise<void> {
  temporary = join(out, '..');
  fs.rmSync(out, { recursive: true, force: true });
  if (Object.keys(before).length > 0) fs.mkdirSync(join(out, ...FOLDERS), { recursive: true });
  for (const [name, text] of Object.entries(before)) fs.writeFileSync(join(out, ...FOLDERS, name), text);
}

/** Whether the folder holds the pair of before, the new one, or some of each; temporaries aside. */
function kindOf(left: Record<string, string>, before: Readonly<Record<string, string>>): 'old' | 'new' | 'mixed' {
  const visible = JSON.stringify(Object.entries(left).filter(([name]) => !name.startsWith('.')));
  if (visible === JSON.stringify(Object.entries(before))) return 'old';
  return visible === JSON.stringify(Object.entries(NEW)) ? 'new' : 'mixed';
}

function injected(out: string, first: Call, fault: Fault): FileOperations {
  let again = 0;
  return watched((count, name, path) => {
    if (count < first.count) return;
    const call = { count, name, path: path.replace(out, '') };
    if (isSame(call, first)) again += 1;
    const code = fault.strikes(call, first, again);
    if (code !== undefined) throw failure(code);
  });
}

function cell({ outcome, diagnostics }: WriteResult, left: Record<string, string>, before: Readonly<Record<string, string>>): string {
  const codes = diagnostics.map(({ code }) => code.replace('output-', ''));
  const temporaries = Object.keys(left).filter((name) => name.startsWith('.'));
  const beside = temporaries.length > 0 ? ` + ${temporaries.join(' ')}` : '';
  return [outcome, ...codes, `exit ${exitCodeOf(diagnostics)}`, `${kindOf(left, before)}${beside}`].join(', ');
}

function tableOf(rows: readonly string[][], faults: readonly Fault[]): string {
  const head = ['', 'operation', ...faults.map(({ label }) => label)];
  const lines = [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`);
  return `${lines.join('\n')}\n`;
}
