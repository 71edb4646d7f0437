import { z } from 'zod';
import { TO_CONFIRM } from '../carried-over-words.js';
import { choice, code, count, section, text } from '../fields.js';
import { CODE_LENGTHS } from '../functional-code.js';

export const LEVELS = ['省级', '市级', '区级', '县级', '乡镇级'] as const;

const glossaryEntry = section({
  名词: text('名词').meta({ title: '名词', description: '要解释的名词。', example: '基本支出' }),
  解释: text('解释').meta({
    title: '解释',
    description: '名词的解释，以财政部门的口径为准。',
    example: '指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。',
  }),
});

/** Texts by the name of the table that they belong to. */
const namedTexts = (label: string, description: string) => z.record(z.string(), text(label)).optional().meta({ title: label, description });

/** What a district writes once and a department may override. */
export const commonTexts = {
  [TO_CONFIRM]: z.array(text('待确认的内容')).optional().meta({
    title: TO_CONFIRM,
    description: '建立新年度时从上年沿用、还没有人核对的内容。改好或没有问题的，删去它的那一行；全部删完，“待确认:”也删去，才能公开。',
  }),
  方案: text('方案').optional().meta({ title: '方案', newYear: 'keep', description: 'templates/ 下的文件夹名。', example: 'shanxi' }),
  名词解释: z.array(glossaryEntry).optional().meta({ title: '名词解释', newYear: 'confirm', description: '名词及其解释，按公开的顺序。' }),
  文字: section({
    空表说明: namedTexts('空表说明', '没有数据的报表下面印的话，按报表名称写，代替方案的说法。'),
    表注: namedTexts('表注', '另加在某张报表下面的话，按报表名称写。'),
  })
    .optional()
    .meta({ title: '文字', newYear: 'confirm', description: '本部门或本区县自己的话，代替方案里的；可以用 {{年度}}、{{部门}} 等变量。' }),
  补充科目: z
    .array(
      section({
        编码: code({ digits: CODE_LENGTHS }).meta({ title: '科目编码', description: '科目目录中还没有的编码。', example: '2019999' }),
        名称: text('科目名称').meta({ title: '科目名称' }),
      }),
    )
    .optional()
    .meta({ title: '补充科目', newYear: 'confirm', description: '科目目录中还没有的编码和名称。' }),
};

/** The file that all departments of a district share for one year. */
export const districtSchema = section({
  年度: count().meta({ title: '年度', newYear: 'nextYear', description: '预算年度，四位数字。' }),
  地区: text('地区').meta({ title: '地区', newYear: 'keep', description: '区县名称，如“朔州市平鲁区”。', example: '虚构市示例区' }),
  级次: choice(LEVELS).meta({ title: '级次', newYear: 'keep' }),
  ...commonTexts,
});

export type DistrictDefinition = z.output<typeof districtSchema>;
