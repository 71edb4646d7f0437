import { describe, expect, test } from 'vitest';
import { check, patch, realFiles } from '../support/build-fixture.js';

const real = check(realFiles());
const tails = real.outcomes.flatMap(({ outcome }) => (outcome.kind === 'comparison' && outcome.verdict === '尾差' ? [outcome] : []));

describe('the real data of 2026', () => {
  test('has no disagreement and nothing that blocks', () => {
    expect(real.outcomes.filter(({ outcome, check: one }) => outcome.verdict === '不符' && one.code !== 'secrecy-words')).toEqual([]);
    expect(real.diagnostics).toEqual([]);
    expect(real.acknowledged.map((one) => one.diagnostic.code)).toEqual(['secrecy-words', 'secrecy-words']);
  });

  test('has the tails of the original, each with its cause', () => {
    expect(tails.map((tail) => `${tail.left.label} ${tail.left.printed ?? ''} ${tail.right.printed ?? ''}`)).toMatchInlineSnapshot(`
      [
        "预算公开表2“行政事业单位养老支出”行“合计”栏 47.81万元 47.80万元",
        "预算公开表2“行政事业单位养老支出”行“一般公共预算”栏 47.81万元 47.80万元",
        "预算公开表3“行政事业单位养老支出”行“合计”栏 47.81万元 47.80万元",
        "预算公开表3“行政事业单位养老支出”行“基本支出”栏 47.81万元 47.80万元",
        "预算公开表5“行政事业单位养老支出”行“合计”栏 47.81万元 47.80万元",
        "预算公开表5“行政事业单位养老支出”行“基本支出”栏 47.81万元 47.80万元",
        "预算公开表6“合计”行“合计”栏 441.49万元 441.48万元",
        "预算公开表6“合计”行“人员经费”栏 373.59万元 373.58万元",
        "92.20%、3.79%、1.30%、2.72%之和 100.01% 100.00%",
      ]
    `);
    expect(tails[0]?.cause).toContain(
      '精确的合计 47.808 印 47.81；行政单位离退休 7.344 印 7.34，机关事业单位基本养老保险缴费支出 40.464 印 40.46',
    );
    expect(tails[0]?.bound?.toFixed()).toBe('150');
  });

  test('passes the strict checks as well', () => {
    expect(check(realFiles(), { strictness: 'strict' }).diagnostics).toEqual([]);
  });

  test('says what it could not check', () => {
    expect(real.outcomes.flatMap(({ check: one, outcome }) => (outcome.verdict === '未能核对' ? [one.code] : []))).toEqual([
      'last-year-published',
    ]);
  });
});

/** The original as it was published: each weakness put back into the file. */
describe.each([
  [
    '政府印刷费: 实施期 1,000,000 beside 年度 800,000',
    'form-period-equals-year',
    '项目[7].绩效目标表.实施期资金来源: {市县（区）财政资金: "1000000"}',
  ],
  [
    '应急保障: 实施期 3,600,000 beside 年度 900,000',
    'form-period-equals-year',
    '项目[5].绩效目标表.实施期资金来源: {市县（区）财政资金: "3600000"}',
  ],
  [
    '政府印刷费: 成本指标 100万元 for 800,000',
    'form-cost-equals-money',
    '项目[7].绩效目标表.指标.产出指标.成本指标: [{名称: 财政资金, 值: 100万元}]',
  ],
  ['机关运行经费 falls without a reason', 'reason-given', '增减原因.机关运行经费: 删除'],
  ['0A for OA', 'wrong-words', '项目[10].名称: 0A系统运行短信服务费（政府办）'],
  ['保证金 for 保障金', 'wrong-words', '项目[31].名称: 残疾人就业保证金（政府办）'],
  [
    '省直部门 in a district',
    'wrong-level',
    '区县文件: {"名词解释[2].解释": 指省直部门用财政拨款安排的因公出国（境）费用、公务用车购置及运行费和公务接待费。}',
  ],
  ['a missing full stop', 'final-stop', '职责[0]: 负责区政府各类会议的组织实施工作'],
  ['其它', 'wrong-words', '机构设置[0].职责: 负责其它文件的办理。'],
  ['a form that is said to be annexed', 'wrong-words', '其他说明: （项目绩效目标表公开情况见附件）。'],
] as const)('as published: %s', (_, code, change) => {
  test(`${code} finds it`, () => {
    const { diagnostics } = check(patch(realFiles(), change));
    expect(diagnostics.map((one) => one.code)).toContain(code);
  });
});
