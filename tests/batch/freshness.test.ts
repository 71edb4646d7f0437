import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { BuildRequest } from '../../src/commands/build-request.js';
import { makeFreshness } from '../../src/features/batch/freshness.js';
import { runBatch } from '../../src/features/batch/run-batch.js';
import { listDocuments } from '../../src/features/batch/task.js';
import { type TestProject, testEnvironment } from '../cli/command-line.js';
import { ROOT } from '../support/build-case.js';
import { copyProgram } from './program-copy.js';
import { fileOf, folderOf, smallDepartment, smallDistrict } from './small-district.js';

const REQUEST: BuildRequest = { command: 'build-doc', departments: [], draft: false, strict: false, format: 'text' };
const RECORD = `out/2026/${folderOf('001')}/.build.json`;

/** A department that was made, and whether it need not be made again. */
async function made() {
  const project = smallDistrict(['001'], ['fonts']);
  cpSync(join(ROOT, 'templates'), project.path('templates'), { recursive: true });
  const program = copyProgram();
  const environment = testEnvironment(project, { machine: program.machine });
  const documents = listDocuments([project.path(fileOf('001'))], environment);
  const look = (changes: Partial<BuildRequest> = {}, machine = program.machine) => {
    const [document = { path: '' }] = documents;
    const freshness = makeFreshness(project.path('out/2026'), { ...REQUEST, ...changes }, { ...environment, machine });
    return { isFresh: freshness.recordOf(document) !== undefined, isNew: freshness.isNew(document) };
  };
  const isFresh = (...how: Parameters<typeof look>) => look(...how).isFresh;
  try {
    await runBatch(documents, REQUEST, environment, () => undefined);
    expect(isFresh()).toBe(true);
  } catch (error) {
    program.remove();
    throw error;
  }
  return { project, program, isFresh, isNew: (...how: Parameters<typeof look>) => look(...how).isNew };
}

const CHANGES: readonly [what: string, file: string, change: (text: string) => string][] = [
  ['the department', fileOf('001'), (text) => `${text}# 注\n`],
  ['the district', 'data/2026/区县.yaml', (text) => `${text}# 注\n`],
  ['a template', 'templates/shanxi/方案.yaml', (text) => `${text}# 注\n`],
  ['the report beside it', `out/2026/${folderOf('001')}/核对报告.html`, () => ''],
  ['the PDF', `out/2026/${folderOf('001')}/${folderOf('001')}-2026年部门预算公开.pdf`, () => 'PDF'],
  ['the record, by hand', RECORD, (text) => text.replace('100000', '100001')],
  ['the record, cut off', RECORD, (text) => text.slice(0, 100)],
];

/** Things that were not there: from the day they are, they count. */
const NEW: readonly [what: string, file: string, text: string][] = [
  ["a district's own file of the profile", 'data/2026/方案/无.hbs', ''],
  ["last year's district", 'data/2025/区县.yaml', ''],
  ["last year's file", `data/2025/${folderOf('001')}.yaml`, smallDepartment('001')],
];

test('a document need not be made again as long as all that goes into it, and its files, are the same', async () => {
  const { project, program, isFresh, isNew } = await made();
  const { machine } = program;
  for (const [what, file, change] of CHANGES) {
    const before = readFileSync(project.path(file));
    project.edit(file, change);
    expect(isFresh(), what).toBe(false);
    writeFileSync(project.path(file), before);
    expect(isFresh(), `${what}, put back`).toBe(true);
  }
  for (const [what, file, text] of NEW) {
    mkdirSync(dirname(project.path(file)), { recursive: true });
    project.write(file, text);
    expect(isFresh(), what).toBe(false);
    rmSync(dirname(project.path(file)), { recursive: true });
    expect(isFresh(), `${what}, taken away`).toBe(true);
  }
  expect(isFresh({ strict: true }), '--strict').toBe(false);
  expect(isFresh({ draft: true }), '--draft').toBe(false);
  expect(isFresh({ format: 'json' }), 'what the files do not depend on').toBe(true);
  expect(isFresh({}, { ...machine, node: '22' }), 'another Node.js').toBe(false);
  writeFileSync(join(machine.program, 'cli.js'), '// another program');
  expect(isFresh(), 'another program').toBe(false);
  expect(isNew(), 'made').toBe(false);
  expect(isNew({ force: true }), '--force').toBe(true);
  expect(isNew({ draft: true }), 'no draft of it').toBe(true);
  project.edit(fileOf('001'), (text) => `${text}# 注\n`);
  expect(isNew(), 'changed, but known').toBe(false);
  rmSync(project.path(RECORD));
  expect(isNew(), 'no record').toBe(true);
  program.remove();
});

describe('which documents there are', () => {
  const unit = (project: TestProject, name: string) => project.path('data/2026/单位', name);

  test("a department's and its units', each file once", () => {
    const project = smallDistrict(['001', '002']);
    const listing = (names: string[]) =>
      `代码: "001", 单位性质: 事业, 所属单位: [${names.map((name) => `{名称: ${name}, 单位性质: 事业, 定义: ${name}.yaml}`).join(', ')}]`;
    for (const name of ['甲', '乙']) project.write(`data/2026/单位/${name}.yaml`, '');
    project.edit(fileOf('001'), (text) => text.replace('代码: "001", 单位性质: 事业, 所属单位: 无', listing(['甲', '乙', '丙'])));
    project.edit(fileOf('002'), (text) => text.replace('代码: "002", 单位性质: 事业, 所属单位: 无', listing(['乙'])));
    const departments = ['001', '002'].map((code) => project.path(fileOf(code)));
    expect(listDocuments(departments, testEnvironment(project))).toEqual([
      { path: departments[0] },
      { path: unit(project, '甲.yaml'), department: departments[0] },
      { path: unit(project, '乙.yaml'), department: departments[0] },
      { path: departments[1] },
    ]);
  });
});
