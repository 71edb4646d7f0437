import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../support/build-case.js';

/** The program as a whole, without fonts: the one thing that is ours to have in place. */
let project: string;
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'budget-process-'));
  for (const name of ['node_modules', 'data', 'templates']) symlinkSync(join(ROOT, name), join(project, name));
  for (const name of ['dist', 'package.json']) cpSync(join(ROOT, name), join(project, name), { recursive: true });
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

const start = (argv: string[], more: Record<string, string> = {}) =>
  spawnSync(process.execPath, [join(project, 'dist/cli.js'), ...argv], {
    cwd: project,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...more },
  });

test('help goes to stdout, exit 0', () => {
  const { status, stdout, stderr } = start(['build-doc', '--help']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('用法：');
});

test('wrong use goes to stderr, exit 2', () => {
  const { status, stdout, stderr } = start(['build-doc', '--fast']);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain('没有“--fast”这个选项。');
});

test('--quiet leaves the problems; --version names what reports name', () => {
  const { status, stderr } = start(['check', '没有.yaml', '--quiet']);
  expect(status).toBe(3);
  expect(stderr.trim()).toMatch(/^错误 file-missing[^]*共 1 个错误。$/);
  const { stdout } = start(['--version']);
  expect(stdout).toMatch(/^部门预算公开 \d+\.\d+\.\d+\nNode\.js \d+\.\d+\.\d+（\w+-\w+）\n/);
  expect(stdout).toMatch(/^方案 templates\/shanxi\/（\d+ 个文件） [0-9a-f]{12}$/m);
  expect(stdout).toMatch(/^科目目录 data\/classifications\/2026\/（\d+ 个文件） [0-9a-f]{12}$/m);
});

test('unreadable input: exit 3, without colour on a pipe', () => {
  const { status, stderr } = start(['check', '没有.yaml']);
  expect(status).toBe(3);
  expect(stderr).not.toContain('\u001B');
});

test('a bug of ours: exit 70, no stack', () => {
  const { status, stderr } = start(['build-doc']);
  expect(status).toBe(70);
  expect(stderr).toContain('程序内部出错，这不是数据的问题；以前生成的文件没有动。');
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(existsSync(join(project, 'out'))).toBe(false);
});

test('a bug of ours with --debug: the stack', () => {
  expect(start(['build-doc', '--调试']).stderr).toMatch(/\n\s+at /);
});

test('options that npm took are not lost in silence', () => {
  const { status, stderr } = start(['build-doc'], { npm_lifecycle_event: 'build-doc', npm_config_draft: 'true' });
  expect(status).toBe(2);
  expect(stderr).toContain('npm run build-doc -- --draft');
});

test('file names are meant from where npm was called', () => {
  const { stderr } = start(['check', '没有.yaml'], { npm_lifecycle_event: 'check', INIT_CWD: join(project, 'data', '2026') });
  expect(stderr).toContain('没有“data/2026/没有.yaml”这个文件。');
});
