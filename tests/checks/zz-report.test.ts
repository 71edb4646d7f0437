import { writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { readinessReport } from '../../src/report/readiness-report.js';
import { check, patch, realFiles } from '../support/build-fixture.js';

test('x', () => {
  const r = check(process.env.PATCH ? patch(realFiles(), process.env.PATCH) : realFiles());
  const b = r.built;
  const { html, json } = readinessReport({
    definition: b.definition!,
    tables: b.tables!,
    document: b.document,
    checks: r,
    diagnostics: b.diagnostics,
    files: [{ role: '输入', name: '部门.yaml', sha256: 'a'.repeat(64) }],
    form: b.profile!.spec.名称,
    pages: new Map([
      ['table-1', '4'],
      ['part-4', '30'],
    ]),
  });
  writeFileSync('/tmp/report.html', html);
  writeFileSync('/tmp/report.json', json);
  console.log(html.length, json.length);
});
