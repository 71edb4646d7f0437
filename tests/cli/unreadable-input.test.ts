import { spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commandLine, DISTRICT_YAML, OFFICE_YAML, type TestProject, testProject } from './command-line.js';

/** Exit 3: nothing could be read, or nothing that is text. What is arranged may name the file to be built. */
const unreadable: [string, (project: TestProject) => unknown, string, string][] = [
  ['no such file', () => 'data/2026/003-朔州市平鲁区人民政府办公厅.yaml', 'file-missing', '是否为“003-朔州市平鲁区人民政府办公室.yaml”？'],
  ['no such folder', () => '没有/预算.yaml', 'file-missing', '没有“没有/预算.yaml”这个文件。'],
  ['a folder', () => 'data/2026', 'file-not-regular', '“data/2026”是文件夹，不是 YAML 文件。'],
  ['a pipe', pipe, 'file-not-regular', '“管道.yaml”是管道或设备，不是文件。'],
  ['a device', () => '/dev/zero', 'file-not-regular', '“/dev/zero”是管道或设备，不是文件。'],
  ['a link to itself', loop, 'file-unreadable', '“环.yaml”是指向自己的链接。'],
  ['no district file', (project) => rmSync(project.path(DISTRICT_YAML)), 'file-missing', `没有“${DISTRICT_YAML}”这个文件。`],
  [
    'not UTF-8',
    (project) => writeFileSync(project.path(OFFICE_YAML), Buffer.from('b2bfc3c53ac2b70a', 'hex')),
    'file-encoding',
    '请另存为 UTF-8',
  ],
  ['no departments', (project) => rmSync(project.path(OFFICE_YAML)), 'data-missing', '“data/2026”里没有部门的 YAML 文件。'],
  ['no years', (project) => rmSync(project.path('data'), { recursive: true }), 'data-missing', '“data”里没有年度文件夹。'],
  [
    'no such profile',
    (project) => project.edit(DISTRICT_YAML, (text) => text.replace('方案: shanxi', '方案: shaanxi')),
    'profile-missing',
    '是否为“shanxi”？',
  ],
  [
    'a profile outside templates/',
    (project) => project.edit(DISTRICT_YAML, (text) => text.replace('方案: shanxi', '方案: ../data')),
    'profile-missing',
    '没有“../data”这个方案',
  ],
  [
    'no profile named',
    (project) => project.edit(DISTRICT_YAML, (text) => text.replace('方案: shanxi\n', '')),
    'profile-missing',
    '都没有写“方案”。',
  ],
];

test.each(unreadable)('%s', async (_, arrange, code, text) => {
  const project = testProject();
  const file = arrange(project);
  const { exitCode, stderr } = await commandLine(project, ['build-doc', ...(typeof file === 'string' ? [file] : [])]);
  expect(stderr).toContain(`错误 ${code}`);
  expect(stderr).toContain(text);
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(exitCode).toBe(3);
});

test('a year without code lists borrows those of the year before, and says so', async () => {
  const project = testProject();
  nextYear(project);
  const { stderr } = await commandLine(project, ['check']);
  expect(stderr).toContain('提醒 classification-missing');
  expect(stderr).toContain('还没有 2027 年的科目目录，暂用 2026 年的');
  expect(stderr).toMatch(/提醒 codes-confirmed\n {2}有 \d+ 个科目的名称未经核实。/);
});

test('a year other than the folder says', async () => {
  const project = testProject();
  project.edit(DISTRICT_YAML, (text) => text.replace('年度: 2026', '年度: 2025'));
  const { exitCode, stderr } = await commandLine(project, ['check']);
  expect(exitCode).toBe(1);
  expect(stderr).toContain('错误 year-folder-differs\n  “区县.yaml”的年度是 2025，文件却在“2026”文件夹里。');
});

test('a file copied from another department is a reminder', async () => {
  const project = testProject();
  renameSync(project.path(OFFICE_YAML), project.path('data/2026/004-区委办公室.yaml'));
  const { exitCode, stderr } = await commandLine(project, ['check']);
  expect(exitCode).toBe(0);
  expect(stderr).toMatch(/^data\/2026\/004-区委办公室\.yaml:\d+:\d+ 提醒 file-name-differs$/m);
});

function pipe(project: TestProject): string {
  expect(spawnSync('mkfifo', [project.path('管道.yaml')]).status).toBe(0);
  return '管道.yaml';
}

function loop(project: TestProject): string {
  symlinkSync(project.path('环.yaml'), project.path('环.yaml'));
  return '环.yaml';
}

function nextYear(project: TestProject): void {
  mkdirSync(project.path('data/2027'));
  renameSync(project.path(OFFICE_YAML), project.path(OFFICE_YAML.replace('2026', '2027')));
  renameSync(project.path(DISTRICT_YAML), project.path(DISTRICT_YAML.replace('2026', '2027')));
  project.edit(DISTRICT_YAML.replace('2026', '2027'), (text) => text.replace('年度: 2026', '年度: 2027'));
}
