import { z } from 'zod';
import { choice, code, count, section, text } from '../fields.js';

export const LEVELS = ['省级', '市级', '区级', '县级', '乡镇级'] as const;

const glossaryEntry = section({
  名词: text('名词').meta({ title: '名词' }),
  解释: text('解释').meta({ title: '解释' }),
});

/** What a district writes once and a department may override. */
export const commonTexts = {
  方案: text('方案').optional().meta({ title: '方案', description: 'templates/ 下的文件夹名。' }),
  名词解释: z.array(glossaryEntry).optional().meta({ title: '名词解释', description: '名词及其解释，按公开的顺序。' }),
  补充科目: z
    .array(section({ 编码: code({ digits: [3, 5, 7] }).meta({ title: '科目编码' }), 名称: text('科目名称').meta({ title: '科目名称' }) }))
    .optional()
    .meta({ title: '补充科目', description: '科目目录中还没有的编码和名称。' }),
};

/** The file that all departments of a district share for one year. */
export const districtSchema = section({
  年度: count().meta({ title: '年度', description: '预算年度，四位数字。' }),
  地区: text('地区').meta({ title: '地区', description: '区县名称，如“朔州市平鲁区”。' }),
  级次: choice(LEVELS).meta({ title: '级次' }),
  ...commonTexts,
});

export type DistrictDefinition = z.output<typeof districtSchema>;
