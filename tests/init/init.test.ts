import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Ask, type GivenAnswers, type Known, refuseAnswer } from '../../src/features/init/answers.js';
import { init } from '../../src/features/init/command.js';
import { departmentYaml, EXAMPLE_FOLDER } from '../../src/features/init/department-yaml.js';
import { districtYaml } from '../../src/features/init/district-yaml.js';
import { QUESTIONS, type Question } from '../../src/features/init/questions.js';
import { commandLine, OFFICE_YAML, ownFolder, type TestProject, testProject } from '../cli/command-line.js';
import { testEnvironment } from '../roll-over/environment.js';
import { buildCase, loadedProfile, messagesOf } from '../support/build-case.js';

const DISTRICT = districtYaml('2026', { area: '虚构市示例区', level: '区级', profile: 'shanxi' });
const ANSWERS = { name: '虚构市示例区教育局', code: '105', year: '2026' } as const;

/** An example's mark: a sentence has one blank after it. */
const EXAMPLE = /^( *)#(?! \S)/gm;

describe('the file of a new department', () => {
  test.each(['行政', '参公', '事业'] as const)('%s: makes a draft at once, every table empty, and is refused as it stands', (kind) => {
    const built = buildCase(departmentYaml({ ...ANSWERS, kind }, EXAMPLE_FOLDER), { district: DISTRICT });
    const tables = built.tables ?? [];
    expect(tables).toHaveLength(loadedProfile().tables.length);
    expect(built.document).toBeDefined();
    const printed = tables.flatMap(({ rows }) =>
      rows.flatMap(({ cells }) => cells.filter(({ figure }) => figure && !figure.value.isZero())),
    );
    expect(printed).toEqual([]);
    expect(tables.filter(({ empty }) => !empty).map(({ number }) => number)).toEqual([]);
    expect(messagesOf(built).match(/错误 .*\n.*/g)).toEqual(['错误 budget-not-empty\n  收入和支出都是 0，这份文件还没有填写。']);
  });

  test.each(['行政', '事业'] as const)('%s: its examples are right once their # is taken away', (kind) => {
    const yaml = departmentYaml({ ...ANSWERS, kind }, EXAMPLE_FOLDER).replace(EXAMPLE, '$1');
    expect(yaml).not.toMatch(/[{[]/);
    const built = buildCase(yaml, { district: DISTRICT });
    expect(built.definition?.department).toMatchObject({
      批复日期: '2026-02-06',
      项目: [{ 名称: '示例项目' }],
      核对数: expect.anything() as unknown,
    });
  });
});

async function run(given: GivenAnswers, { project = testProject(), ask }: { project?: TestProject; ask?: Ask } = {}) {
  const { environment, said } = testEnvironment(project);
  const exitCode = await init({ command: 'init', given }, environment, ask ?? (async () => 'nobody'));
  return { exitCode, said: said(), project };
}

const FLAGS = { name: '朔州市平鲁区教育局', code: '105', kind: '行政', year: '2026' };
const FILE = 'data/2026/105-朔州市平鲁区教育局.yaml';

describe('the command', () => {
  test('with all flags: writes the file, of which only amounts are missing', async () => {
    const { exitCode, said, project } = await run(FLAGS);
    expect(exitCode, said).toBe(0);
    expect(said).toContain(`已写 ${FILE}`);
    const checked = await commandLine(project, ['check', '105']);
    expect(checked.stderr.match(/错误 [a-z-]+/g), checked.stderr).toEqual(['错误 budget-not-empty']);
    expect(readdirSync(project.path('data/2026')).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('a new year: the district’s file too, after its own questions', async () => {
    const asked: Question[][] = [];
    const ask: Ask = async (questions) => {
      asked.push([...questions]);
      return Object.fromEntries(questions.map((question) => [question, QUESTIONS[question].example]));
    };
    const { exitCode, said, project } = await run({ code: '105', year: '2031' }, { ask });
    expect(exitCode, said).toBe(0);
    expect(asked).toEqual([
      ['name', 'kind'],
      ['area', 'level', 'profile'],
    ]);
    expect(readFileSync(project.path('data/2031/区县.yaml'), 'utf8')).toContain('年度: 2031\n地区: 朔州市平鲁区\n级次: 区级');
    expect(said).toContain('data/classifications/ 里还没有 2031 年的科目目录');
  });

  test('nobody to ask: says which flags are missing', async () => {
    const { exitCode, said } = await run({ name: '朔州市平鲁区教育局', year: '2026' });
    expect(exitCode).toBe(2);
    expect(said).toContain('缺少部门代码、单位性质，这里不能提问。');
    expect(said).toContain('--代码 105 --性质 行政');
  });

  test('stopped: nothing is written', async () => {
    const { exitCode, said, project } = await run({ ...FLAGS, year: '2031' }, { ask: async () => 'stopped' });
    expect(exitCode).toBe(0);
    expect(said).toBe('已取消，没有写文件。');
    expect(existsSync(project.path('data/2031'))).toBe(false);
  });

  test('a code that has a file already: left alone', async () => {
    const { exitCode, said, project } = await run({ ...FLAGS, code: '003' });
    expect(exitCode).toBe(1);
    expect(said).toContain('init-exists');
    expect(said).toContain(`“${OFFICE_YAML}”已经有了，没有动。`);
    expect(readdirSync(project.path('data/2026')).filter((name) => name.startsWith('003'))).toHaveLength(1);
  });

  test.each([
    [{ code: '1' }, '部门代码是 3 至 9 位数字。'],
    [{ kind: '企业' }, '单位性质只能是 行政、参公、事业。'],
    [{ year: '26' }, '年度是四位数字。'],
    [{ name: '../../甲' }, '不能作文件名'],
    [{ name: ' ' }, '请填写部门名称。'],
    [{ name: '甲\n乙' }, '不能有空格、换行和看不见的字符。'],
    [{ profile: '没有' }, '方案只能是 '],
  ])('%j is wrong use', async (given, words) => {
    const { exitCode, said } = await run({ ...FLAGS, ...given });
    expect(exitCode).toBe(2);
    expect(said).toContain(words);
  });
});

test('names that YAML would read otherwise stay what they are', () => {
  const known: Known = { profiles: ['shanxi'] };
  for (const name of ['教育局（体育局）', '是', '2026办公室']) {
    expect(refuseAnswer('name', name, known)).toBeUndefined();
    expect(
      buildCase(departmentYaml({ ...ANSWERS, name, kind: '行政' }, EXAMPLE_FOLDER), { district: DISTRICT }).definition?.department.部门
        .名称,
    ).toBe(name);
  }
});

describe('a district', () => {
  const NEW = ['init', '--年度', '2026', '--名称', '虚构市示例区教育局', '--代码', '105', '--性质', '行政'];
  const district = (area: string, profile = 'shanxi') => ['--地区', area, '--级次', '区级', '--方案', profile];

  test('beside another one: what was asked for is refused, not dropped', async () => {
    const project = testProject();
    const { exitCode, stderr } = await commandLine(project, [...NEW, ...district('虚构市示例区')]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('“data/2026/区县.yaml”的地区是“朔州市平鲁区”，不是“虚构市示例区”；没有写文件。');
    expect(stderr).toContain('另一个区县，在它自己的文件夹里运行 init');
    expect(existsSync(project.path('data/2026/105-虚构市示例区教育局.yaml'))).toBe(false);
    expect((await commandLine(project, [...NEW, '--地区', '朔州市平鲁区'])).exitCode).toBe(0);
  });

  test.each([
    [['--级次', '县级'], '级次'],
    [['--方案', 'nine-tables'], '方案'],
    [['--地区', '朔州市平鲁区', '--级次', '市级', '--方案', 'shanxi'], '级次'],
  ])('R9: each of the three is refused by itself: %j', async (options, told) => {
    const project = testProject();
    const { exitCode, stderr } = await commandLine(project, [...NEW, ...options]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`“data/2026/区县.yaml”的${told}是`);
    expect(existsSync(project.path('data/2026/105-虚构市示例区教育局.yaml'))).toBe(false);
  });

  test('explains the terms that its form uses, no others', async () => {
    const terms = async (profile: string) => {
      const own = ownFolder();
      expect((await commandLine(own, [...NEW, ...district('虚构市示例区', profile)], own.changes)).exitCode).toBe(0);
      return [...readFileSync(own.path('data/2026/区县.yaml'), 'utf8').matchAll(/名词: (.*)/g)].map(([, term]) => term);
    };
    const own = ownFolder();
    own.write('templates/short/方案.yaml', '名称: 很短的方案\n');
    own.write('templates/short/概况/职责.hbs', '基本支出和上年结转。\n');
    expect((await commandLine(own, [...NEW, ...district('虚构市示例区', 'short')], own.changes)).exitCode).toBe(0);
    expect([...readFileSync(own.path('data/2026/区县.yaml'), 'utf8').matchAll(/名词: (.*)/g)].map(([, term]) => term)).toEqual([
      '基本支出',
      '上年结转',
    ]);
    expect(await terms('shanxi')).toContain('“三公”经费');
  });
});
