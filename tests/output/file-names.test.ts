import { describe, expect, test } from 'vitest';
import { nameRefusal, outputNames } from '../../src/output/file-names.js';

const office = { year: '2026', code: '003', name: '朔州市平鲁区人民政府办公室' };
const refused = (changes: Partial<typeof office>) => nameRefusal(outputNames({ ...office, ...changes }, false));

test('names tell year, code and department', () => {
  expect(outputNames(office, false)).toEqual({
    folders: ['2026', '003-朔州市平鲁区人民政府办公室'],
    stem: '003-朔州市平鲁区人民政府办公室-2026年部门预算公开',
    report: '核对报告.html',
    reportData: '核对报告.json',
  });
});

test('a draft has names of its own', () => {
  expect(outputNames(office, true).stem).toBe('003-朔州市平鲁区人民政府办公室-2026年部门预算草稿');
});

test.each([
  ['发展和改革局（粮食局）', '003-发展和改革局-粮食局'],
  ['“放管服”改革办公室', '003-放管服-改革办公室'],
  ['人大、政协联络处', '003-人大-政协联络处'],
])('%s: marks become dashes', (name, folder) => {
  expect(outputNames({ ...office, name }, false).folders[1]).toBe(folder);
});

describe('refused', () => {
  test.each([
    '../../tmp/PWNED',
    'a:b?',
    '办公室.',
    '办公 室',
    '甲/乙',
    '甲\\乙',
    '甲*',
    '甲|乙',
    '甲\u0000',
    '甲\u200B',
    '😀办公室',
    '办公室\n',
  ])('%j', (name) => {
    expect(refused({ name })?.message).toMatch(/^“.*”不能作文件名：含有“.+”。$/s);
  });

  test('a name that another machine would spell differently', () => {
    expect(refused({ name: '\uF900局' })?.message).toContain('兼容汉字');
  });

  test('names that Windows keeps for itself', () => {
    expect(nameRefusal({ ...outputNames({ year: '2026', code: '003', name: '局' }, false), folders: ['2026', 'CON'] })?.message).toContain(
      'Windows 保留',
    );
  });

  test('more than 120 bytes', () => {
    expect(refused({ name: '局'.repeat(28) })).toBeUndefined();
    expect(refused({ name: '局'.repeat(29) })).toMatchObject({
      message: expect.stringContaining('超过 120 个'),
      hint: expect.stringContaining('28 个汉字'),
    });
  });
});
