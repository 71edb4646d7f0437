import { describe, expect, test } from 'vitest';
import type { BuildRequest } from '../../src/commands/build-request.js';
import { chooseDepartments } from '../../src/commands/choose-departments.js';
import { OFFICE, OFFICE_YAML, testEnvironment, testProject } from './command-line.js';

const all: BuildRequest = { command: 'check', departments: [], draft: false, strict: false, format: 'text' };
const OTHER = 'data/2026/004-中共平鲁区委办公室.yaml';
const UNIT = 'data/2026/单位/003002-平鲁区政务信息中心.yaml';

function choose(departments: string[], more: Partial<BuildRequest> = {}) {
  const project = testProject();
  project.write(OTHER, '');
  project.write('data/2025/003-去年.yaml', '');
  project.write(UNIT, '');
  project.write('data/2026/单位/004002-综合办公室.yaml', '');
  const chosen = chooseDepartments({ ...all, departments, ...more }, testEnvironment(project));
  return 'command' in chosen ? chosen : (chosen.value ?? []).map((path) => path.replace(`${project.folder}/`, ''));
}

test('nothing named: the newest year, without the district file', () => {
  expect(choose([])).toEqual([OFFICE_YAML, OTHER]);
});

test('another year', () => {
  expect(choose([], { year: '2025' })).toEqual(['data/2025/003-去年.yaml']);
  expect(choose(['003'], { year: '2025' })).toEqual(['data/2025/003-去年.yaml']);
});

test.each(['003', '朔州市平鲁区人民政府办公室', OFFICE, '人民政府', `./${OFFICE_YAML}`, OFFICE_YAML])('%s', (department) => {
  expect(choose([department])).toEqual([OFFICE_YAML]);
});

test.each(['003002', '平鲁区政务信息中心', '003002-平鲁区政务信息中心', '信息中心', UNIT])('a unit by itself: %s', (unit) => {
  expect(choose([unit])).toEqual([UNIT]);
});

test('several, each once', () => {
  expect(choose(['004', OFFICE_YAML, '003'])).toEqual([OTHER, OFFICE_YAML]);
});

describe('wrong use', () => {
  test.each([
    [['教育局'], {}, 'data/2026/ 里没有“教育局”这个部门。', `现有：${OFFICE}、004-中共平鲁区委办公室。`],
    [['朔州市平鲁区人民政府办公厅'], {}, 'data/2026/ 里没有“朔州市平鲁区人民政府办公厅”这个部门。', '是否为“朔州市平鲁区人民政府办公室”？'],
    [['003003'], {}, 'data/2026/ 里没有“003003”这个部门。', '是否为“003002”？'],
    [['办公室'], {}, `“办公室”不止一个：${OFFICE}、004-中共平鲁区委办公室。`, '请写全名或代码。'],
    [[], { year: '2031' }, '没有 2031 年度的数据。', 'data/ 里现有：2025、2026。'],
    [[OFFICE_YAML], { year: '2026' }, '写了 YAML 文件，就不能再用 --year。', '年度由文件旁边的“区县.yaml”决定，请去掉 --year。'],
  ])('%j %j', (departments, more, message, hint) => {
    expect(choose(departments, more)).toEqual({ command: 'wrong-use', message, hint });
  });
});

test.each([
  ['00', '是否为“003-朔州市平鲁区人民政府办公室”或“004-中共平鲁区委办公室”'],
  ['3', '是否为“003-朔州市平鲁区人民政府办公室”'],
  ['3002', '是否为“003002-平鲁区政务信息中心”'],
])('a part of a code is asked back, not taken: %s', (typed, hint) => {
  expect(choose([typed])).toMatchObject({ message: `data/2026/ 里没有代码为“${typed}”的部门。`, hint: expect.stringContaining(hint) });
});
