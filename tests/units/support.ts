import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { districtYaml } from '../../src/features/init/district-yaml.js';
import { type TestProject, testProject } from '../cli/command-line.js';
import { ROOT } from '../support/build-case.js';

export const DEPARTMENT = '虚构市示例区文化和旅游局';
export const DEPARTMENT_YAML = `data/2026/207001-${DEPARTMENT}.yaml`;
/** Files of the units with a definition of their own, in the order in which the department lists them. */
export const UNIT_FILES = ['执法队.yaml', '图书馆.yaml', '文化馆.yaml', '博物馆.yaml'];
export const unitYaml = (name: string): string => `data/2026/单位/${name}`;

/** A project with one department, four units that have files of their own, and one that has none. */
export function unitsProject(profile: string, overlay: Readonly<Record<string, string>> = {}): TestProject {
  const project = testProject();
  rmSync(project.path('data/2026'), { recursive: true });
  const cases = join(ROOT, 'tests/cases');
  project.write('data/2026/区县.yaml', districtYaml('2026', { area: '虚构市示例区', level: '区级', profile }));
  project.write(DEPARTMENT_YAML, readFileSync(join(cases, '四个单位/预算.yaml'), 'utf8'));
  cpSync(join(cases, '四个单位/单位'), project.path('data/2026/单位'), { recursive: true });
  for (const [path, text] of Object.entries(overlay)) project.write(`data/2026/方案/${path}`, text);
  return project;
}
