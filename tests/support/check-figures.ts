import { stringify } from 'yaml';
import { computeBudget } from '../../src/budget/budget.js';
import type { Check } from '../../src/checks/check.js';
import type { CheckReport } from '../../src/checks/check-report.js';
import { runChecks } from '../../src/checks/run-checks.js';
import { loadDefinition } from '../../src/definition/load-definition.js';
import { loadProfile } from '../../src/profile/load-profile.js';
import { buildTables } from '../../src/tables/build-table.js';
import { type Files, PROFILE_FILES } from './build-fixture.js';
import { classifications } from './classifications.js';
import type { RandomBudget, Tree } from './random-budget.js';

export const profile = loadProfile('templates/shanxi', PROFILE_FILES);
export { classifications };

const bytes = (tree: Tree) => new TextEncoder().encode(stringify(tree, { lineWidth: 0 }));

export function loadRandom({ department, district, units }: RandomBudget) {
  const files = new Map([...units].map(([name, tree]) => [name, { name: `${name}.yaml`, bytes: bytes(tree) }]));
  return loadDefinition({ name: '部门.yaml', bytes: bytes(department) }, { name: '区县.yaml', bytes: bytes(district) }, files);
}

/** Without the document: what the figures and tables alone show. */
export function checkFigures(random: RandomBudget): CheckReport {
  const definition = loadRandom(random);
  if (!definition.value || !profile.value) throw new Error(JSON.stringify(definition.diagnostics, null, 1));
  const budget = computeBudget(definition.value, classifications);
  const values = { 年度: '2026', 上年度: '2025', 部门: '乙县某事务局', 地区: '甲市乙县', 级次: '县级' };
  return runChecks({ budget, tables: buildTables(budget, profile.value, values), profile: profile.value });
}

/** What these checks say of the amounts of a fixture, without its tables and its document: a fifth of the time of `check`. */
export function checkAmounts({ department, district, profile: files }: Files, checks: readonly Check[]): CheckReport {
  const definition = loadDefinition({ name: '部门.yaml', bytes: bytes(department) }, { name: '区县.yaml', bytes: bytes(district) });
  const { value: form } = loadProfile('templates/shanxi', files);
  if (!definition.value || !form) throw new Error(JSON.stringify(definition.diagnostics, null, 1));
  return runChecks({ budget: computeBudget(definition.value, classifications, form.spec), tables: [], profile: form }, { checks });
}
