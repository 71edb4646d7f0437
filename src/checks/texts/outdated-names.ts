import { type Check, findingsOr } from '../check.js';
import type { Replacement } from '../rules/leftovers.js';
import { anyOf, lint, type Match, matchAll } from '../shared/lint.js';

/**
 * 符合：
 *     其他说明: 卫生健康支出按政策安排。
 * 不符（增减原因/收入）：
 *     增减原因.收入: 医疗卫生与计划生育支出增加
 */
export const outdatedNames: Check = {
  code: 'outdated-names',
  group: '科目',
  severity: '提醒',
  strict: '错误',
  rule: '文字里的科目要用当年的名称。',
  relations: ['C03'],
  basis: '政府收支分类科目',
  run: (context) => {
    const names = context.rules.outdatedNames;
    const findings = lint(context, (text) => names.flatMap((one) => matchesOf(one, text)), { containing: anyOf(names) });
    return findingsOr(findings, 1, `没有词表里的 ${names.length} 个过时的科目名称。`);
  },
};

function matchesOf({ pattern, instead }: Replacement, text: string): Match[] {
  const hint = instead === undefined ? '改用当年的名称。' : `改成“${instead}”。`;
  return matchAll(text, pattern, ([found]) => `里的“${found}”是以前年度的科目名称。`, hint);
}
