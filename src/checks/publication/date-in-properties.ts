import { type Check, clean, finding, type Outcome, unchecked, unstated } from '../check.js';
import { inDefinition } from '../shared/sides.js';

/**
 * 符合：
 *     公开日期: 2026-02-13
 * 未填：
 *     公开日期: 删除
 */
export const dateInProperties: Check = {
  code: 'date-in-properties',
  group: '公开要求',
  severity: '错误',
  rule: '文件属性里的日期是公开日期，文件名由程序按固定规则生成。',
  relations: ['C15'],
  basis: '财预〔2016〕143号：形式规范',
  run: ({ document, department: { 公开日期: published, 批复日期: approved } }): Outcome[] => {
    if (published === undefined)
      return [
        unstated(`没有填写公开日期，文件属性里用的是${approved === undefined ? '年初的日期' : '批复日期'}。`, inDefinition('公开日期')),
      ];
    if (!document) return [unchecked('没有生成文件，不能核对文件属性里的日期。')];
    const { date } = document.metadata;
    return date === published
      ? [clean(`文件属性的日期是 ${published}，文件名由程序按固定规则生成。`)]
      : [finding(`文件属性的日期是 ${date}，公开日期是 ${published}。`, inDefinition('公开日期'))];
  },
};
