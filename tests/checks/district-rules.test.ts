import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { resolveRules } from '../../src/checks/rules/rules.js';
import { loadProfile } from '../../src/profile/load-profile.js';
import { baseFiles, CLASSIFICATIONS, patch, profileLayer } from '../support/build-fixture.js';
import { buildFromFiles } from '../support/build-from-files.js';

const encode = (text: string) => new TextEncoder().encode(text);
const SHANXI = profileLayer('shanxi');
const overlay = (rules: string) => ({ folder: 'data/2026/方案', files: new Map([['核对.yaml', encode(rules)]]) });

/** Findings of the base definition, changed, with a district's own 核对.yaml. */
function findings(change: string, rules: string, strictness?: 'basic' | 'strict'): string[] {
  const { department, district } = patch(baseFiles(), change);
  const bytes = (tree: unknown) => encode(stringify(tree, { lineWidth: 0 }));
  const input = {
    department: { name: '部门.yaml', bytes: bytes(department) },
    district: { name: '区县.yaml', bytes: bytes(district) },
    classifications: CLASSIFICATIONS,
    profile: { ...SHANXI, overlay: overlay(rules) },
  };
  return buildFromFiles(input, { strictness }).diagnostics.map(({ severity, code, message }) => `${severity} ${code} ${message}`);
}

const WORDS = `
易错写法: [{写法: 政务大听, 应为: 政务大厅}, {写法: /便民(?=中心)/, 说明: 本县统一称政务中心}]
过时名称: [{写法: 政务服务支出, 应为: 一般公共服务支出}]
套话: [照章办理]
涉密用语: [雷达站]
专业名词: [以钱养事]
没有的说法: [{事项: 政府采购货物, 写法: 采购货物, 取数: {表: 政府采购, 种类: 货物}}]
专用科目: [{写法: 独生子女费, 科目: ["2100799"]}]
`;

test.each([
  ['易错写法', '其他说明: 政务大听已建成。', 'warning wrong-words “政务大听已建成。”里的“政务大听”写法不妥。'],
  ['易错写法, a pattern', '其他说明: 便民中心已建成。', 'warning wrong-words “便民中心已建成。”里的“便民”写法不妥：本县统一称政务中心。'],
  ['过时名称', '其他说明: 政务服务支出按计划。', 'warning outdated-names “政务服务支出按计划。”里的“政务服务支出”是以前年度的科目名称。'],
  ['套话', '增减原因.收入: 照章办理', 'warning reason-says-something 收入的增减原因“照章办理”没有说明具体事由。'],
  ['涉密用语', '其他说明: 雷达站维护。', 'warning secrecy-words'],
  ['专业名词', '其他说明: 本年推行以钱养事。', 'warning glossary-term-missing'],
  [
    '没有的说法',
    '其他说明: 本年没有采购货物。',
    'warning denials-fit-amounts 文字说本年“没有采购货物”，而填写的政府采购货物本年有 100,000.00元。',
  ],
  ['专用科目', '支出[5].用途: 缴纳独生子女费\n已确认的提醒: [{检查: not-printed, 理由: 这套表不印}]', 'warning purposes-fit-codes'],
])('a district adds its own %s', (_, change, found) => {
  expect(findings(change, '级别: 基本')).toEqual([]);
  expect(findings(change, WORDS)).toEqual([expect.stringContaining(found)]);
});

test('what a district adds takes nothing from the form: its relations, its tables and its words hold on', () => {
  const rules = (own: string) => resolveRules(loadProfile(SHANXI.folder, SHANXI.files, { overlay: overlay(own) }).value?.checkRules);
  const [plain, own] = [rules('级别: 基本'), rules(WORDS)];
  expect(own.crossTable).toEqual(plain.crossTable);
  expect(own.requiredTables).toHaveLength(8);
  expect(own.allowedDigits).toEqual(plain.allowedDigits);
  expect(own.mistakes.length).toBe(plain.mistakes.length + 2);
  expect(findings('其他说明: 没有其它情况。', WORDS)).toEqual([expect.stringContaining('wrong-words')]);
});

test('a district sets how strict: 级别, and single severities; the command line has the last word', () => {
  const change = '增减原因.机关运行经费: 删除';
  const found = (rules: string, strictness?: 'basic' | 'strict') => findings(change, rules, strictness).map((line) => line.split(' ')[0]);
  expect(found('级别: 基本')).toEqual(['warning']);
  expect(found('级别: 严格')).toEqual(['error']);
  expect(found('级别: 严格', 'basic')).toEqual(['warning']);
  expect(found('级别: 基本', 'strict')).toEqual(['error']);
  expect(found('基本: {reason-given: 不查}')).toEqual([]);
  expect(found('严格: {reason-given: 提醒}', 'strict')).toEqual(['warning']);
  expect(found('增减原因: {金额: 100000}')).toEqual([]);
});

/** Every reminder that a strict run takes for a mistake, on one budget. */
test('strict differs from basic in exactly the checks that say so', () => {
  const change = `
增减原因.机关运行经费: 删除
公开日期: 2026-03-27
其他说明: 没有其它情况，，省直部门按规定执行
`;
  const pairs = (strictness: 'basic' | 'strict') =>
    findings(change, '级别: 基本', strictness).map((line) => line.split(' ').slice(0, 2).join(' '));
  const codes = ['final-stop', 'published-in-time', 'punctuation', 'reason-given', 'wrong-level', 'wrong-words'];
  expect(pairs('basic').sort()).toEqual(codes.map((code) => `warning ${code}`));
  expect(pairs('strict').sort()).toEqual(codes.map((code) => `error ${code}`));
});
