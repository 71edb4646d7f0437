import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ReadinessData } from '../../src/features/report/readiness-report.js';
import type { FileFingerprint } from '../../src/input/read-files.js';
import { ROOT } from '../support/build-case.js';
import { commandLine, OFFICE, OFFICE_FILES, OFFICE_YAML, type TestProject, testProject } from './command-line.js';

const FOLDER = `out/2026/${OFFICE}`;
const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
const readData = (project: TestProject, name = '核对报告.json') =>
  JSON.parse(readFileSync(project.path(FOLDER, name), 'utf8')) as ReadinessData;
const ofRole = (data: ReadinessData, role: FileFingerprint['role']) => data.files.filter((file) => file.role === role);

describe('核对报告 beside the documents', () => {
  test('holds the fingerprints of what went in and what came out', async () => {
    const project = testProject();
    await commandLine(project, ['build-doc']);
    const data = readData(project);
    expect(ofRole(data, '成品').map(({ name }) => name)).toEqual(OFFICE_FILES);
    for (const { name, sha256: stated } of ofRole(data, '成品')) expect(sha256(project.path(FOLDER, name))).toBe(stated);
    for (const { name, sha256: stated } of ofRole(data, '输入')) expect(sha256(project.path(name))).toBe(stated);
    expect(ofRole(data, '方案').map(({ name }) => name)).toEqual([expect.stringMatching(/^templates\/shanxi\/（\d+ 个文件）$/)]);
    expect(ofRole(data, '字体')).toHaveLength(5);
    expect(data.checklist.find(({ id }) => id === 'C05')?.page).toMatch(/^\d+$/);
  });

  test('a changed template changes its fingerprint', async () => {
    const project = testProject();
    await commandLine(project, ['check']);
    const before = ofRole(readData(project), '方案');
    project.write('data/2026/方案/说明/03-支出预算.hbs', readFileSync(project.path('templates/shanxi/说明/03-支出预算.hbs'), 'utf8'));
    await commandLine(project, ['check']);
    expect(ofRole(readData(project), '方案')).toEqual([...before, expect.objectContaining({ name: 'data/2026/方案/（1 个文件）' })]);
  });

  test('check leaves the documents of this very input on the report, and takes those of an older one off', async () => {
    const project = testProject();
    await commandLine(project, ['build-doc']);
    const built = readData(project);
    await commandLine(project, ['check']);
    expect(readData(project)).toEqual(built);
    project.edit(OFFICE_YAML, (text) => text.replace('内务股', '内勤股'));
    await commandLine(project, ['check']);
    expect(ofRole(readData(project), '成品')).toEqual([]);
    expect(existsSync(project.path(FOLDER, OFFICE_FILES[0] ?? ''))).toBe(true);
  });

  test('findings that block are on it', async () => {
    const project = testProject();
    project.edit(OFFICE_YAML, (text) => text.replace('一般公共预算: 2232000\n', '一般公共预算: 2232001\n'));
    await commandLine(project, ['build-doc']);
    const data = readData(project);
    expect(data).toMatchObject({ ready: false, draft: false });
    expect(data.findings.map(({ code }) => code)).toContain('basic-expenditure-equals-economic');
    await commandLine(project, ['build-doc', '--draft']);
    expect(readData(project, '核对报告-草稿.json')).toMatchObject({ ready: false, draft: true });
  });

  test('--strict is said on it', async () => {
    const project = testProject();
    await commandLine(project, ['check', '--strict']);
    expect(readData(project).strictness).toBe('strict');
    await commandLine(project, ['check']);
    expect(readData(project).strictness).toBe('basic');
  });
});

describe('check --templates', () => {
  test('the profiles that are shipped have nothing to look at', async () => {
    const { exitCode, stderr } = await commandLine(testProject(), ['check', '--templates']);
    expect(stderr).toMatch(/核对了 \d+ 个方案，没有发现问题。$/);
    expect(exitCode).toBe(0);
  });

  test('a figure typed into a district’s own template', async () => {
    const project = testProject();
    project.write('data/2026/方案/说明/03-支出预算.hbs', '支出合计 1262.80 万元。\n');
    const { stderr } = await commandLine(project, ['check', '--templates', 'shanxi']);
    expect(stderr).toContain('核对方案 templates/shanxi（加上区县自己的文件）');
    expect(stderr).toMatch(/^data\/2026\/方案\/说明\/03-支出预算\.hbs:1:6 提醒 template-literal-digits$/m);
  });

  test('a profile that is not there', async () => {
    const { exitCode, stderr } = await commandLine(testProject(), ['check', '--templates', 'shanxy']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringContaining('是否为“shanxi”？') });
  });
});

describe('explain', () => {
  test('prints the answer on stdout', async () => {
    const { exitCode, stdout, stderr } = await commandLine(testProject(), ['explain', '34.96%']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain('支出（基本支出） 4,414,880.00元 ÷ 支出 12,627,960.91元 ＝ 34.9611471833…%');
    expect(stdout).toMatch(/第 \d+ 页 第三部分/);
  });

  test('the README shows what is printed, line by line', async () => {
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
    const shown = [...readme.matchAll(/^\$ npm run --silent explain -- (\S+)\n(.*?)^```$/gms)];
    expect(shown.map(([, query]) => query)).toEqual(['34.96%', '47.81', '22.86%']);
    for (const [, query = '', text = ''] of shown) {
      const lines = (await commandLine(testProject(), ['explain', query])).stdout.split('\n');
      for (const line of text
        .trimEnd()
        .split('\n')
        .filter((each) => each !== '……')) {
        expect(lines).toContain(line);
        lines.splice(0, lines.indexOf(line) + 1);
      }
    }
  });

  test('a figure that is printed nowhere: exit 1', async () => {
    const { exitCode, stdout } = await commandLine(testProject(), ['explain', '99999.99']);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('没有找到印作“99999.99”的数');
  });

  test('as JSON, and of a file that does not build', async () => {
    const project = testProject();
    const { stdout } = await commandLine(project, ['explain', '47.81', '003', '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({
      schemaVersion: 1,
      query: '47.81',
      departments: [{ input: OFFICE_YAML, figures: [{ printed: ['47.81', '47.81万元'] }] }],
    });
    project.edit(OFFICE_YAML, (text) => text.replace('名称: 朔州市', '名稱: 朔州市'));
    const broken = await commandLine(project, ['explain', '47.81']);
    expect(broken.exitCode).toBe(1);
    expect(broken.stderr).toContain('unknown-key');
  });
});
