import { expect, test } from 'vitest';
import { amount } from '../../src/definition/fields.js';
import { yearAndCarryover } from '../../src/definition/schema/funds.js';
import { oncePerArguments } from '../../src/plain/objects.js';

test('the same result for arguments that say the same, another for others', () => {
  let times = 0;
  const pair = oncePerArguments((words: readonly string[], { much = false }: { readonly much?: boolean } = {}) => ({
    words,
    much,
    times: ++times,
  }));
  expect(pair(['一', '二'])).toBe(pair(['一', '二']));
  expect(pair(['一二'])).not.toBe(pair(['一', '二']));
  expect(pair(['一'], { much: true })).toEqual({ words: ['一'], much: true, times: 3 });
  expect(pair(['一'], {})).toEqual({ words: ['一'], much: false, times: 4 });
  expect(pair(['一'], { much: true }).times).toBe(3);
});

test('fields that are the same are one schema, and what may be negative is another', () => {
  expect(amount('元')).toBe(amount('元'));
  expect(amount('元')).not.toBe(amount('万元'));
  expect(amount('元', { negative: true })).not.toBe(amount('元'));
  expect(amount('元').safeParse('-1').success).toBe(false);
  expect(amount('元', { negative: true }).safeParse('-1').success).toBe(true);
  expect(yearAndCarryover('万元', { negative: true })).toBe(yearAndCarryover('万元', { negative: true }));
});
