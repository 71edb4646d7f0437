import { describe, expect, test } from 'vitest';
import { computeBudget } from '../../src/budget/budget.js';
import { compareYears } from '../../src/features/compare/compare-years.js';
import { comparisonPage } from '../../src/features/compare/page.js';
import { summaryLines } from '../../src/features/compare/summary.js';
import { rollComments } from '../../src/features/roll-over/roll-file.js';
import { compareWithPreviousYear } from '../../src/previous-year/compare-with-previous-year.js';
import { previousFileName } from '../../src/previous-year/previous-year.js';
import { takePreviousYear } from '../../src/previous-year/take-previous-year.js';
import { definitionOf, previousOf, treeOf } from '../roll-over/support.js';
import { patchYaml } from '../support/build-case.js';
import { caseYaml } from '../support/cases.js';
import { classifications } from '../support/classifications.js';

const WATER = patchYaml(caseYaml('五类资金'), ['部门/名称', '乙县水务局'], ['部门/代码', '101']);
const previous = previousOf(WATER);
const culture = (...more: Parameters<typeof patchYaml>[1][]) => patchYaml(WATER, ['部门/名称', '乙县文化局'], ...more);
const taken = (yaml: string) => {
  const { tree, diagnostics } = takePreviousYear(treeOf(yaml), previous);
  const { 上年预算: figures } = tree.value as Record<string, unknown>;
  return { figures, said: diagnostics.map(({ code, message, hint }) => `${code} ${message}${hint ?? ''}`) };
};

describe('the figures of another department are never taken', () => {
  const open = ['上年预算', '取自上年文件'] as const;

  test('the same code under another name: an error that says whose file it is', () => {
    const { figures, said } = taken(culture(open));
    expect(figures).toEqual({});
    expect(said).toEqual([
      expect.stringMatching(
        /^previous-year-missing .*上年代码 101 的文件是“乙县水务局”的，没有取它的数。今年由它更名的，在“部门”里写“原名称: 乙县水务局”/,
      ),
    ]);
  });

  test('a renamed office says so', () => {
    const { figures, said } = taken(culture(open, ['部门/原名称', '乙县水务局']));
    expect(said).toEqual([]);
    expect(figures).toHaveProperty('一般公共预算');
  });

  test('a former name that nobody had is not believed', () => {
    expect(taken(culture(open, ['部门/原名称', '乙县水利局'])).said[0]).toContain('乙县水务局');
  });

  test('the same name under another code is the same office', () => {
    expect(taken(patchYaml(WATER, open, ['部门/代码', '202'])).said).toEqual([]);
  });

  test('typed figures are not held against another office’s, and that is said once', () => {
    const { diagnostics, without, compared } = compareWithPreviousYear(definitionOf(culture(), { year: 2027 }), previous);
    expect(diagnostics.map(({ code, severity, at }) => `${severity} ${code} ${at?.line}`)).toEqual(['warning previous-year-other-name 5']);
    expect([without.length, compared]).toEqual([1, 0]);
    const renamed = compareWithPreviousYear(definitionOf(culture(['部门/原名称', '乙县水务局']), { year: 2027 }), previous);
    expect(renamed.without).toEqual([]);
  });

  test('last year’s file goes by the name, then by the code', () => {
    const names = ['101-水务局.yaml', '102-文化局.yaml', '区县.yaml'];
    expect(previousFileName('101-文化局.yaml', '101', names)).toBe('102-文化局.yaml');
    expect(previousFileName('101-水务局.yaml', '101', names)).toBe('101-水务局.yaml');
    expect(previousFileName('101-文旅局.yaml', '101', names)).toBe('101-水务局.yaml');
    expect(previousFileName('103-教育局.yaml', '103', names)).toBeUndefined();
  });

  test('compare: another office under the code is new, and the old one gone', () => {
    const budget = (yaml: string) => computeBudget(definitionOf(yaml), classifications);
    const years = (yaml: string) => compareYears({ current: '2026', previous: '2025' }, [budget(yaml)], [budget(WATER)]);
    expect(years(culture())).toMatchObject({
      departments: [],
      newDepartments: [{ name: '乙县文化局' }],
      goneDepartments: [{ name: '乙县水务局' }],
    });
    expect(years(culture(['部门/原名称', '乙县水务局']))).toMatchObject({ newDepartments: [], goneDepartments: [] });
  });
});

test('compare shows vehicles, buildings, what is reserved and member units', () => {
  const budget = (yaml: string) => computeBudget(definitionOf(yaml), classifications);
  const office = (assets: object, reserve: string, unit: string) =>
    patchYaml(
      caseYaml('最小'),
      ['国有资产', { 车辆编制: '4', ...assets, 五十万元以上通用设备: '0', 一百万元以上通用设备: '0' }],
      ['政府采购', { 货物: '900000' }],
      ['政府采购预留', { 中小企业: reserve }],
      ['部门/所属单位', [{ 名称: unit, 单位性质: '事业' }]],
    );
  const now = office({ 车辆: { 其他公务用车: '4' }, 办公用房面积: '0' }, '0', '乙站');
  const before = office({ 车辆: { 执法执勤用车: '4' }, 办公用房面积: '12000' }, '500000', '甲站');
  const years = compareYears({ current: '2026', previous: '2025' }, [budget(now)], [budget(before)]);
  const lines = summaryLines(years).join('\n');
  expect(lines).toContain('国有资产的变动：其他公务用车 0辆 → 4辆；执法执勤用车 4辆 → 0辆；办公用房面积 12,000平方米 → 0平方米。');
  expect(lines).toContain('新增（所属单位）1 项：乙站。');
  expect(lines).toContain('取消（所属单位）1 项：甲站。');
  expect(comparisonPage(years)).toContain('中小企业预留');
});

