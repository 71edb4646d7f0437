import { expect, test } from 'vitest';
import { patchYaml } from '../support/build-case.js';
import { runningText, textsOf } from '../support/document-text.js';
import { buildWell, buildWith, cellTexts, errorsOf, profileNamed, RICH_YAML, tableNamed } from './support.js';

const NINE = profileNamed('nine-tables');

test('sources of 单位资金 have columns of their own, 财政专户 money among 事业收入', () => {
  const { tables } = buildWell(NINE, RICH_YAML);
  const revenue = cellTexts(tableNamed(tables, '收入预算'));
  // 图书馆: 120.5 + 40 of the fund; 12.5 + 6; 3.25; 1 + 1 + 0.005 (万元).
  expect(revenue.find((row) => row[3] === '图书馆')).toEqual([
    '207',
    '01',
    '04',
    '图书馆',
    '1,842,550.00',
    '1,605,000.00',
    '185,000.00',
    '32,500.00',
    '20,050.00',
  ]);
  expect(revenue.at(-1)).toEqual(['合计', '8,706,773.55', '8,469,223.55', '185,000.00', '32,500.00', '20,050.00']);
  const left = cellTexts(tableNamed(tables, '财务收支')).map((row) => row.slice(0, 2));
  expect(left.slice(0, 7)).toEqual([
    ['一、财政拨款收入', '8,469,223.55'],
    ['1.一般公共预算', '6,469,323.55'],
    ['2.政府性基金预算', '1,900,000.00'],
    ['3.国有资本经营预算', '99,900.00'],
    ['二、事业收入', '185,000.00'],
    ['三、事业单位经营收入', '32,500.00'],
    ['四、其他收入', '20,050.00'],
  ]);
});

test('each kind of income is compared with last year', () => {
  const text = runningText(textsOf(buildWell(NINE, RICH_YAML).document), ['叙述']);
  // 18.5 against 150: −131.5, 131.5 ÷ 150 = 87.67 %; 3.25 against nothing; 2.005 against 50.
  expect(text).toContain('事业收入18.50万元（含财政专户管理资金12.50万元），比2025年预算减少131.50万元，下降87.67%');
  expect(text).toContain('事业单位经营收入3.25万元，比2025年预算增加3.25万元，2025年无此项预算');
  expect(text).toContain('其他收入2.01万元（含上年结转0.01万元），比2025年预算减少48.00万元，下降95.99%');
  expect(text).toContain(
    '1.“文化旅游体育与传媒支出（类）文化和旅游（款）行政运行（项）”科目310.12万元，主要用于局机关人员工资和日常办公；',
  );
  expect(text).toContain('面向中小企业预留政府采购项目预算60.00万元，其中面向小微企业预留36.00万元');
  expect(text).toContain('2026年预算安排购置车辆1辆，单价50万元（含）以上的通用设备2台（套）');
});

test('a form without these columns prints the same sums', () => {
  const { tables } = buildWell(profileNamed('shanxi'), RICH_YAML);
  expect(cellTexts(tableNamed(tables, '收支总表')).find((row) => row[0] === '五、单位资金')?.[1]).toBe('11.25');
});

test('an amount that is not split has no column: it is asked for', () => {
  const yaml = patchYaml(RICH_YAML, ['收入/单位资金', '11.25']);
  const [error = ''] = errorsOf(buildWith(NINE, yaml));
  expect(error).toMatch(/^预算\.yaml:\d+:\d+ unit-funds-unsplit$/);
  expect(errorsOf(buildWith(profileNamed('shanxi'), yaml)).filter((one) => one.includes('unsplit'))).toEqual([]);
});

test('one row for an economic code where its 政府科目 are not printed', () => {
  const rows = cellTexts(tableNamed(buildWell(NINE, RICH_YAML).tables, '一般公共预算安排的基本支出'));
  expect(rows.filter((row) => row[2] === '基本工资')).toEqual([['301', '01', '基本工资', '2,000,000.00', '2,000,000.00', '']]);
});
