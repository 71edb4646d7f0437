import { expect, test } from 'vitest';
import { openSession } from '../../src/features/preview/session.js';
import { testEnvironment } from '../cli/command-line.js';
import { DEPARTMENT_YAML, unitsProject, unitYaml } from '../units/support.js';

test.each([
  ['a department', DEPARTMENT_YAML, DEPARTMENT_YAML],
  ['a department and the file of a unit', DEPARTMENT_YAML, unitYaml('文化馆.yaml')],
  ['a unit', unitYaml('文化馆.yaml'), unitYaml('文化馆.yaml')],
  ['a unit and the file of its department', unitYaml('文化馆.yaml'), DEPARTMENT_YAML],
  ['the file of the district', DEPARTMENT_YAML, 'data/2026/区县.yaml'],
])('what is saved is read anew: %s', async (_, shown, changed) => {
  const project = unitsProject('shanxi');
  const session = await openSession(project.path(shown), testEnvironment(project));
  const errors = () => session.shown().findings.filter(({ severity }) => severity === 'error').length;
  expect([session.shown().current, errors()]).toEqual([true, 0]);
  project.edit(changed, (text) => `${text}\n不认识的键: 1\n`);
  await session.rebuild([project.path(changed)]);
  expect(errors()).toBeGreaterThan(0);
  project.edit(changed, (text) => text.replace('\n不认识的键: 1\n', ''));
  await session.rebuild([project.path(changed)]);
  expect([session.shown().current, errors()]).toEqual([true, 0]);
});
