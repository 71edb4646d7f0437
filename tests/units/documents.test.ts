import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readDepartment } from '../../src/input/read-department.js';
import { makeShelf } from '../../src/input/shelf.js';
import { buildDocument } from '../../src/pipeline.js';
import { EDITIONS } from '../../src/publication/editions.js';
import { commandLine, testEnvironment } from '../cli/command-line.js';
import { runningText, textsOf } from '../support/document-text.js';
import { DEPARTMENT, DEPARTMENT_YAML, UNIT_FILES, unitsProject, unitYaml } from './support.js';

const FOLDERS = [
  [`207001-${DEPARTMENT}`, '部门'],
  ['207002-虚构市示例区文化市场综合执法队', '单位'],
  ['207003-虚构市示例区图书馆', '单位'],
  ['207004-虚构市示例区文化馆', '单位'],
  ['207005-虚构市示例区博物馆', '单位'],
] as const;

test.each(['shanxi', 'nine-tables'])('%s: build-doc makes the department’s document and each unit’s own', async (profile) => {
  const project = unitsProject(profile);
  const { exitCode, stderr } = await commandLine(project, ['build-doc', '207001']);
  expect(exitCode, stderr).toBe(0);
  expect(readdirSync(project.path('out/2026')).sort()).toEqual(FOLDERS.map(([folder]) => folder));
  for (const [folder, subject] of FOLDERS) {
    const files = readdirSync(project.path('out/2026', folder)).filter((name) => name.startsWith(folder));
    expect(files.sort()).toEqual(EDITIONS.map(({ suffix }) => `${folder}-2026年${subject}预算公开${suffix}`).sort());
  }
});

test('a unit’s file makes its document alone', async () => {
  const project = unitsProject('shanxi');
  const { exitCode, stderr } = await commandLine(project, ['build-doc', unitYaml('图书馆.yaml')]);
  expect(exitCode, stderr).toBe(0);
  expect(readdirSync(project.path('out/2026'))).toEqual(['207003-虚构市示例区图书馆']);
});

describe('the words of a unit’s document', () => {
  const documentOf = (profile: string, file: string, change: (text: string) => string = (text) => text) => {
    const project = unitsProject(profile);
    project.edit(DEPARTMENT_YAML, change);
    const environment = testEnvironment(project);
    const loaded = buildDocument(readDepartment(project.path(file), makeShelf(environment), environment));
    if (!loaded.document || !loaded.tables) throw new Error(JSON.stringify(loaded.diagnostics));
    return { ...loaded, text: runningText(textsOf(loaded.document)), document: loaded.document, tables: loaded.tables };
  };

  test.each(['shanxi', 'nine-tables'])('%s: 单位, where the department’s says 部门', (profile) => {
    const unit = documentOf(profile, unitYaml('图书馆.yaml'));
    expect(unit.profile?.folder).toBe(`templates/${profile}-unit`);
    expect(unit.text).toContain('单位预算');
    expect(unit.text).not.toMatch(/本部门|部门预算公开|部门名称|编制部门|部门合计|部门本级/);
    const whole = documentOf(profile, DEPARTMENT_YAML);
    expect(whole.profile?.folder).toBe(`templates/${profile}`);
    expect(whole.text).toContain('部门预算');
    expect(whole.text).not.toContain('本单位');
  });

  test('the department stands as 主管部门 in the performance form', () => {
    expect(documentOf('shanxi', unitYaml('图书馆.yaml')).text).toContain(`207001-${DEPARTMENT}`);
  });

  test('what the department hands down holds for its units, what the unit says itself goes before', () => {
    const glossary = (text: string) => `${text}\n名词解释: [{名词: 文化专项, 解释: 指文化事业的专项资金。}]\n`;
    const handedDown = documentOf('shanxi', unitYaml('图书馆.yaml'), glossary);
    expect(handedDown.text).toContain('指文化事业的专项资金。');
    const other = documentOf('shanxi', unitYaml('图书馆.yaml'), (text) => `${text}\n方案: nine-tables\n`);
    expect(other.profile?.folder).toBe('templates/nine-tables-unit');
  });
});

