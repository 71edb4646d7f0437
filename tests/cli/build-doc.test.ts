import * as fs from 'node:fs';
import { existsSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { commandLine, DISTRICT_YAML, OFFICE, OFFICE_FILES, OFFICE_YAML, REPORT_FILES, testProject } from './command-line.js';

const FOLDER = `out/2026/${OFFICE}`;
const bytes = (path: string) => readFileSync(path).toString('base64');

test('builds the newest year: says what it read and wrote', async () => {
  const project = testProject();
  const { exitCode, stderr, stdout } = await commandLine(project, ['build-doc']);
  expect(exitCode, stderr).toBe(0);
  expect(stdout).toBe('');
  expect(stderr).toMatch(new RegExp(`^读取 ${OFFICE_YAML}（继承 ${DISTRICT_YAML}）$`, 'm'));
  expect(stderr).toMatch(new RegExp(`^已写 ${FOLDER}/${OFFICE_FILES[0]}（\\d+ KB）$`, 'm'));
  expect(stderr).toMatch(new RegExp(`^已写 ${FOLDER}/${OFFICE_FILES[1]}（\\d+ 页，\\d+ KB）$`, 'm'));
  expect(stderr).toMatch(/^用时 0 秒。$/m);
  expect(stderr).toMatch(/^核对 \d+ 处：.*未填 \d+ 处，.*未能核对 \d+ 处，.*符合 \d+ 处。$/m);
  expect(stderr).toContain(`核对报告 ${FOLDER}/核对报告.html`);
  expect(stderr).toContain('npm run check -- 003 --strict');
  expect(readdirSync(project.path(FOLDER)).sort()).toEqual([...OFFICE_FILES, ...REPORT_FILES].sort());
});

test('R3: what is a reminder or confirmed is not called 不符 on the screen; the next step is one of the same year', async () => {
  const { stderr } = await commandLine(testProject(), ['check', '003', '--year', '2026']);
  expect(stderr).toMatch(/提醒 \d+ 处，.*已确认 \d+ 处/);
  expect(stderr).toContain('核对通过');
  expect(stderr).not.toContain('不符');
  expect(stderr).toContain('npm run build-doc -- 003 --year 2026');
});

test('the same input gives the same bytes, wherever it is built', async () => {
  const [one, other] = [testProject(), testProject()];
  await commandLine(one, ['build-doc']);
  await commandLine(other, ['build-doc', one.path(OFFICE_YAML), '--out', '送审']);
  for (const name of OFFICE_FILES) expect(bytes(other.path(FOLDER.replace('out', '送审'), name))).toBe(bytes(one.path(FOLDER, name)));
  expect((await commandLine(one, ['build-doc'])).stderr).toContain(`未变 ${FOLDER}/${OFFICE_FILES[0]}`);
});

describe('findings block', () => {
  const broken = async () => {
    const project = testProject();
    await commandLine(project, ['build-doc']);
    const before = OFFICE_FILES.map((name) => bytes(project.path(FOLDER, name)));
    project.edit(OFFICE_YAML, (text) => text.replace('名称: 朔州市', '名稱: 朔州市'));
    return { project, before };
  };

  test('exit 1, the place and a suggestion, and the earlier files untouched', async () => {
    const { project, before } = await broken();
    const { exitCode, stderr } = await commandLine(project, ['build-doc']);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(new RegExp(`^${OFFICE_YAML}:\\d+:3 错误 unknown-key$`, 'm'));
    expect(stderr).toContain('没有写核对报告；文件夹里如有，不是按这份文件现在的内容写的。');
    expect(stderr).toMatch(/有错误，没有生成。“out”里如有 Word 和 PDF，仍是以前生成的/);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(OFFICE_FILES.map((name) => bytes(project.path(FOLDER, name)))).toEqual(before);
  });

  test('check finds the same', async () => {
    const { project } = await broken();
    const [built, checked] = [await commandLine(project, ['build-doc']), await commandLine(project, ['check'])];
    const findings = ({ stderr }: { stderr: string }) => stderr.split('\n').filter((line) => line.includes('错误'));
    expect(checked.exitCode).toBe(1);
    expect(findings(checked).slice(0, 2)).toEqual(findings(built).slice(0, 2));
  });

  test('one department does not keep the others from being built', async () => {
    const project = testProject();
    project.write('data/2026/001-甲.yaml', '部门：甲\n');
    const { exitCode, stderr } = await commandLine(project, ['build-doc']);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('共 2 个部门，1 个完成。');
    expect(existsSync(project.path(FOLDER, OFFICE_FILES[0] ?? ''))).toBe(true);
  });

  test('two files of one department', async () => {
    const project = testProject();
    project.write('data/2026/副本.yaml', readFileSync(project.path(OFFICE_YAML), 'utf8'));
    const { exitCode, stderr } = await commandLine(project, ['build-doc']);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^data\/2026\/副本\.yaml:\d+:\d+ 错误 department-twice$/m);
    expect(stderr).toContain(`与“${OFFICE_YAML}”是同一个部门、同一年度，会写到同一个文件夹。`);
  });

  test('a department whose name cannot be a file name', async () => {
    const project = testProject();
    project.edit(OFFICE_YAML, (text) => text.replace('名称: 朔州市平鲁区人民政府办公室', '名称: ../../PWNED'));
    const { exitCode, stderr } = await commandLine(project, ['build-doc']);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('错误 output-name');
    expect(existsSync(project.path('out'))).toBe(false);
  });
});

