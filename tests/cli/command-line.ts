import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { parseArguments } from '../../src/commands/arguments/parse-arguments.js';
import { run } from '../../src/commands/run.js';
import type { Environment } from '../../src/environment.js';
import { EDITIONS } from '../../src/publication/editions.js';
import { ROOT } from '../support/build-case.js';
import { environmentIn } from '../support/environment.js';

export const OFFICE = '003-朔州市平鲁区人民政府办公室';
/** Every edition of its disclosure, in the order in which they are told of. */
export const OFFICE_FILES = EDITIONS.map(({ suffix }) => `${OFFICE}-2026年部门预算公开${suffix}`);

export const REPORT_FILES = ['核对报告.html', '核对报告.json'];

/** A project of its own with the repository's templates, fonts and code lists, and the office's data to be changed. */
export interface TestProject {
  readonly folder: string;
  write(path: string, text: string): void;
  edit(path: string, change: (text: string) => string): void;
  path(...parts: string[]): string;
}

export const OFFICE_YAML = `data/2026/${OFFICE}.yaml`;
export const DISTRICT_YAML = 'data/2026/区县.yaml';

export function testProject(): TestProject {
  const project = emptyProject();
  for (const name of ['templates', 'fonts']) symlinkSync(join(ROOT, name), project.path(name));
  cpSync(join(ROOT, 'data'), project.path('data'), { recursive: true });
  return project;
}

function emptyProject(): TestProject {
  const folder = mkdtempSync(join(tmpdir(), 'budget-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = (...parts: string[]) => join(folder, ...parts);
  const write = (file: string, text: string) => {
    mkdirSync(dirname(path(file)), { recursive: true });
    writeFileSync(path(file), text);
  };
  return { folder, path, write, edit: (file, change) => write(file, change(readFileSync(path(file), 'utf8'))) };
}

/** A folder that is not the program's: no templates, fonts or code lists of its own, and so far no data. */
export function ownFolder(): TestProject & { readonly changes: Partial<Environment> } {
  const project = emptyProject();
  return { ...project, changes: { home: ROOT } };
}

/** What a run left: its exit code, what people read and what programs read. */
export interface Ran {
  readonly exitCode: number;
  readonly stderr: string;
  readonly stdout: string;
}

/** Runs a command line inside this process; durations come out as 0. */
export async function commandLine(project: TestProject, argv: readonly string[], changes: Partial<Environment> = {}): Promise<Ran> {
  const stderr: string[] = [];
  const stdout: string[] = [];
  const environment = testEnvironment(project, { print: (line) => stdout.push(line), say: (line) => stderr.push(line), ...changes });
  const exitCode = await run(parseArguments(argv), environment);
  return { exitCode, stderr: stderr.join('\n'), stdout: stdout.join('\n') };
}

export const testEnvironment = (project: TestProject, changes: Partial<Environment> = {}): Environment =>
  environmentIn(project.folder, changes);
