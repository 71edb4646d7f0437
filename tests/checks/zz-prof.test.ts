import { test } from 'vitest';
import fc from 'fast-check';
import { randomBudget } from '../support/random-budget.js';
import { stringify } from 'yaml';
import { CLASSIFICATIONS, PROFILE_FILES, baseFiles, realFiles } from '../support/build-fixture.js';
import { buildFromLoaded } from '../../src/build.js';
import { computeBudget } from '../../src/budget/budget.js';
import { runChecks } from '../../src/checks/run-checks.js';
import { ALL_CHECKS } from '../../src/checks/all-checks.js';
import { checkContext } from '../../src/checks/context.js';
import { parseClassifications } from '../../src/definition/classifications.js';
import { loadDefinition } from '../../src/definition/load-definition.js';
import { loadProfile } from '../../src/profile/load-profile.js';
import { buildTables } from '../../src/tables/build-table.js';
test('p', () => {
  const profile = loadProfile('templates/shanxi', PROFILE_FILES);
  const classifications = parseClassifications(CLASSIFICATIONS);
  const bytes = (t: unknown) => new TextEncoder().encode(stringify(t, { lineWidth: 0 }));
  const run = (department: unknown, district: unknown, label: string, units = new Map()) => {
    const n = 10; const T: Record<string, number> = {}; const clock = (k: string, f: () => any) => { const t = performance.now(); const r = f(); T[k] = (T[k] ?? 0) + performance.now() - t; return r; };
    for (let i = 0; i < n; i++) {
      if (i === 3) for (const k of Object.keys(T)) T[k] = 0;
      const b = clock('bytes', () => [bytes(department), bytes(district)]);
      const d = clock('load', () => loadDefinition({ name: 'a', bytes: b[0] }, { name: 'b', bytes: b[1] }, units));
      const budget = clock('budget', () => computeBudget(d.value!, classifications));
      const tables = clock('tables', () => buildTables(budget, profile.value!, { 年度: '2026', 上年度: '2025', 部门: 'x', 地区: 'y', 级次: 'z' }));
      const r = clock('all', () => buildFromLoaded({ definition: d, profile, classifications }));
      clock('checks', () => runChecks({ budget, tables, document: r.document, profile: profile.value! }));
      clock('checks-nodoc', () => runChecks({ budget, tables, profile: profile.value! }));
      const ctx = clock('context', () => checkContext({ budget, tables, document: r.document, profile: profile.value! }));
      for (const c of ALL_CHECKS) clock(' ' + c.code, () => c.run(ctx));
    }
    console.log(label, Object.entries(T).map(([k, v]) => [k, v / 7] as const).sort((a, b) => b[1] - a[1]).slice(0, 22).map(([k, v]) => `${k} ${v.toFixed(2)}`).join('\n '));
  };
  const real = realFiles(); run(real.department, real.district, 'REAL');
  const s = fc.sample(randomBudget, { numRuns: 5, seed: 1 })[3]!;
  run(s.department, s.district, 'RANDOM', new Map([...s.units].map(([k, v]) => [k, { name: k, bytes: bytes(v) }])));
}, 120000);
