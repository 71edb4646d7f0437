import { type Check, clean, finding, type Outcome, unstated } from '../check.js';
import { inDefinition } from '../shared/sides.js';

/**
 * 符合：
 *     公开日期: 2026-02-20
 *     保密审查: {人: 保密办主任, 日期: 2026-02-19}
 * 未填：
 *     保密审查: 删除
 * 不符（保密审查/日期）：
 *     公开日期: 2026-02-20
 *     保密审查: {人: 保密办主任, 日期: 2026-02-21}
 */
export const secrecyReviewed: Check = {
  code: 'secrecy-reviewed',
  group: '保密与个人信息',
  severity: '提醒',
  rule: '公开之前要经过保密审查，写明审查的人和日期（也可以在印出的核对报告上手填）。',
  relations: ['C18'],
  basis: '政府信息公开条例第十七条；保守国家秘密法第三十五条',
  run: ({ department: { 保密审查: review, 公开日期: published } }): Outcome[] => {
    if (!review) return [unstated('没有写保密审查人和日期；也可以在印出的报告上手填。', inDefinition('保密审查'))];
    if (published !== undefined && review.日期 > published)
      return [
        finding(`保密审查的日期 ${review.日期} 在公开日期 ${published} 之后。`, inDefinition('保密审查', '日期'), {
          hint: '先审查，后公开；核对两个日期。',
        }),
      ];
    return [clean(`${review.人}于 ${review.日期} 审查。`)];
  },
};
