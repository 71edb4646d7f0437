import { test } from 'vitest';
import { printDiagnostics } from '/work/main/src/diagnostics/print.js';
import { baseFiles, check, patch, realFiles } from '/work/main/tests/support/build-fixture.js';

test('x', () => {
  const files = process.env.REAL ? realFiles() : baseFiles();
  if (process.env.PATCH) patch(files, process.env.PATCH.replaceAll('\\n', '\n'));
  const t = performance.now();
  const r = check(files, { strictness: (process.env.S as never) ?? 'basic' });
  console.log('build+check', performance.now() - t);
  console.log(printDiagnostics([...r.built.diagnostics, ...r.diagnostics], r.built.sources, { color: false }));
  if (process.env.ALL)
    for (const c of r.checks)
      console.log(
        c.check.code,
        c.verdict,
        c.outcomes.length,
        c.outcomes
          .map((o) =>
            o.verdict === '尾差'
              ? JSON.stringify([
                  o.kind === 'comparison' && o.left.label,
                  o.kind === 'comparison' && o.left.printed,
                  o.kind === 'comparison' && o.right.printed,
                  o.kind === 'comparison' && o.cause,
                ])
              : o.verdict === '未能核对'
                ? o.message
                : '',
          )
          .filter(Boolean)
          .join('\n    '),
      );
});
