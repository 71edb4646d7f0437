import { expect, test } from 'vitest';
import { baseFiles, check, patch } from '../support/build-fixture.js';

test('a figure whose sentence waits for another statement is no mistake of the template', () => {
  const { diagnostics } = check(patch(baseFiles(), '国有资产.截至日期: 删除'));
  expect(diagnostics.map(({ severity, code }) => `${severity} ${code}`)).toContain('warning not-stated');
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
});
