import * as fs from 'node:fs';
import { rmSync, unlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { doctor } from '../../src/features/doctor/command.js';
import { examine, reportText, type Seen } from '../../src/features/doctor/examine.js';
import { DISTRICT_YAML, OFFICE_YAML, type TestProject, testProject } from '../cli/command-line.js';
import { testEnvironment } from '../roll-over/environment.js';

async function run(project: TestProject, nodeVersion = '20.20.2', changes = {}) {
  const { environment, printed } = testEnvironment(project, changes);
  const exitCode = await doctor({ command: 'doctor', format: 'text' }, environment, nodeVersion);
  return { exitCode, text: printed() };
}

const linesWith = (text: string, state: string) => text.split('\n').filter((line) => line.startsWith(state));

/** The program's fonts as files of the project's own, where they may be changed. */
function withOwnFonts(): TestProject {
  const project = testProject();
  unlinkSync(project.path('fonts'));
  fs.cpSync(new URL('../../fonts', import.meta.url), project.path('fonts'), { recursive: true });
  return project;
}

test('the repository’s own data: all is well, and nothing is left behind', async () => {
  const project = testProject();
  const { exitCode, text } = await run(project);
  expect(exitCode, text).toBe(0);
  expect(linesWith(text, '有问题')).toEqual([]);
  for (const role of ['宋', '小标宋', '黑', '仿宋', '楷']) expect(text).toContain(`字体：${role} 用 `);
  expect(fs.existsSync(project.path('out'))).toBe(false);
});

describe('what is wrong is said with what to do', () => {
  test.each<[string, (project: TestProject) => void, string]>([
    [
      'GBK',
      (project) => fs.writeFileSync(project.path(OFFICE_YAML), Buffer.from([0xb2, 0xbf, 0xc3, 0xc5, 0x3a, 0x20, 0xbc, 0xd7, 0x0a])),
      '文件像是 GBK',
    ],
    [
      'no classifications',
      (project) => rmSync(project.path('data/classifications/2026'), { recursive: true }),
      '2026 年度的数据没有 2026 年的科目目录。',
    ],
    [
      'no such profile',
      (project) => project.edit(DISTRICT_YAML, (text) => text.replace('方案: shanxi', '方案: shanxy')),
      '没有“shanxy”这个方案',
    ],
    ['out/ is a file', (project) => project.write('out', ''), '“out”不能写'],
    ['no fonts', (project) => unlinkSync(project.path('fonts')), '读不了 fonts/'],
  ])('%s', async (_, change, words) => {
    const project = testProject();
    change(project);
    const { exitCode, text } = await run(project);
    expect(exitCode).toBe(1);
    expect(linesWith(text, '有问题').join('\n')).toContain(words);
    expect(text).toMatch(/提示：/);
  });

  test('an old Node', async () => {
    const { exitCode, text } = await run(testProject(), '18.20.0');
    expect(exitCode).toBe(1);
    expect(text).toContain('Node.js：18.20.0，太旧。');
  });

  test('a document that Word holds open, and one that may not be written', async () => {
    const project = testProject();
    for (const name of ['甲.docx', '乙.docx', '~$甲.docx']) project.write(`out/2026/003-甲/${name}`, '');
    const openSync = (path: fs.PathLike, flags: string) => {
      if (String(path).endsWith('乙.docx')) throw Object.assign(new Error('busy'), { code: 'EBUSY' });
      return fs.openSync(path, flags);
    };
    const { exitCode, text } = await run(project, '20.20.2', { files: { ...fs, openSync } });
    expect(exitCode).toBe(0);
    expect(linesWith(text, '注意').join('\n')).toContain('“out/2026/003-甲/甲.docx”好像正在 Word/WPS 中打开。');
    expect(linesWith(text, '注意').join('\n')).toContain('“out/2026/003-甲/乙.docx”正被别的程序占用。');
  });

  test('a shipped font that was changed', async () => {
    const project = withOwnFonts();
    fs.appendFileSync(project.path('fonts/FandolKai-Regular.subset.ttf'), 'x');
    const { exitCode, text } = await run(project);
    expect(exitCode).toBe(1);
    expect(linesWith(text, '有问题').join('\n')).toContain('fonts/FandolKai-Regular.subset.ttf 与程序自带的不同');
  });

  test('a font in fonts/local that is none', async () => {
    const project = withOwnFonts();
    project.write('fonts/local/方正小标宋.ttf', '不是字体');
    const { exitCode, text } = await run(project);
    expect(exitCode).toBe(0);
    expect(linesWith(text, '注意').join('\n')).toContain('没有采用字体文件“方正小标宋.ttf”');
  });
});

const NOTHING: Seen = {
  program: { version: '1.0.0', changed: [], missing: [], left: [] },
  outdated: { schemas: [], results: [], replaced: [] },
  nodeVersion: '22.1.0',
  fonts: { uses: [], findings: [] },
  output: { folder: 'out' },
  data: { files: 0, findings: [] },
  locked: [],
  dataYears: [],
  classificationYears: [],
  profiles: [],
};

test('no data yet', () => {
  expect(reportText(examine(NOTHING)).join('\n')).toMatchInlineSnapshot(`
    "正常  程序：1.0.0
    正常  Node.js：22.1.0
    正常  输出文件夹：“out”可以写。
    正常  以前生成的文件：没有被别的程序打开的。
    正常  数据文件：还没有数据文件。
    注意  科目目录：data/ 里还没有年度文件夹。
    　　  提示：用 npm run init 建立第一个部门的文件。
    共 6 项：正常 5，注意 1，有问题 0。"
  `);
});

test('what is outdated or was changed by hand', () => {
  const program = {
    version: '1.0.0',
    changed: ['app/fonts/fonts.json'],
    missing: ['app/templates/shanxi.zip'],
    left: ['templates/旧/方案.yaml'],
  };
  const outdated = {
    schemas: ['data/区县.schema.json'],
    results: [{ folder: 'out/2026/105-教育局', program: '0.9.0' }],
    replaced: ['shanxi'],
  };
  const text = reportText(examine({ ...NOTHING, program, outdated })).join('\n');
  expect(linesWith(text, '有问题')).toEqual(['有问题  程序：缺少 app/templates/shanxi.zip。']);
  expect(linesWith(text, '注意').map((line) => line.replace(/^注意\S*\s+/, ''))).toEqual(
    expect.arrayContaining([
      '程序：app/fonts/fonts.json 被改过，与程序自带的不同。',
      '程序：app/templates/旧/方案.yaml 是以前的版本留下的，或者是自己放进去的。',
      '编辑器：data/区县.schema.json 与这个版本的程序不符，编辑器的提示会过时。',
      '以前生成的文件：“out/2026/105-教育局”是 0.9.0 版生成的，现在是 1.0.0 版。',
      '方案：templates/shanxi 代替了程序自带的同名方案，程序更新时它不会跟着变。',
    ]),
  );
});

test('hundreds of files of an older program are one line', () => {
  const left = Array.from({ length: 600 }, (_, index) => `dist/${index}.js`);
  const text = reportText(examine({ ...NOTHING, program: { version: '1.0.0', changed: [], missing: [], left } })).join('\n');
  expect(linesWith(text, '注意').filter((line) => line.includes('程序：'))).toEqual([
    expect.stringContaining('程序：app/dist/0.js、app/dist/1.js、app/dist/2.js等 600 个文件 是以前的版本留下的'),
  ]);
});

test('the project as it is seen: another version’s files, and as JSON for programs', async () => {
  const project = testProject();
  project.write('data/区县.schema.json', '{}');
  project.write('out/2026/105-教育局/核对报告.json', '{"program":"0.0.1"}');
  const { environment, printed } = testEnvironment(project, {});
  expect(await doctor({ command: 'doctor', format: 'json' }, environment)).toBe(0);
  const { schemaVersion, lines } = JSON.parse(printed()) as { schemaVersion: number; lines: { state: string; message: string }[] };
  expect(schemaVersion).toBe(1);
  const noticed = lines.filter(({ state }) => state === '注意').map(({ message }) => message);
  expect(noticed.join('\n')).toContain('data/区县.schema.json 与这个版本的程序不符');
  expect(noticed.join('\n')).toContain('“out/2026/105-教育局”是 0.0.1 版生成的');
});