test.each([
  ['国有资产/五十万元以上通用设备', '3', '国有资产的变动：五十万元以上通用设备 0台（套） → 3台（套）。'],
  ['国有资产/车辆编制', '6', '国有资产的变动：车辆编制 4辆 → 6辆。'],
  ['国有资产/计划购置', { 车辆: '1' }, '国有资产的变动：计划购置车辆 0辆 → 1辆。'],
])('compare shows %s', (path, value, line) => {
  const assets = { 车辆编制: '4', 车辆: { 其他公务用车: '4' }, 五十万元以上通用设备: '0', 一百万元以上通用设备: '0' };
  const before = patchYaml(caseYaml('最小'), ['国有资产', assets]);
  const budget = (yaml: string) => computeBudget(definitionOf(yaml), classifications);
  const years = compareYears({ current: '2026', previous: '2025' }, [budget(patchYaml(before, [path, value]))], [budget(before)]);
  expect(summaryLines(years).join('\n')).toContain(line);
});

describe('last year’s figures at the precision in which they were typed', () => {
  const hospitality = (year: '本年' | '上年', value: unknown) =>
    patchYaml(caseYaml('最小'), ['三公经费', { 公务接待费: { [year]: value } }]);
  const before = previousOf(hospitality('本年', { 一般公共预算: '21142' }));
  const contradictions = (unit: string, typed: string) => {
    const yaml = patchYaml(hospitality('上年', typed), ['金额单位', unit]);
    const { diagnostics } = compareWithPreviousYear(definitionOf(yaml, { year: 2027 }), before);
    return diagnostics.filter(({ message }) => message.includes('公务接待费')).length;
  };

  test.each([
    ['万元', '2.11', 0],
    ['万元', '2.1142', 0],
    ['万元', '2.1', 1],
    ['万元', '2.12', 1],
    ['元', '21142', 0],
    ['元', '21142.00', 0],
    ['元', '21142.10', 1],
    ['元', '21140', 1],
  ])('%s %s', (unit, typed, count) => {
    expect(contradictions(unit, typed)).toBe(count);
  });
});

describe('and so are last year’s totals: 6,295,990.22 and 153,333.33 元 of 上年结转', () => {
  const before = previousOf(caseYaml('五类资金'));
  const said = (figures: object) => {
    const yaml = patchYaml(caseYaml('五类资金'), ['金额单位', '万元'], ['上年预算', figures]);
    const { diagnostics } = compareWithPreviousYear(definitionOf(yaml, { year: 2027 }), before);
    return diagnostics.map(({ message }) => message).join('\n');
  };

  test.each([
    ['629.60', '15.33', false],
    ['629.6', '15.3333', false],
    ['629.599', '15.333333', false],
    ['630', '15.3', true],
    ['629.59', '15.34', true],
  ])('%s and %s万元', (budget, carried, differs) => {
    const text = said({ 一般公共预算: budget, 上年结转: { 一般公共预算: carried } });
    expect(/上年预算的一般公共预算写的是/.test(text)).toBe(differs);
    expect(/上年预算的一般公共预算（上年结转）写的是/.test(text)).toBe(differs);
  });
});

test('a comment that names the file’s own year gets the new one; history and texts stay', () => {
  const text =
    '# 乙县水务局2025年部门预算；2024年部门预算见旧文件\n部门: {名称: "2025年部门预算"}   # 2025 年度部门预算批复\n# 2025年8月起执行新标准\n';
  expect(rollComments(text, 2026)).toBe(
    '# 乙县水务局2026年部门预算；2024年部门预算见旧文件\n部门: {名称: "2025年部门预算"}   # 2026 年度部门预算批复\n# 2025年8月起执行新标准\n',
  );
});

test.each([
  ['# 2025部门预算', '# 2026部门预算'],
  ['# 2025年度单位预算公开', '# 2026年度单位预算公开'],
  ['# 二〇二五年部门预算', '# 二〇二六年部门预算'],
  ['# 2025年收支预算（财预〔2025〕1号）', '# 2026年收支预算（财预〔2025〕1号）'],
  ['# 2023—2025年预算见旧文件', '# 2023—2025年预算见旧文件'],
  ['# 2025年部门决算', '# 2025年部门决算'],
  ['# npm run build-doc -- 105 --year 2025 --draft；见 --year 2024', '# npm run build-doc -- 105 --year 2026 --draft；见 --year 2024'],
  ['# 照财预〔2025〕部门预算通知', '# 照财预〔2025〕部门预算通知'],
])('a comment «%s»', (before, after) => {
  expect(rollComments(`${before}\n金额单位: 元\n`, 2026)).toBe(`${after}\n金额单位: 元\n`);
});