describe('drafts', () => {
  test('are made although findings block the official files', async () => {
    const project = testProject();
    project.edit(OFFICE_YAML, (text) => text.replace('一般公共预算: 2232000\n', '一般公共预算: 2232001\n'));
    expect((await commandLine(project, ['build-doc'])).exitCode).toBe(1);
    expect(readdirSync(project.path(FOLDER))).toEqual(REPORT_FILES);
    const { exitCode, stderr } = await commandLine(project, ['build-doc', '--draft']);
    expect(exitCode).toBe(0);
    expect(stderr).toContain(' 错误 basic-expenditure-equals-economic');
    const drafts = readdirSync(project.path(FOLDER)).filter((name) => name.includes('草稿'));
    expect(drafts.sort()).toEqual(
      [...OFFICE_FILES.map((name) => name.replace('预算公开', '预算草稿')), '核对报告-草稿.html', '核对报告-草稿.json'].sort(),
    );
  });

  test('have their own names and leave the official files alone', async () => {
    const project = testProject();
    const { exitCode, stderr } = await commandLine(project, ['build-doc', '--draft']);
    expect(exitCode, stderr).toBe(0);
    expect(readdirSync(project.path(FOLDER)).every((name) => name.includes('草稿'))).toBe(true);
    expect(stderr).toContain('草稿带“草稿”水印，只供内部核对，不能公开。');
  });
});

describe('output that cannot be written', () => {
  test('exit 4, and what stands there is said to be old', async () => {
    const project = testProject();
    await commandLine(project, ['build-doc']);
    project.edit(OFFICE_YAML, (text) => text.replace('内务股', '内勤股'));
    const rename = (from: string, to: string) => {
      if (to.endsWith('公开.docx')) throw Object.assign(new Error('busy'), { code: 'EBUSY' });
      renameSync(from, to);
    };
    const { exitCode, stderr } = await commandLine(project, ['build-doc'], { files: { ...fs, renameSync: rename as typeof renameSync } });
    expect(exitCode).toBe(4);
    expect(stderr).toContain(`不能写“${FOLDER}/${OFFICE_FILES[0]}”：它正被别的程序占用。`);
    expect(stderr).toContain(`请先关闭 Word/WPS 中的“${OFFICE_FILES[0]}”，再生成一次。`);
    expect(stderr).toContain(`没有写成。“${FOLDER}”里如有 Word 和 PDF，仍是以前生成的，与现在的 YAML 不一定相符。`);
    expect(readdirSync(project.path(FOLDER)).sort()).toEqual([...OFFICE_FILES, ...REPORT_FILES].sort());
  });

  test('--out is a file', async () => {
    const project = testProject();
    project.write('送审', '');
    const { exitCode, stderr } = await commandLine(project, ['build-doc', '--out', '送审']);
    expect(exitCode).toBe(4);
    expect(stderr).toContain('不能写“送审”：它（或它的上级）是一个文件或链接，不是文件夹。');
  });
});

describe('--format json', () => {
  test('says on stdout what was done', async () => {
    const { stdout } = await commandLine(testProject(), ['build-doc', '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({
      schemaVersion: 1,
      command: 'build-doc',
      draft: false,
      exitCode: 0,
      summary: { errors: 0, warnings: 0 },
      departments: [
        {
          input: OFFICE_YAML,
          outcome: 'written',
          pages: expect.any(Number),
          files: [
            {
              format: 'docx',
              path: `${FOLDER}/${OFFICE_FILES[0]}`,
              size: expect.any(Number),
              sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
            },
            ...OFFICE_FILES.slice(1).map((name) => ({ format: name.split('.').at(-1), path: `${FOLDER}/${name}` })),
            { format: 'html', path: `${FOLDER}/核对报告.html` },
            { format: 'json', path: `${FOLDER}/核对报告.json` },
          ],
        },
      ],
    });
  });

  test('holds the findings', async () => {
    const project = testProject();
    project.edit(OFFICE_YAML, (text) => text.replace('名称: 朔州市', '名稱: 朔州市'));
    const { exitCode, stdout } = await commandLine(project, ['check', '--format', 'json']);
    const report = JSON.parse(stdout) as { exitCode: number; departments: { diagnostics: { code: string }[] }[] };
    expect(report.exitCode).toBe(exitCode);
    expect(report.departments[0]?.diagnostics[0]?.code).toBe('unknown-key');
  });
});
