import { describe, expect, test } from 'vitest';
import { baseFiles, check, patch } from '../support/build-fixture.js';

const codes = (change: string, strictness: 'basic' | 'strict' = 'basic') =>
  check(patch(baseFiles(), change), { strictness }).diagnostics.map((one) => `${one.severity} ${one.code}`);

test('a reminder that is confirmed with a reason is not printed, and the report repeats it', () => {
  const report = check(patch(baseFiles(), '职责: [负责机要工作。]\n已确认的提醒: [{检查: secrecy-words, 内容: 机要, 理由: 通用职责}]'));
  expect(report.diagnostics).toEqual([]);
  expect(report.acknowledged.map((one) => [one.diagnostic.code, one.reason])).toEqual([['secrecy-words', '通用职责']]);
});

test('figures that disagree cannot be confirmed away', () => {
  expect(codes('收入.一般公共预算: 1000000.01\n已确认的提醒: [{检查: revenue-equals-expenditure, 理由: 差一分}]')).toEqual(
    expect.arrayContaining(['error revenue-equals-expenditure', 'warning acknowledgement-unused']),
  );
});

describe('R6: an inference of the program, which no notice states, can be published with a reason', () => {
  const other = '项目[0].绩效目标表.实施期资金来源: {市县（区）财政资金: 1000000}\n';
  const both = `${other}项目[0].绩效目标表.指标.产出指标.成本指标: [{名称: 财政资金, 值: 100万元}]\n`;
  const confirmed = (...statements: string[]) =>
    `已确认的提醒: [${statements.map((one) => `{${one}, 理由: 与批复的绩效目标表一致}`).join(', ')}]`;

  test('both figures stand in the report, with the reason', () => {
    const change = `${both}${confirmed('检查: form-period-equals-year, 内容: "1,000,000.00元"', '检查: form-cost-equals-money, 内容: "1,000,000.00元"')}`;
    const report = check(patch(baseFiles(), change), { strictness: 'strict' });
    expect(report.diagnostics).toEqual([]);
    expect(report.acknowledged.map((one) => [one.check.severity, one.diagnostic.basis, one.reason])).toEqual([
      ['错误', '本程序的推断', '与批复的绩效目标表一致'],
      ['错误', '本程序的推断', '与批复的绩效目标表一致'],
    ]);
    for (const one of report.acknowledged) expect(one.diagnostic.message).toMatch(/1,000,000\.00元.*208,000\.00元/);
  });

  test('what is found says that it can be confirmed, and how; what the tables owe each other does not', () => {
    const hints = (change: string) => check(patch(baseFiles(), change)).diagnostics.map(({ code, hint }) => [code, hint] as const);
    for (const [code, hint] of hints(both)) expect(hint, code).toMatch(new RegExp(`已确认的提醒.*检查: ${code}.*内容.*理由`));
    for (const [code, hint] of hints('收入.一般公共预算: 1000000.01')) expect(hint ?? '', code).not.toContain('已确认的提醒');
  });

  test.each([
    ['without 内容', '检查: form-period-equals-year'],
    ['with a 内容 of something else', '检查: form-period-equals-year, 内容: 别的项目'],
  ])('not %s', (_, statement) => {
    expect(codes(`${other}${confirmed(statement)}`)).toEqual(['error form-period-equals-year', 'warning acknowledgement-unused']);
  });

  test('not two figures by one 内容', () => {
    const two = `项目[0].绩效目标表.指标.产出指标.成本指标: [{名称: 项目总成本, 值: 90万元}, {名称: 财政资金, 值: 100万元}]\n`;
    expect(codes(`${two}${confirmed('检查: form-cost-equals-money, 内容: 成本指标')}`)).toEqual([
      'error form-cost-equals-money',
      'error form-cost-equals-money',
      'warning acknowledgement-unused',
    ]);
  });

  test('what the tables owe each other never', () => {
    const change = '收入.一般公共预算: 1000000.01\n已确认的提醒: [{检查: revenue-equals-expenditure, 内容: "0.01", 理由: 差一分}]';
    const report = check(patch(baseFiles(), change));
    expect(report.acknowledged).toEqual([]);
    expect(report.diagnostics.find((one) => one.code === 'acknowledgement-unused')?.message).toContain('不能确认');
  });
});

test('personal data is confirmed value by value', () => {
  const data = '其他说明: 联系电话13912345678。\n';
  expect(codes(`${data}已确认的提醒: [{检查: personal-data, 理由: 公开电话}]`)).toContain('error personal-data');
  expect(codes(`${data}已确认的提醒: [{检查: personal-data, 内容: "13912345678", 理由: 单位总机}]`)).toEqual([]);
});

test('a confirmation of nothing, or of no check, is a reminder', () => {
  expect(codes('已确认的提醒: [{检查: secrecy-words, 理由: 无}, {检查: secrecy-word, 理由: 无}]')).toEqual([
    'warning acknowledgement-unused',
    'warning acknowledgement-unused',
  ]);
});

test('strict makes errors of reminders that basic lets pass, and they may still be confirmed', () => {
  const change = '增减原因.机关运行经费: 删除';
  expect(codes(change)).toEqual(['warning reason-given']);
  expect(codes(change, 'strict')).toEqual(['error reason-given']);
  expect(codes(`${change}\n已确认的提醒: [{检查: reason-given, 理由: 原因写在其他说明里}]`, 'strict')).toEqual([]);
});

test('a profile sets its own severities', () => {
  const change = (level: string) =>
    `职责: [负责机要工作。]\n方案改动: {核对.yaml: {"必备报表:": "基本: {secrecy-words: ${level}}\\n必备报表:"}}`.replace(
      '"必备报表:": "',
      '"必备报表:": "',
    );
  expect(codes(change('错误'))).toEqual(['error secrecy-words']);
  expect(codes(change('不查'))).toEqual([]);
});
