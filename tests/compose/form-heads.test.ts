import { expect, test } from 'vitest';
import { formBlocks } from '../../src/compose/form-blocks.js';
import type { FormSpec } from '../../src/profile/form-schema.js';
import { blankForm } from '../../src/tables/form-grid.js';
import { loadedProfile } from '../support/build-case.js';

const profile = loadedProfile();
const columns = profile.form.列宽.length;
const labels = (...texts: readonly string[]): FormSpec['行'][number] => ({
  格: texts.map((text, index) => ({ 文字: text, 样式: '标签' as const, 跨列: index === 0 ? columns - texts.length + 1 : 1 })),
});

const headsOf = (...first: FormSpec['行']): number | undefined => {
  const form = blankForm({ ...profile.form, 行: [...first, ...profile.form.行] }, '绩效目标表', {});
  const [table] = formBlocks(form, profile, 0).blocks.filter((block) => block.type === 'table');
  return table?.headerRows;
};

test('a form goes on under its heads, not under the first thing that it says', () => {
  expect(headsOf()).toBe(0);
  expect(headsOf(labels('栏目', '内容'))).toBe(1);
  expect(headsOf(labels('栏目', '内容'), labels('一', '二', '三'))).toBe(2);
});
