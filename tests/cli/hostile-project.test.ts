import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, renameSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../support/build-case.js';
import { commandLine, DISTRICT_YAML, OFFICE, OFFICE_YAML, testProject } from './command-line.js';

/** A project whose templates and fonts are its own, to be spoilt. */
function ownProject() {
  const project = testProject();
  for (const name of ['templates', 'fonts']) {
    unlinkSync(project.path(name));
    cpSync(join(ROOT, name), project.path(name), { recursive: true });
  }
  return project;
}

const pipe = (path: string) => execFileSync('mkfifo', [path]);

describe('what is no file is never waited for, and is said', () => {
  const spoilt: [string, string, (path: string) => void, RegExp, number][] = [
    ['a pipe among the templates', 'templates/shanxi/词句/管道.hbs', pipe, /templates\/shanxi\/词句\/管道\.hbs”是管道或设备/, 3],
    [
      'a link among the templates',
      'templates/shanxi/词句/甲.hbs',
      (path) => symlinkSync('/etc/hostname', path),
      /词句\/甲\.hbs”是链接，没有读/,
      0,
    ],
    ['a pipe among the code lists', 'data/classifications/2026/x.csv', pipe, /classifications\/2026\/x\.csv”是管道或设备/, 3],
    ['a folder among the code lists', 'data/classifications/2026/x.csv', (path) => mkdirSync(path), /x\.csv”是文件夹/, 3],
    ['a pipe among the fonts', 'fonts/local/x.ttf', pipe, /没有采用字体文件“x\.ttf”：它不是普通文件/, 0],
    ['a folder among the fonts', 'fonts/local/x.ttf', (path) => mkdirSync(path), /没有采用字体文件“x\.ttf”：它不是普通文件/, 0],
    ['a pipe among the units', 'data/2026/单位/x.yaml', pipe, /核对通过/, 0],
    [
      'a folder named like a department',
      'data/2026/004-甲.yaml',
      (path) => mkdirSync(path),
      /004-甲\.yaml”是文件夹，名称却像部门的 YAML 文件/,
      0,
    ],
    ['a year that is a link', 'data/2027', (path) => symlinkSync('2026', path), /data\/2027”是链接，没有读/, 0],
    ['a pipe in the place of the report', `out/2026/${OFFICE}/核对报告.json`, pipe, /核对报告\.json”：它不是普通文件/, 4],
  ];
  test.each(spoilt)('%s', async (_, path, put, said, exitCode) => {
    const project = ownProject();
    mkdirSync(join(project.path(path), '..'), { recursive: true });
    put(project.path(path));
    const ran = await commandLine(project, ['check']);
    expect(ran.stderr).toMatch(said);
    expect(ran.exitCode).toBe(exitCode);
  });

  test('a profile that is a link in the own templates of an office', async () => {
    const project = ownProject();
    renameSync(project.path('templates/shanxi'), project.path('elsewhere'));
    symlinkSync('../elsewhere', project.path('templates/shanxi'));
    const { stderr, exitCode } = await commandLine(project, ['check'], { home: ROOT });
    expect(stderr).toContain('“templates/shanxi”是链接，没有读。');
    expect(stderr).toContain('请把方案的文件夹本身复制到 templates/。');
    expect(exitCode).toBe(0);
    const alone = await commandLine(project, ['check']);
    expect(alone.stderr).toContain('“templates/shanxi”是链接，没有读。');
    expect(alone.exitCode).toBe(3);
  });
});

test.each([
  ['a file', (path: string) => writeFileSync(path, '甲')],
  ['a pipe', pipe],
])('%s in the place of a profile in the own templates of an office', async (_, put) => {
  const project = ownProject();
  renameSync(project.path('templates/shanxi'), project.path('elsewhere'));
  put(project.path('templates/shanxi'));
  const { stderr, exitCode } = await commandLine(project, ['check'], { home: ROOT });
  expect(stderr).toContain('“templates/shanxi”不是文件夹，没有读。');
  expect(exitCode).toBe(0);
});

test('the report has the same bytes wherever people stand', async () => {
  const project = testProject();
  const report = () => readFileSync(project.path('out/2026', OFFICE, '核对报告.json'), 'utf8');
  await commandLine(project, ['check']);
  const expected = report();
  for (const folder of [project.path('data'), project.path('data/2026'), '/']) {
    await commandLine(project, ['check', project.path(OFFICE_YAML)], { folder });
    expect(report()).toBe(expected);
  }
  expect(expected).toContain(`"${OFFICE_YAML}`);
});

test('nothing that is printed steers the terminal', () => {
  const name = 'data/2026/\u001B[31m红\u009B2J\u202E.yaml';
  const run = (...argv: string[]) => spawnSync(process.execPath, [join(ROOT, 'dist/cli.js'), ...argv], { cwd: ROOT, encoding: 'utf8' });
  for (const argv of [
    ['check', name],
    ['check', '\u001B[2J'],
    ['explain', '\u001B]0;x\u0007'],
    ['check', name, '--format', 'json'],
  ]) {
    const { stdout, stderr } = run(...argv);
    expect(stdout + stderr).not.toMatch(/(?![\n\t])\p{Cc}|\p{Cf}/u);
  }
});

test('a name of a department with control characters', async () => {
  const project = testProject();
  writeFileSync(project.path('data/2026/004-\u001B[31m甲.yaml'), '金额单位: 元\n');
  const { stderr } = await commandLine(project, ['check']);
  expect(stderr).toContain('004-');
});

test.each([
  ['a duty', OFFICE_YAML, '负责政府系统的有关工作。', '负责政府系统的𰻝有关工作。'],
  ['a project’s name, in a cell', OFFICE_YAML, '名称: 政府印刷费', '名称: 政府印刷𰻝费'],
  ['a term of the district', DISTRICT_YAML, '解释: 指为保障机构', '解释: 指为保障𰻝机构'],
])('a character that no font has is said with the place where it was typed: %s', async (_, file, from, to) => {
  const project = testProject();
  project.edit(file, (text) => text.replace(from, to));
  const lines = readFileSync(project.path(file), 'utf8').split('\n');
  const line = lines.findIndex((text) => text.includes('𰻝'));
  const { stderr, exitCode } = await commandLine(project, ['check']);
  expect(stderr).toMatch(new RegExp(`^${file}:${line + 1}:\\d+ 错误 glyph-missing$`, 'm'));
  expect(exitCode).toBe(1);
});
