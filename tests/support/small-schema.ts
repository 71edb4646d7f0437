import { z } from 'zod';
import { amount, choice, code, count, date, measure, section, text, yesNo } from '../../src/definition/fields.js';

/** A definition in small, with one field of each kind: the tests of reading must not hang on the real schema. */
export const smallSchema = section({
  部门: section({
    名称: text('部门名称', { max: 60 }),
    代码: code({ digits: [6] })
      .optional()
      .meta({ title: '部门代码', description: '六位数字。' }),
    单位性质: choice(['行政', '参公', '事业']).optional().meta({ title: '单位性质' }),
  }),
  批复日期: date().optional(),
  职责: z.array(text('一项职责')).min(1).optional(),
  支出: z.array(section({ 科目: code({ digits: [7] }), 金额: amount('元') })).optional(),
  调整: amount('万元', { negative: true }).optional(),
  车辆: count().optional(),
  面积: measure().optional(),
  年度: text('年度')
    .refine((year) => year === '2026', { error: '不是本预算年度', params: { hint: '改为 2026。' } })
    .optional(),
  公开: yesNo().optional(),
  说明: text('说明', { multiline: true }).optional(),
  三公经费: section({ '因公出国（境）费': amount('元').optional(), 公务接待费: amount('元').optional() }).optional(),
  取数: z.union([text('科目'), z.array(text('科目'))]).optional(),
  样式: z.partialRecord(z.enum(['标题', '正文']), text('字体')).optional(),
});
