import * as fs from 'node:fs';
import { copyFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { departmentYaml, EXAMPLE_FOLDER } from '../../src/features/init/department-yaml.js';
import { districtYaml } from '../../src/features/init/district-yaml.js';
import { commandLine, ownFolder, type Ran } from './command-line.js';

const NAME = '105-虚构市示例区教育局';
const FILE = `data/2026/${NAME}.yaml`;
const INIT = ['init', '--年度', '2026', '--名称', '虚构市示例区教育局', '--代码', '105', '--性质', '行政'];

/** What nobody may ever see, whatever was typed: a stack, JavaScript's own words, an English message of the system. */
const INSIDES = /\n\s+at |程序内部出错|undefined|\[object|node:internal|TypeError|no such file|permission denied/i;

function expectRan({ exitCode, stderr, stdout }: Ran, code: number, said: string): void {
  expect({ exitCode, text: stderr + stdout }).toEqual({ exitCode: code, text: expect.stringContaining(said) });
  expect(stderr + stdout).not.toMatch(INSIDES);
  // A refusal says what to do, in Chinese.
  if (code !== 0 && code !== 1) expect(stderr).toMatch(/提示：.*\p{Script=Han}/u);
}

type Call = readonly [argv: readonly string[], exitCode: number, said: string];

/** A folder that has nothing yet: as a new user's. */
const EMPTY: readonly Call[] = [
  [[], 2, '没有写命令。'],
  [['xyz'], 2, '没有“xyz”这个命令。'],
  [['--version'], 0, '部门预算公开 '],
  [['--versions'], 2, '没有“--versions”这个选项。'],
  [['build-doc'], 3, '用 npm run init（菜单里的“新部门”）建立第一个部门的文件'],
  [['build-doc', '--all'], 3, '“data”里没有年度文件夹。'],
  [['build-doc', '105'], 3, '“data”里没有年度文件夹。'],
  [['check'], 3, '“data”里没有年度文件夹。'],
  [['check', '--draft'], 2, '没有“--draft”这个选项。'],
  [['explain', '1'], 3, '“data”里没有年度文件夹。'],
  [['explain'], 2, '缺少参数“数”。'],
  [['compare', '2026'], 2, '缺少参数“旧”。'],
  [['compare', '2026', '2025'], 2, '没有 2026 年度的数据。'],
  [['compare', 'a.yaml', 'b.yaml'], 3, '没有“a.yaml”这个文件。'],
  [['new-year'], 2, '缺少参数“年度”。'],
  [['new-year', '2027'], 2, '没有 2026 年度的数据，不能由它建立 2027 年度。'],
  [['new-year', '明年'], 2, '“明年”不是年度。'],
  [['doctor'], 0, 'data/ 里还没有年度文件夹。'],
  [['doctor', 'x'], 2, '多写了参数。'],
  [['init', '--年度', '26'], 2, '年度是四位数字。'],
  [['init', '--名字', 'x'], 2, '没有“--名字”这个选项。'],
  [['schema', 'x'], 2, '多写了参数。'],
  [['schema'], 0, '已写 data/部门预算.schema.json'],
  [['new-profile'], 2, '全部用法：npm run new-profile -- --help'],
  [['new-profile', 'A B'], 2, '没有写从哪个方案开始。'],
  [['new-profile', 'A B', '--继承', 'shanxi'], 2, '“A B”不能用作方案的文件夹名。'],
  [['new-profile', 'mine', '--继承', 'shanxi'], 0, '已写 templates/mine/'],
  [['guide'], 0, '已写 templates/模板说明.md'],
  [['guide', '没有'], 2, 'templates/ 里没有“没有”这个方案。'],
  [['check', '--templates', 'nine-tabels'], 2, '是否为“nine-tables”？'],
  [['build-doc', '--', '--help'], 0, '用法：'],
];

describe('a folder with nothing in it', () => {
  test.each(EMPTY)('%j: exit %i', async (argv, exitCode, said) => {
    const project = ownFolder();
    expectRan(await commandLine(project, argv, project.changes), exitCode, said);
  });

  test('init asks nothing where nobody answers, and says what to write', async () => {
    const project = ownFolder();
    expectRan(await commandLine(project, INIT, project.changes), 2, '请在命令后面写上 --地区 朔州市平鲁区 --级次 区级 --方案 shanxi');
    const all = [...INIT, '--地区', '虚构市示例区', '--级次', '区级', '--方案', 'shanxi'];
    expectRan(await commandLine(project, all, project.changes), 0, `已写 ${FILE}`);
    expectRan(await commandLine(project, ['build-doc', '105'], project.changes), 1, '收入和支出都是 0，这份文件还没有填写。');
    expectRan(await commandLine(project, ['build-doc', '105', '--draft'], project.changes), 0, `已写 out/2026/${NAME}/`);
  });
});

/** One department of `init`: built before, so that these are about what is typed. */
function smallProject() {
  const project = ownFolder();
  const department = departmentYaml({ name: '虚构市示例区教育局', code: '105', kind: '行政', year: '2026' }, EXAMPLE_FOLDER);
  // Nothing to remind of.
  project.write(
    FILE,
    department
      .replace('    基本支出:\n      一般公共预算: 0', '    基本支出:\n      单位资金: 1000000')
      .replace(/^(收入|上年预算):\n {2}一般公共预算: 0/gm, '$1:\n  单位资金: 1000000'),
  );
  project.write('data/2026/区县.yaml', districtYaml('2026', { area: '虚构市示例区', level: '区级', profile: 'shanxi' }));
  return project;
}

const TYPED: readonly Call[] = [
  [['check', '没有.yaml'], 3, '没有“没有.yaml”这个文件。'],
  [['check', 'data/2026/105-虚构市示例区教育厅.yaml'], 3, `是否为“${NAME}.yaml”？`],
  [['check', 'data/2026'], 3, '“data/2026”是文件夹，不是 YAML 文件。'],
  [['check', '106'], 2, 'data/2026/ 里没有“106”这个部门。'],
  [['check', '105', '--year', '2031'], 2, '没有 2031 年度的数据。'],
  [['check', FILE, '--year', '2026'], 2, '写了 YAML 文件，就不能再用 --year。'],
  [['check', `data\\2026\\${NAME}.yaml`], 1, `${FILE}:`],
  [['build-doc', '105', '--out', FILE], 4, `不能写“${FILE}”`],
  [['compare', FILE, FILE], 2, `两边都是“${FILE}”。`],
  [['compare', '2026', FILE], 2, '一边是年度，一边是文件。'],
  [['explain', '123456.78', '105'], 1, '123456.78'],
  [['new-year', '2026'], 2, '没有 2025 年度的数据'],
  [[...INIT], 1, `“${FILE}”已经有了，没有动。`],
  [['init', '--代码', '106', '--名称', '../../x', '--性质', '行政', '--年度', '2026'], 2, '不能作文件名'],
  [['new-profile', 'shanxi'], 2, 'templates/ 里已经有“shanxi”这个方案。'],
  [['doctor'], 0, '“shanxi”可以读。'],
];

describe('a folder with one department', () => {
  test.each(TYPED)('%j: exit %i', async (argv, exitCode, said) => {
    expectRan(await commandLine(project(argv), argv, { home: ownHome() }), exitCode, said);
  });

  /** The path with backslashes leads to a file with a mistake: that it is found shows that it was read. */
  function project(argv: readonly string[]) {
    const made = smallProject();
    if (argv.some((word) => word.includes('\\'))) made.edit(FILE, (text) => text.replace('单位性质: 行政', '单位性质: 企业'));
    return made;
  }
  const ownHome = () => ownFolder().changes.home ?? '';

  test('a file name with spaces and full-width characters', async () => {
    const project = smallProject();
    copyFileSync(project.path(FILE), project.path('data/2026/１０５　教育局 （新）.yaml'));
    const ran = await commandLine(project, ['check', 'data/2026/１０５　教育局 （新）.yaml'], project.changes);
    expectRan(ran, 0, '读取 data/2026/１０５　教育局 （新）.yaml（继承 data/2026/区县.yaml）');
  });

  test('a misspelt key', async () => {
    const project = smallProject();
    project.edit(FILE, (text) => text.replace('职责:', '职能:'));
    expectRan(await commandLine(project, ['build-doc'], project.changes), 1, '是否为“职责”？');
  });

  test('two departments of one name: both files are told', async () => {
    const project = smallProject();
    copyFileSync(project.path(FILE), project.path('data/2026/105-副本.yaml'));
    expectRan(await commandLine(project, ['check'], project.changes), 1, '是同一个部门、同一年度，会写到同一个文件夹。');
  });

  test.each([
    ['EACCES', '没有写入的权限（EACCES）'],
    ['EROFS', '磁盘是只读的（EROFS）'],
    ['ENOENT', '磁盘读写出错（ENOENT）'],
  ])('a folder that may not be written to (%s)', async (code, said) => {
    const project = smallProject();
    const refuse = () => {
      throw Object.assign(new Error(code), { code });
    };
    const changes = {
      ...project.changes,
      files: { ...fs, mkdirSync: refuse as typeof fs.mkdirSync, openSync: refuse as typeof fs.openSync },
    };
    for (const argv of [['build-doc'], ['new-year', '2027'], ['guide'], ['new-profile', 'mine'], ['schema']]) {
      expectRan(await commandLine(project, argv, changes), 4, said);
    }
    const { exitCode, stdout } = await commandLine(project, ['doctor'], changes);
    expect([exitCode, stdout]).toEqual([1, expect.stringContaining('有问题  输出文件夹：“out”不能写')]);
  });
});
