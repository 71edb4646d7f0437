import { cpSync, existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commandLine, OFFICE, OFFICE_YAML, type TestProject, testProject } from '../cli/command-line.js';

const NEXT = `data/2027/${OFFICE}.yaml`;
const DISTRICT = 'data/2027/区县.yaml';
const PDF = `out/2027/${OFFICE}/${OFFICE}-2027年部门预算公开.pdf`;
const MARKS = /待确认:\n(?: {2}- .*\n)+/;

async function rolledProject(): Promise<TestProject> {
  const project = testProject();
  cpSync(project.path('data/classifications/2026'), project.path('data/classifications/2027'), { recursive: true });
  const { exitCode, stderr } = await commandLine(project, ['new-year', '2027']);
  expect(exitCode, stderr).toBe(0);
  return project;
}

/** Fills in the figures of last year and its dates one year on; the marks stay. */
function fillIn(project: TestProject): void {
  // 上年预算 has become one line: with it on one line in the old file too, the lines are one for one, from the end.
  const old = readFileSync(project.path(OFFICE_YAML), 'utf8')
    .replace(/^上年预算:\n(?: .*\n)+/m, '上年预算:\n')
    .split('\n')
    .reverse();
  project.edit(NEXT, (text) => {
    const lines = text.split('\n').reverse();
    const filled = lines
      .map((line, index) => (line.includes('待填') ? (old[index] ?? '') : line))
      .reverse()
      .join('\n');
    return filled.replaceAll(/202(\d)-(\d\d-\d\d)/g, (_, year: string, day: string) => `202${Number(year) + 1}-${day}`);
  });
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

test('the command keeps every comment, the order of the keys and the line ends', async () => {
  const project = await rolledProject();
  const [old, made] = [OFFICE_YAML, NEXT].map((file) => readFileSync(project.path(file), 'utf8'));
  const comments = (text = '') => [...text.matchAll(/(?:^|\s)#.*$/gm)].map(([comment]) => comment.trim());
  // Only the year of the file itself, in its first line, is the new one.
  const before = comments(old).map((comment) => comment.replace(/2026 ?(?=年部门预算)/, (year) => year.replace('6', '7')));
  const kept = comments(made).filter((comment) => before.includes(comment));
  expect(before.length).toBeGreaterThan(20);
  expect(kept).toEqual(before);
  const keys = (text = '') => [...text.matchAll(/^[^\s#-].*?(?=:)/gm)].map(([key]) => key).filter((key) => key !== '待确认');
  expect(keys(made)).toEqual(keys(old));
  expect(made?.includes('\r')).toBe(old?.includes('\r'));
});

test('unfilled figures block, each with its place', async () => {
  const project = await rolledProject();
  const toFill = count(readFileSync(project.path(NEXT), 'utf8'), /待填/g);
  const { exitCode, stderr } = await commandLine(project, ['build-doc', '--year', '2027']);
  expect(exitCode).toBe(1);
  expect(count(stderr, /^data\/2027\/.*:\d+:\d+ 错误 not-filled-in$/gm)).toBe(toFill);
  expect(stderr).toContain('“一般公共预算”还没有填写（待填）。');
  expect(existsSync(project.path('out'))).toBe(false);
});

test('marks block until the last one is gone, and earlier outputs stay as they are', async () => {
  const project = await rolledProject();
  fillIn(project);
  const marked = await commandLine(project, ['build-doc', '--year', '2027']);
  const rolled = readFileSync(project.path(NEXT), 'utf8');
  const marks = count(rolled.match(MARKS)?.[0] ?? '', /^ {2}- /gm);
  const line = rolled.split('\n').indexOf('  - 职责') + 1;
  expect(marked.exitCode).toBe(1);
  expect(count(marked.stderr, /错误 text-unconfirmed/g)).toBe(marks + 1);
  expect(marked.stderr).toContain(
    `${NEXT}:${line}:5 错误 text-unconfirmed\n  “职责”沿用上年的内容，还没有人确认。\n  ${line} |   - 职责\n    |     ^\n  另见 ${NEXT}:`,
  );
  expect(marked.stderr).not.toContain('已经不在文件里');
  expect(marked.stderr).not.toContain('提醒 wrong-words');
  expect(marked.stderr).toContain(`${DISTRICT}:5:5 错误 text-unconfirmed`);
  expect(existsSync(project.path(PDF))).toBe(false);

  project.edit(DISTRICT, (text) => text.replace(MARKS, ''));
  project.edit(NEXT, (text) => text.replace(MARKS, ''));
  const clear = await commandLine(project, ['build-doc', '--year', '2027']);
  expect(clear.stderr).not.toContain('text-unconfirmed');
  expect(clear.exitCode, clear.stderr).toBe(0);

  const before = readFileSync(project.path(PDF)).toString('base64');
  project.edit(NEXT, (text) => `${text}待确认: [职责, 已经删去的]\n`);
  const again = await commandLine(project, ['build-doc', '--year', '2027']);
  expect(again.exitCode).toBe(1);
  expect(again.stderr).toContain('待确认的“已经删去的”已经不在文件里。');
  expect(readFileSync(project.path(PDF)).toString('base64')).toBe(before);
});

test('last year’s figures come from last year’s file; typed ones that differ are a finding', async () => {
  const project = await rolledProject();
  fillIn(project);
  project.edit(NEXT, (text) => text.replace('上年预算: 取自上年文件', '上年预算: {一般公共预算: 12627960.90}'));
  const { stderr } = await commandLine(project, ['check', '--year', '2027']);
  expect(stderr).toContain('错误 previous-year-contradicts');
  expect(stderr).toContain('上年预算的一般公共预算写的是 12,627,960.90元，上年文件里是 12,627,960.91元，相差 0.01元。');
  expect(stderr).toMatch(new RegExp(`另见 ${OFFICE_YAML}:\\d+:1 上年文件的支出`));
});

test('a draft can be made while texts are still to be confirmed', async () => {
  const project = await rolledProject();
  fillIn(project);
  const { exitCode, stderr } = await commandLine(project, ['build-doc', '--year', '2027', '--draft']);
  expect(exitCode, stderr).toBe(0);
});
