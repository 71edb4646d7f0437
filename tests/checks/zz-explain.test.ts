import { test } from 'vitest';
import { explain } from '../../src/explain/explain.js';
import { printExplanation } from '../../src/explain/print-explanation.js';
import { build, realFiles } from '../support/build-fixture.js';

test('x', () => {
  const b = build(realFiles());
  for (const q of (process.env.Q ?? '34.96%|47.81|22.86%').split('|'))
    console.log(printExplanation(explain({ definition: b.definition!, document: b.document!, tables: b.tables! }, q)));
});
