import { type Check, clean, finding, type Outcome, unchecked } from '../check.js';
import { inDefinition } from '../shared/sides.js';

const DAY = 24 * 60 * 60 * 1000;

/**
 * 符合：
 *     批复日期: 2026-02-06
 *     公开日期: 2026-02-26
 * 不符（公开日期）：
 *     批复日期: 2026-02-06
 *     公开日期: 2026-02-27
 * 不符（公开日期）：
 *     公开日期: 2026-02-05
 */
export const publishedInTime: Check = {
  code: 'published-in-time',
  group: '公开要求',
  severity: '提醒',
  strict: '错误',
  rule: '部门预算应在财政部门批复后二十日内公开，单位预算应在部门批复后二十日内公开。',
  relations: ['C14'],
  basis: '预算法第十四条：部门在财政部门批复后二十日内公开；预算法实施条例第六条第四款：单位在部门批复后二十日内公开',
  run: ({ department: { 批复日期: approved, 公开日期: published } }): Outcome[] => {
    if (approved === undefined || published === undefined)
      return [unchecked(`没有填写${approved === undefined ? '批复日期' : '公开日期'}，不能核对是否在批复后二十日内公开。`)];
    const days = (Date.parse(published) - Date.parse(approved)) / DAY;
    const related = [{ message: `批复日期 ${approved}`, place: inDefinition('批复日期') }];
    if (days < 0)
      return [finding(`公开日期 ${published} 早于批复日期 ${approved}。`, inDefinition('公开日期'), { related, hint: '核对两个日期。' })];
    if (days > 20)
      return [
        finding(`公开日期 ${published} 在批复后第 ${days} 天，超过二十日。`, inDefinition('公开日期'), {
          related,
          hint: '应在批复后二十日内公开；核对两个日期。',
        }),
      ];
    return [clean(`批复后第 ${days} 天公开。`)];
  },
};
