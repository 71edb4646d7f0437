import { type Check, findingsOr } from '../check.js';
import type { Replacement } from '../rules/leftovers.js';
import { anyOf, lint, type Match, matchAll } from '../shared/lint.js';

/**
 * 符合：
 *     其他说明: 残疾人就业保障金按规定缴纳，OA系统和其他系统运行正常，履约保证金按合同执行。
 * 不符（项目/1/名称）：
 *     项目[1].名称: 0A系统运行服务费
 * 不符（其他说明）：
 *     其他说明: 残疾人就业保证金按规定缴纳。
 * 不符（其他说明）：
 *     其他说明: 截止2025年12月31日没有其它情况。
 * 不符（其他说明）：
 *     其他说明: 项目绩效目标表公开情况见附件。
 */
export const wrongWords: Check = {
  code: 'wrong-words',
  group: '文字规范',
  severity: '提醒',
  strict: '错误',
  rule: '不用易错的写法（程序自带的词表，加上方案的“易错写法”）。',
  relations: ['C20'],
  basis: '财预〔2016〕143号：形式规范',
  run: (context) => {
    const { mistakes } = context.rules;
    const findings = lint(context, (text) => mistakes.flatMap((one) => matchesOf(one, text)), { containing: anyOf(mistakes) });
    return findingsOr(findings, 1, `没有词表里的 ${mistakes.length} 种易错写法。`);
  },
};

function matchesOf({ pattern, instead, note }: Replacement, text: string): Match[] {
  const hint = instead === undefined ? '改写或删去。' : `改成“${instead}”。`;
  return matchAll(text, pattern, ([found]) => `里的“${found}”写法不妥${note === undefined ? '' : `：${note}`}。`, hint);
}
