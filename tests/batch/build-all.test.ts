import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EDITIONS } from '../../src/publication/editions.js';
import { commandLine, type TestProject } from '../cli/command-line.js';
import { copyProgram, type ProgramCopy } from './program-copy.js';
import { fileOf, filesUnder, folderOf, nameOf, smallDepartment, smallDistrict } from './small-district.js';

const outputsOf = (code: string) =>
  [
    '.build.json',
    ...EDITIONS.map(({ suffix }) => `${folderOf(code)}-2026年部门预算公开${suffix}`).sort(),
    '核对报告.html',
    '核对报告.json',
  ].map((name) => `2026/${folderOf(code)}/${name}`);
let program: ProgramCopy;
beforeAll(() => {
  program = copyProgram();
});
afterAll(() => program.remove());

const build = (project: TestProject, ...argv: string[]) => commandLine(project, ['build-doc', ...argv], { machine: program.machine });
const all = (project: TestProject, ...more: string[]) => build(project, '--all', ...more);
/** What became of each department, by the last column of the table. */
const states = (stderr: string) => {
  const lines = stderr.split('\n').filter((line) => /^\d{3}-\S+ +\d+ +\d+ /.test(line));
  return lines.map((line) => `${line.slice(0, 3)} ${line.split(/ {2,}/).at(-1)}`);
};

test('a batch makes the same bytes as single builds, the page over them, and leaves nothing else', async () => {
  const project = smallDistrict(['001', '002', '003']);
  const { exitCode, stderr } = await all(project);
  expect(exitCode, stderr).toBe(0);
  expect(states(stderr)).toEqual(['001 已写', '002 已写', '003 已写']);
  expect(stderr).toMatch(/^[123]\/3 001-\S+：已写$/m);
  expect(stderr).toContain(
    '汇总页 out/2026/index.html（内部用；对社会公开的是同一文件夹的 部门预算公开目录.html）\n共 3 个部门，3 个完成。用时 0 秒。',
  );
  expect(filesUnder(project, 'out')).toEqual(
    [...['001', '002', '003'].flatMap(outputsOf), '2026/index.html', '2026/部门预算公开目录.html'].sort(),
  );

  expect((await build(project, '001', '003', '--out', '单个')).exitCode).toBe(0);
  const single = filesUnder(project, '单个');
  expect(single).toHaveLength(2 * (EDITIONS.length + 2));
  for (const name of single)
    expect(readFileSync(project.path('out', name)).equals(readFileSync(project.path('单个', name))), name).toBe(true);

  const page = readFileSync(project.path('out/2026/index.html'), 'utf8');
  expect(page).toContain('<title>虚构市示例区2026年部门预算公开</title>');
  expect(page).toContain('3 个部门都已生成');
  expect(page).toContain('3,000,000.00');
  const links = [...page.matchAll(/href="([^#"]+)"/g)].map(([, way = '']) => decodeURIComponent(way));
  expect(links).toHaveLength(1 + 3 * (EDITIONS.length + 1));
  for (const way of links) expect(existsSync(project.path('out/2026', way)), way).toBe(true);
});

