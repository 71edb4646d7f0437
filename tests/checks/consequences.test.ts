import { expect, test } from 'vitest';
import { baseFiles, check, patch } from '../support/build-fixture.js';

test.each(['部门.所属单位: 删除', '政府购买服务: 删除', '整体绩效目标: 删除'])(
  'a missing statement is 未填, and nothing stands as 不符 beside a file that is written: %s',
  (change) => {
    const { outcomes, diagnostics } = check(patch(baseFiles(), change));
    expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toContain('warning not-stated');
    expect(outcomes.filter(({ state }) => state === '不符')).toEqual([]);
  },
);

test('what a missing statement leaves out stands as the statement does', () => {
  const { outcomes } = check(patch(baseFiles(), '政府购买服务: 删除'));
  const left = outcomes.filter(({ causedBy }) => causedBy === 'not-stated');
  expect(left.length).toBeGreaterThan(0);
  expect(new Set(left.map(({ state }) => state))).toEqual(new Set(['未填']));
});
