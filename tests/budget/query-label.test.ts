import { expect, test } from 'vitest';
import { queryKey, queryLabel } from '../../src/budget/query.js';

test.each([
  [{ 三公项目: '公务接待费', 年份: '本年' }, { 年份: '本年', 三公项目: '公务接待费' }, '三公经费（公务接待费，本年）'],
  [{ 资金: ['财政拨款'], 时段: '当年' }, { 时段: '当年', 资金: ['财政拨款'] }, '三公经费（财政拨款，当年）'],
  [{}, {}, '三公经费'],
])('%j is named alike, whoever asks first', (one, other, label) => {
  const [first, second] = [one, other].map((where) => ({ cube: '三公经费' as const, where }));
  if (!first || !second) throw new Error('there are two');
  expect([queryLabel(first), queryLabel(second)]).toEqual([label, label]);
  expect(queryKey(first)).toBe(queryKey(second));
});