test('one worker or two: the same page and the same outcomes', async () => {
  const [one, two] = [smallDistrict(['001', '002']), smallDistrict(['001', '002'])];
  const ran = [await all(one, '--workers', '1', '--format', 'json'), await all(two, '--workers', '2', '--format', 'json')];
  expect(ran.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
  const reports = ran.map(({ stdout }) => stdout.replace(/"milliseconds": \d+/g, ''));
  expect(reports[0]).toBe(reports[1]);
  expect(JSON.parse(ran[0]?.stdout ?? '')).toMatchObject({
    departments: [{ input: fileOf('001'), outcome: 'written', totals: { 收入总计: '1000000' } }, { input: fileOf('002') }],
    index: 'out/2026/index.html',
    district: { totals: { 收入总计: '2000000' }, counts: { 没有生成: 0 } },
  });
  for (const name of filesUnder(one, 'out'))
    expect(readFileSync(one.path('out', name)).equals(readFileSync(two.path('out', name))), name).toBe(true);
});

test("a department's units have documents of their own, and their money is counted once", async () => {
  const project = smallDistrict(['001']);
  project.write('data/2026/单位/001002.yaml', smallDepartment('001002'));
  const unit = `{名称: ${nameOf('001002')}, 单位性质: 事业, 定义: 001002.yaml}`;
  project.edit(fileOf('001'), (text) => text.replace('所属单位: 无}', `所属单位: [${unit}]}`));
  const { exitCode, stderr, stdout } = await all(project, '--format', 'json');
  expect(exitCode, stderr).toBe(0);
  expect(stderr).toContain('共 1 个部门、1 个单位，2 个完成。');
  expect(JSON.parse(stdout)).toMatchObject({
    departments: [{ totals: { 收入总计: '2000000' } }, { input: 'data/2026/单位/001002.yaml', totals: { 收入总计: '1000000' } }],
    district: { totals: { 收入总计: '2000000' } },
  });
  const page = readFileSync(project.path('out/2026/index.html'), 'utf8');
  expect(page).toContain(`${nameOf('001')}所属单位`);
});

test('the largest file goes first, and stands where its name belongs', async () => {
  const project = smallDistrict(['001', '002', '003']);
  project.edit(fileOf('003'), (text) => `${text}${'# 说明\n'.repeat(1000)}`);
  const { exitCode, stderr } = await all(project, '--workers', '1');
  expect(exitCode, stderr).toBe(0);
  expect(stderr).toMatch(/^1\/3 003-\S+：已写$/m);
  expect(states(stderr)).toEqual(['001 已写', '002 已写', '003 已写']);
});

describe('what happens to one department does not touch the others', () => {
  test('errors, an unreadable file, the same department twice', async () => {
    const project = smallDistrict(['001', '002']);
    project.edit(fileOf('002'), (text) => text.replace('收入: {单位资金: 1000000}', '收入: {单位资金: 1000001}'));
    project.write('data/2026/003-空.yaml', '');
    project.write('data/2026/004-副本.yaml', smallDepartment('001'));
    const { exitCode, stderr } = await build(project);
    expect(exitCode).toBe(1);
    expect(states(stderr)).toEqual(['001 已写', '002 有错误，没有生成', '003 有错误，没有生成', '004 有错误，没有生成']);
    // The second has a report of its own, which says what is wrong.
    expect(stderr.split('没有写核对报告；文件夹里如有，不是按这份文件现在的内容写的。')).toHaveLength(3);
    // Not of the third, whose folder nobody knows, nor of the fourth, in whose folder the first has just been written.
    expect(stderr.match(/.*仍是以前生成的.*/g)).toEqual([
      `有错误，没有生成。“out/2026/${folderOf('002')}”里如有 Word 和 PDF，仍是以前生成的，与现在的 YAML 不一定相符。`,
    ]);
    expect(stderr).toContain(' 错误 revenue-equals-expenditure');
    expect(stderr).toContain(`与“${fileOf('001')}”是同一个部门、同一年度，会写到同一个文件夹。`);
    expect(filesUnder(project, `out/2026/${folderOf('002')}`)).toEqual(['核对报告.html', '核对报告.json']);
    expect(readFileSync(project.path('out/2026/index.html'), 'utf8')).toContain('4 个部门，其中 3 个还不能公开');
  });

  test('a worker that throws, and one that runs out of memory: exit 70, the rest is made', async () => {
    const project = smallDistrict(['001', '002', '003', '004', '005']);
    const { exitCode, stderr, stdout } = await commandLine(project, ['build-doc', '--format', 'json'], { machine: program.failing });
    expect(exitCode, stderr).toBe(70);
    expect(states(stderr)).toEqual(['001 已写', '002 程序出错，没有生成', '003 程序出错，没有生成', '004 已写', '005 已写']);
    expect(stderr).toContain('程序内部出错，这不是数据的问题；以前生成的文件没有动。\n  a mistake of the program');
    const { departments } = JSON.parse(stdout) as { departments: { outcome: string; failure?: string }[] };
    expect(departments.map(({ outcome }) => outcome)).toEqual(['written', 'crashed', 'crashed', 'written', 'written']);
    expect(departments[2]?.failure).toContain('memory');
    expect(readFileSync(project.path('out/2026/index.html'), 'utf8')).toContain('程序内部出错，请联系维护人员：a mistake of the program');
  });

  test('a thread comes round to its event loop between documents: what they leave behind is let go of', async () => {
    const project = smallDistrict(['001', '002', '003', '004', '005', '006']);
    const turning = `let turned = true;
      export default async () => {
        const message = turned ? 'came round' : 'did not';
        turned = false;
        setImmediate(() => { turned = true; });
        throw new Error(message);
      };`;
    project.write('turning.mjs', turning);
    const machine = { ...program.machine, worker: project.path('turning.mjs') };
    const { stdout } = await commandLine(project, ['build-doc', '--workers', '1', '--format', 'json'], { machine });
    const { departments } = JSON.parse(stdout) as { departments: { failure: string }[] };
    // The next may be there before the loop has come round, but not each time; a thread that waits never does.
    const [, ...later] = departments.map(({ failure }) => failure.split('\n')[0]);
    expect(later).toContain('came round');
  });

  test('workers that cannot start at all: every department is told of, nothing hangs', async () => {
    const project = smallDistrict(['001', '002', '003']);
    const machine = { ...program.machine, worker: project.path('没有.js') };
    // Some fail while the others are being ended already: an error then would be one too many, which vitest reports.
    for (let run = 0; run < 20; run += 1) {
      const { exitCode, stderr } = await commandLine(project, ['build-doc'], { machine });
      expect(exitCode).toBe(70);
      expect(states(stderr)).toHaveLength(3);
    }
  });
});

describe('what has not changed is not made again', () => {
  const KEPT = '没有变化，未重做';

  test('only the changed department is made; --force makes all; the page stays the same', async () => {
    const project = smallDistrict(['001', '002']);
    // Each worker has to load the program first; one is enough here.
    const again = async (...more: string[]) => states((await all(project, '--workers', '1', ...more)).stderr);
    expect(await again()).toEqual(['001 已写', '002 已写']);
    const page = readFileSync(project.path('out/2026/index.html'), 'utf8');
    const { stderr } = await all(project);
    expect(states(stderr)).toEqual([`001 ${KEPT}`, `002 ${KEPT}`]);
    expect(stderr).toContain('2 个完成（其中 2 个没有变化，没有重做；要重做加 --force）。');
    expect(readFileSync(project.path('out/2026/index.html'), 'utf8')).toBe(page);
    project.edit(fileOf('001'), (text) => text.replace('承担培训服务', '承担咨询服务'));
    expect(await again()).toEqual(['001 已写', `002 ${KEPT}`]);
    expect(await again('--force')).toEqual(['001 内容未变', '002 内容未变']);
  });

  test('drafts have records and a page of their own; warnings of what is kept are still counted', async () => {
    const project = smallDistrict(['001']);
    const first = await all(project, '--draft');
    expect(first.stderr).toContain('草稿带“草稿”水印');
    expect(filesUnder(project, 'out/2026').filter((name) => !name.includes('/'))).toEqual(['index-草稿.html']);
    expect(states((await all(project, '--draft')).stderr)).toEqual([`001 ${KEPT}`]);
    const official = await all(project);
    expect(states(official.stderr)).toEqual(['001 已写']);
    const warnings = ({ stderr }: { stderr: string }) => /提醒共 \d+ 个/.exec(stderr)?.[0];
    expect(warnings(official)).toBeDefined();
    expect(warnings(await all(project))).toBe(warnings(official));
  });
});

test('the page cannot be written: exit 4, and the departments are', async () => {
  const project = smallDistrict(['001']);
  project.write('送审/2026/index.html/文件', '');
  const { exitCode, stderr } = await all(project, '--out', '送审');
  expect(exitCode).toBe(4);
  expect(states(stderr)).toEqual(['001 已写']);
  expect(stderr).toContain('不能写“送审/2026/index.html”：它是一个文件夹。');
});
