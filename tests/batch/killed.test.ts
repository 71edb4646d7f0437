import { spawn } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { textToRecord } from '../../src/features/batch/page/entry.js';
import { sha256 } from '../../src/input/read-files.js';
import { EDITIONS } from '../../src/publication/editions.js';
import type { TestProject } from '../cli/command-line.js';
import { copyProgram } from './program-copy.js';
import { filesUnder, folderOf, smallDistrict } from './small-district.js';

const CODES = ['001', '002', '003', '004'];

test('killed in the middle: what is there is whole, and the next run makes the rest', async () => {
  const program = copyProgram();
  const project = smallDistrict(CODES, []);
  const start = () => startBatch(join(program.folder, 'dist/cli.js'), project);
  const killed = start();
  while (!isSomethingWritten(project)) await sleep(5);
  killed.process.kill('SIGKILL');
  expect((await killed.ended).signal).toBe('SIGKILL');
  for (const code of CODES) expectWholeOrNone(project, code);

  const { exitCode, stderr } = await start().ended;
  expect(exitCode, stderr).toBe(0);
  expect(stderr).toContain('共 4 个部门，4 个完成');
  const reference = smallDistrict(CODES, []);
  cpSync(project.path('data/2026'), reference.path('data/2026'), { recursive: true });
  expect((await startBatch(join(program.folder, 'dist/cli.js'), reference).ended).exitCode).toBe(0);
  const files = filesUnder(project, 'out');
  expect(files).toEqual(filesUnder(reference, 'out'));
  for (const name of files) {
    expect(readFileSync(project.path('out', name)).equals(readFileSync(reference.path('out', name))), name).toBe(true);
  }
  program.remove();
});

/** The program as a whole, as a person starts it in the district's folder. */
function startBatch(cli: string, project: TestProject) {
  const child = spawn(process.execPath, [cli, 'build-doc', '--all', '--workers', '2'], {
    cwd: project.folder,
    env: { PATH: process.env['PATH'] },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<{ exitCode: number | null; signal: string | null; stderr: string }>((resolve) => {
    child.on('close', (exitCode, signal) => resolve({ exitCode, signal, stderr }));
  });
  return { process: child, ended };
}

/** The first of the files has its name; others may still be on their way. */
function isSomethingWritten(project: TestProject): boolean {
  if (!existsSync(project.path('out/2026'))) return false;
  return filesUnder(project, 'out/2026').some((name) => name.endsWith('公开.docx') && !name.includes('/.'));
}

/** Where a record stands, its files are what it says, unless a journal tells the next run to put them there. */
function expectWholeOrNone(project: TestProject, code: string): void {
  const folder = project.path('out/2026', folderOf(code));
  if (!existsSync(join(folder, '.build.json')) || readdirSync(folder).includes('.commit.json')) return;
  const record = textToRecord(readFileSync(join(folder, '.build.json'), 'utf8'));
  expect(record?.files).toHaveLength(EDITIONS.length + 2);
  for (const { name, sha256: stated } of record?.files ?? []) expect(sha256(readFileSync(join(folder, name))), name).toBe(stated);
}