describe('mistakes', () => {
  test('in a unit’s file are told in that file, and keep its department from being built', async () => {
    const project = unitsProject('shanxi');
    project.edit(unitYaml('图书馆.yaml'), (text) => text.replace('单位性质: 事业', '单位性质: 企业'));
    const { exitCode, stderr } = await commandLine(project, ['check', '207001']);
    expect(exitCode).toBe(1);
    expect(stderr.match(/^data\/2026\/单位\/图书馆\.yaml:7:9 错误 choice-invalid$/gm)).toHaveLength(1);
    expect(stderr).not.toContain('unit-department-unread');
    expect(stderr.match(/错误和上面“data\/2026\/207001-.*\.yaml”列出的是同一处，改正那里。/g)).toHaveLength(4);
    expect(stderr).not.toContain('核对通过');
    expect(existsSync(project.path('out'))).toBe(false);
  });

  test('a unit asked for alone is told what it waits for', async () => {
    const project = unitsProject('shanxi');
    project.edit(DEPARTMENT_YAML, (text) => text.replace('单位性质: 行政', '单位性质: 企业'));
    const { exitCode, stderr } = await commandLine(project, ['check', unitYaml('图书馆.yaml')]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(`${DEPARTMENT_YAML}:1:1 错误 unit-department-unread`);
  });

  test.each(['build-doc --force', 'check'])('%s of a whole year tells one mistake of a department once', async (command) => {
    const project = unitsProject('shanxi');
    project.edit(DEPARTMENT_YAML, (text) => text.replace('单位性质: 行政', '单位性质: 企业'));
    const { exitCode, stderr, stdout } = await commandLine(project, [...command.split(' '), '--format', 'json']);
    expect(exitCode).toBe(1);
    expect(stderr.match(/:\d+ 错误 /g)).toHaveLength(1);
    const { departments } = JSON.parse(stdout) as { departments: { toldBy?: string; diagnostics: unknown[] }[] };
    expect(departments.map(({ toldBy, diagnostics }) => [toldBy, diagnostics.length])).toEqual([
      [undefined, 1],
      ...UNIT_FILES.map(() => [DEPARTMENT_YAML, 0]),
    ]);
  });

  test('of figures stop the unit and the department, not the other units', async () => {
    const project = unitsProject('shanxi');
    project.edit(unitYaml('文化馆.yaml'), (text) => text.replace('一般公共预算: 100.580808', '一般公共预算: 100.580809'));
    const { exitCode, stderr } = await commandLine(project, ['build-doc', '207001']);
    expect(exitCode).toBe(1);
    const line =
      readFileSync(project.path(unitYaml('文化馆.yaml')), 'utf8')
        .split('\n')
        .indexOf('收入:') + 1;
    expect(stderr).toContain(`data/2026/单位/文化馆.yaml:${line}:1 错误 revenue-equals-expenditure`);
    const written = [...stderr.matchAll(/^已写 .*\/(\d{6})-.*\.pdf/gm)].map(([, code]) => code);
    expect(written).toEqual(['207002', '207003', '207005']);
  });

  test('a unit that no department lists', async () => {
    const project = unitsProject('shanxi');
    project.write(unitYaml('剧团.yaml'), '金额单位: 元\n');
    const { exitCode, stderr } = await commandLine(project, ['check', unitYaml('剧团.yaml')]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('错误 unit-not-listed');
    const whole = await commandLine(project, ['check']);
    expect(whole.stderr).toContain(
      'data/2026/单位/剧团.yaml:1:1 提醒 unit-not-listed\n  没有哪个部门把“剧团.yaml”列为所属单位的定义文件，没有读它，它的数不在任何部门里。',
    );
    expect(whole.exitCode).toBe(0);
    expect(stderr).toContain('没有哪个部门把“剧团.yaml”列为所属单位的定义文件。');
  });

  test('a unit profile that is not there', async () => {
    const project = unitsProject('shanxi', { '方案.yaml': '单位方案: shanxi-units\n' });
    const { exitCode, stderr } = await commandLine(project, ['check', '207001']);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('data/2026/方案/方案.yaml:1:7 错误 profile-unit-missing');
    expect(stderr).toContain('提示：是否为“shanxi-unit”？');
  });
});

test('a district’s own file for a chapter that units do not print is no mistake', async () => {
  const project = unitsProject('nine-tables', { '项目/项目经费.hbs': '{{年度}}年的项目另见附件。\n' });
  const { exitCode, stderr } = await commandLine(project, ['check', unitYaml(UNIT_FILES[0] ?? '')]);
  expect(exitCode, stderr).toBe(0);
});
