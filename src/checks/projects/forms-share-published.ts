import { projectFigures } from '../../budget/figures/projects.js';
import type { Check, Comparison } from '../check.js';
import { compare, statedSide } from '../shared/sides.js';

/**
 * 符合：
 *     方案改动: {核对.yaml: {"公开要求:": "绩效目标公开比例: {个数: 10, 金额: 10}\n公开要求:"}}
 * 不符：
 *     方案改动: {核对.yaml: {"公开要求:": "绩效目标公开比例: {个数: 90}\n公开要求:"}}
 * 不符：
 *     方案改动: {核对.yaml: {"公开要求:": "绩效目标公开比例: {金额: 99}\n公开要求:"}}
 */
export const formsSharePublished: Check = {
  code: 'forms-share-published',
  group: '绩效与资产',
  severity: '错误',
  rule: '公开绩效目标表的项目，按个数、按金额占全部项目的比例不应低于本地的规定（方案的“绩效目标公开比例”，百分比）。',
  relations: ['C19'],
  basis: '财预〔2021〕29号：公开项目绩效目标；本地的规定',
  run: ({ budget, rules: { formsShare } }): Comparison[] => {
    const { all, published } = projectFigures(budget);
    if (all.count.value.isZero()) return [];
    const asked = [
      { what: '个数', share: formsShare.count, part: published.count.value, whole: all.count.value, unit: 'count' as const },
      { what: '金额', share: formsShare.money, part: published.amount.value, whole: all.amount.value, unit: 'yuan' as const },
    ];
    return asked.flatMap(({ what, share, part, whole, unit }) => {
      if (share === undefined) return [];
      const least = whole.times(share).div(100);
      return [
        compare({
          left: statedSide(`公开绩效目标的项目${what}`, part, { kind: 'definition', path: ['项目'], part: 'key' }, unit),
          operator: '≥',
          right: statedSide(`全部项目${what}的 ${share.toFixed()}%`, least, { kind: 'definition', path: ['项目'], part: 'key' }, unit),
          hint: '给更多的项目写上“绩效目标表”。',
        }),
      ];
    });
  },
};
