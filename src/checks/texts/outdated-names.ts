import { type Check, findingsOr } from '../check.js';
import { lint, matchAll } from '../shared/lint.js';

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
    const findings = lint(context, (text) =>
      names.flatMap(({ pattern, instead }) =>
        matchAll(
          text,
          pattern,
          ([found]) => `里的“${found}”是以前年度的科目名称。`,
          instead === undefined ? '改用当年的名称。' : `改成“${instead}”。`,
        ),
      ),
    );
    return findingsOr(findings, 1, `没有词表里的 ${names.length} 个过时的科目名称。`);
  },
};
