import { expect, test } from 'vitest';
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
