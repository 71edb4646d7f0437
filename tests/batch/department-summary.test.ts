import { expect, test } from 'vitest';
import { departmentSummary } from '../../src/features/batch/page/department-summary.js';
import { budgetOf } from '../support/budget-of.js';

const budget = budgetOf({
  收入: {
    一般公共预算: '100.10',
    政府性基金预算: [{ 科目: '1030148', 名称: '土地出让收入', 金额: '20' }],
    单位资金: { 事业收入: '3', 其他收入: '4' },
    上年结转: { 一般公共预算: '5.55' },
  },
  支出: [
    { 科目: '2010301', 基本支出: { 一般公共预算: '100.10', 单位资金: '7' } },
    { 科目: '2010302', 项目支出: { 政府性基金预算: '15', 上年结转: { 一般公共预算: '5.55' } } },
  ],
  年终结转: { 政府性基金预算: '5' },
  三公经费: { 公务接待费: { 本年: { 一般公共预算: '2' }, 上年: '1' } },
  上年预算: { 一般公共预算: '60', 政府性基金预算: '6' },
  增减原因: { 支出: '新增项目', 公务接待费: '批次增加' },
});

test('exact totals as text, each fund with what it carries over', () => {
  expect(departmentSummary(budget)).toEqual({
    code: '990',
    name: '虚构市示例区公式试验所',
    year: '2026',
    district: '虚构市示例区',
    totals: { 收入总计: '132.65', 支出总计: '132.65', 基本支出: '107.1', 项目支出: '20.55', 年终结转: '5', 三公经费: '2' },
    previous: '66',
    revenueByFund: { 一般公共预算: '105.65', 政府性基金预算: '20', 国有资本经营预算: '0', 财政专户管理资金: '0', 单位资金: '7' },
    expenditureByFund: { 一般公共预算: '105.65', 政府性基金预算: '20', 国有资本经营预算: '0', 财政专户管理资金: '0', 单位资金: '7' },
    reasons: [
      { about: '支出', text: '新增项目' },
      { about: '公务接待费', text: '批次增加' },
    ],
    items: [],
  });
});

test("a unit's own document names the department that has its money", () => {
  const superior = { ...budget.definition.department.部门, 名称: '教育局' };
  expect(departmentSummary({ ...budget, definition: { ...budget.definition, superior } }).partOf).toBe('教育局');
});
