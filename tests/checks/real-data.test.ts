import { describe, expect, test } from 'vitest';
import { check, patch, realFiles } from '../support/build-fixture.js';

const real = check(realFiles());
const tails = real.outcomes.flatMap(({ outcome }) => (outcome.kind === 'comparison' && outcome.verdict === '尾差' ? [outcome] : []));

describe('the real data of 2026', () => {
  test('has no disagreement that blocks; its own figures are confirmed; what it lacks is reminded of', () => {
    expect(real.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(real.diagnostics.map(({ code }) => code).sort()).toEqual(['not-stated', 'not-stated', 'reason-given']);
    expect(real.acknowledged.map((one) => one.diagnostic.code).sort()).toEqual([
      'form-cost-equals-money',
      'form-period-equals-year',
      'form-period-equals-year',
      'secrecy-words',
      'secrecy-words',
    ]);
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

  test('is asked for what the notices require before it is published', () => {
    const { diagnostics } = check(realFiles(), { strictness: 'strict' });
    expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`).sort()).toEqual([
      'error not-stated',
      'error not-stated',
      'error reason-given',
    ]);
  });

  test('says what it could not check', () => {
    expect(real.outcomes.flatMap(({ check: one, outcome }) => (outcome.verdict === '未能核对' ? [one.code] : []))).toEqual([
      'last-year-published',
      'published-in-time',
    ]);
  });
});

/** The original as it was published: each weakness put back into the file. */
describe.each([
  ['政府印刷费 and 应急保障: 实施期 beside 年度', 'form-period-equals-year', '已确认的提醒: 删除'],
  ['政府印刷费: 成本指标 100万元 for 800,000', 'form-cost-equals-money', '已确认的提醒: 删除'],
  ['机关运行经费 falls without a reason', 'reason-given', '其他说明: 无'],
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
