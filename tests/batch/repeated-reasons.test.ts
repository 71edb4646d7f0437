import { expect, test } from 'vitest';
import type { DepartmentSummary } from '../../src/features/batch/page/department-summary.js';
import { plainWords, repeatedReasons } from '../../src/features/batch/page/outliers.js';
import { summary } from './entries.js';

const giving = (code: string, text: string, about: DepartmentSummary['reasons'][number]['about'] = '支出', partOf?: string) =>
  summary({ code, reasons: [{ about, text }], ...(partOf !== undefined && { partOf }) });

const found = (...summaries: DepartmentSummary[]) =>
  repeatedReasons(summaries).map(({ given }) => given.map(({ department, same }) => `${department.code}${same ? '' : '≈'}`));

test('the same words in two departments', () => {
  expect(found(giving('001', '新增人员工资及社保缴费'), giving('002', '新增人员工资及社保缴费'))).toEqual([['001', '002']]);
});

test('punctuation, figures and the own name make no difference', () => {
  const one = giving('001', '第001局新增 3 人，工资增加。');
  const other = giving('002', '主要原因是第002局新增12人、工资增加');
  expect(plainWords(one.reasons[0]?.text ?? '', one.name)).toBe('新增0人工资增加');
  expect(found(one, other)).toEqual([['001', '002≈']]);
});

test('one character of ten may differ, not two', () => {
  expect(found(giving('001', '压减一般性支出和会议'), giving('002', '压减一般性支出及会议'))).toEqual([['001', '002≈']]);
  expect(found(giving('001', '压减一般性支出和会议'), giving('002', '压缩一般性支出及会议'))).toEqual([]);
});

test('different subjects too, as boilerplate is boilerplate', () => {
  expect(found(giving('001', '厉行节约压减支出', '公务接待费'), giving('002', '厉行节约压减支出', '机关运行经费'))).toHaveLength(1);
});

test('not: within one department, a unit and its department, reasons of a few characters', () => {
  const twice = summary({
    code: '001',
    reasons: [
      { about: '收入', text: '新增环境整治项目' },
      { about: '支出', text: '新增环境整治项目' },
    ],
  });
  expect(found(twice)).toEqual([]);
  expect(found(giving('001', '新增环境整治项目'), giving('001001', '新增环境整治项目', '支出', '第001局'))).toEqual([]);
  expect(found(giving('001', '人员增加'), giving('002', '人员增加'))).toEqual([]);
});

test('what most departments share comes first', () => {
  const texts = ['按规定压减公用经费', '退休人员采暖补贴提高标准', '退休人员采暖补贴提高标准', '按规定压减公用经费', '按规定压减公用经费'];
  expect(found(...texts.map((text, index) => giving(`00${index}`, text)))).toEqual([
    ['000', '003', '004'],
    ['001', '002'],
  ]);
});
