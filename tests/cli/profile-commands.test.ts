import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../support/build-case.js';
import { commandLine, DISTRICT_YAML, OFFICE_YAML, ownFolder } from './command-line.js';

/** A folder of its own with the office's data: templates come from the program. */
function districtFolder() {
  const project = ownFolder();
  for (const file of [OFFICE_YAML, DISTRICT_YAML]) cpSync(join(ROOT, file), project.path(file), { recursive: true });
  return project;
}

const run = (project: ReturnType<typeof districtFolder>, argv: readonly string[]) => commandLine(project, argv, project.changes);

describe('new-profile', () => {
  test.each([
    [['--继承', 'nine-tables'], '（继承“nine-tables”，只写不同的地方）', 1],
    [['--from', 'shanxi', '--名称', '我区方案'], '（照“shanxi”复制，共 ', 30],
    [[], '（继承“shanxi”，只写不同的地方）', 1],
  ] as const)('%j: writes a profile that passes the checks at once', async (options, said, files) => {
    const project = districtFolder();
    const made = await run(project, ['new-profile', 'my-district', ...options]);
    expect(made.exitCode, made.stderr).toBe(0);
    expect(made.stderr).toContain(`已写 templates/my-district/${said}`);
    expect(made.stderr).toContain('在 data/<年度>/区县.yaml 里写“方案: my-district”');
    const folders = readdirSync(project.path('templates'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map((entry) => entry.name)).toEqual(['my-district', 'my-district-unit']);
    expect(existsSync(project.path('templates/方案.schema.json'))).toBe(true);
    expect(made.stderr).toContain('已写 templates/my-district-unit/');
    const written = readdirSync(project.path('templates/my-district'), { recursive: true, withFileTypes: true });
    expect(written.filter((entry) => entry.isFile()).length).toBeGreaterThanOrEqual(files);
    project.edit(DISTRICT_YAML, (text) => text.replace('方案: shanxi', '方案: my-district'));
    const checked = await run(project, ['check']);
    expect(checked.exitCode, checked.stderr).toBe(0);
    const linted = await run(project, ['check', '--templates', 'my-district', 'my-district-unit']);
    expect(linted.exitCode, linted.stderr).toBe(0);
  });

  test('a profile of its own that overrides a file, without touching the program’s', async () => {
    const project = districtFolder();
    await run(project, ['new-profile', 'my-district']);
    project.edit(DISTRICT_YAML, (text) => text.replace('方案: shanxi', '方案: my-district'));
    project.write('templates/my-district/说明/09-政府采购.hbs', '## 政府采购\n\n本区统一填报{{万元 政府采购.合计x}}。\n');
    const { exitCode, stderr } = await run(project, ['check']);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('templates/my-district/说明/09-政府采购.hbs:3:');
    expect(stderr).toContain('是否为“政府采购.合计”？');
  });

  test.each([
    [['new-profile', 'shanxi'], 'templates/ 里已经有“shanxi”这个方案。'],
    [['new-profile', '我区'], '“我区”不能用作方案的文件夹名。'],
    [['new-profile', '../x'], '“../x”不能用作方案的文件夹名。'],
    [['new-profile', 'mine', '--继承', 'shanxii'], '是否为“shanxi”？'],
    [
      ['new-profile', 'mine', '--复制', 'abc'],
      '现有：beijing、beijing-unit、nine-tables、nine-tables-unit、shanxi、shanxi-unit、yunnan、yunnan-unit。',
    ],
    [['new-profile', 'mine', '--继承', 'shanxi', '--复制', 'shanxi'], '“--继承”和“--复制”只能写一个。'],
    [['new-profile'], '缺少参数“文件夹名”。'],
  ])('%j is wrong use and writes nothing', async (argv, said) => {
    const project = districtFolder();
    const { exitCode, stderr } = await run(project, argv);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(said)]);
    expect(existsSync(project.path('templates'))).toBe(false);
  });

  test('a folder of that name is left as it is', async () => {
    const project = districtFolder();
    await run(project, ['new-profile', 'mine']);
    const before = readFileSync(project.path('templates/mine/方案.yaml'), 'utf8');
    const { exitCode, stderr } = await run(project, ['new-profile', 'mine', '--复制', 'shanxi']);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('已经有“mine”这个方案')]);
    expect(readFileSync(project.path('templates/mine/方案.yaml'), 'utf8')).toBe(before);
  });

  test('without a district file there is no profile to begin from', async () => {
    const project = ownFolder();
    const { exitCode, stderr } = await run(project, ['new-profile', 'mine']);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('没有写从哪个方案开始。')]);
  });

  test('a templates/ that cannot be made: exit 4, nothing left behind', async () => {
    const project = districtFolder();
    project.write('templates', '');
    const { exitCode, stderr } = await run(project, ['new-profile', 'mine']);
    expect(exitCode).toBe(4);
    expect(stderr).toContain('不能写“templates/mine-unit”');
    expect(readdirSync(project.folder).sort()).toEqual(['data', 'templates']);
  });
});

describe('guide', () => {
  test('writes the guide of the repository, byte for byte', async () => {
    const project = ownFolder();
    const { exitCode, stderr } = await run(project, ['guide']);
    expect([exitCode, stderr]).toEqual([0, '已写 templates/模板说明.md\n已写 templates/键的说明.md']);
    const guide = readFileSync(project.path('templates/模板说明.md'), 'utf8');
    expect(guide).toBe(readFileSync(join(ROOT, 'templates/模板说明.md'), 'utf8'));
    expect((await run(project, ['guide'])).stderr).toBe('未变 templates/模板说明.md\n未变 templates/键的说明.md');
  });

  test('of a district’s own profile: which file each part comes from, its 称谓, 数据 and phrases', async () => {
    const project = districtFolder();
    await run(project, ['new-profile', 'mine', '--继承', 'nine-tables', '--名称', '我区方案']);
    project.write('templates/mine/其他/02-政府采购.hbs', '## 政府采购\n\n无。\n');
    const { exitCode, stderr } = await run(project, ['guide', 'mine']);
    expect(exitCode, stderr).toBe(0);
    const guide = readFileSync(project.path('templates/模板说明-mine.md'), 'utf8');
    expect(guide.startsWith('# 模板说明：我区方案\n')).toBe(true);
    for (const line of [
      '| “其他相关情况说明”的一节 | `templates/mine/其他/02-政府采购.hbs` |',
      '| “其他相关情况说明”的一节 | `templates/nine-tables/其他/03-绩效.hbs` |',
      '| `称谓.本主体` | 文字 | “本部门” |',
      '| `数据.事业收入.金额` | 数 | ',
      '| `{{> 增减 …}}` | ',
      '| `收入.总计` | 数 | 收入总计 |',
    ])
      expect(guide).toContain(line);
  });

  test.each([
    [['guide', 'shanxii'], 2, '是否为“shanxi”？'],
    [['guide', 'a', 'b'], 2, '多写了参数。'],
  ])('%j', async (argv, exitCode, said) => {
    const ran = await run(districtFolder(), argv);
    expect([ran.exitCode, ran.stderr]).toEqual([exitCode, expect.stringContaining(said)]);
  });

  test('of a profile with a mistake: says it', async () => {
    const project = districtFolder();
    project.write('templates/mine/方案.yaml', '继承: shanxi\n名字: 我区\n单位方案: mine\n');
    const { exitCode, stderr } = await run(project, ['guide', 'mine']);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('templates/mine/方案.yaml:2:1 错误 unknown-key');
  });
});
