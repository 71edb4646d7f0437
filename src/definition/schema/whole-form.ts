import { z } from 'zod';
import { date, section, text } from '../fields.js';
import { indicatorTree } from './project.js';

/** 整体支出绩效目标表 of the department: its goals, tasks and indicators; the money is that of the budget and of its projects. */
export const wholeForm = section({
  年度总体目标: text('年度总体目标').optional().meta({
    title: '年度总体目标',
    description: '部门（单位）全年要达到的目标。',
    example: '完成全年文化惠民任务，公共文化服务水平稳步提升。',
  }),
  主要任务: z
    .array(
      section({
        名称: text('任务名称').meta({ title: '任务名称', description: '年度主要任务的名称。', example: '公共文化服务' }),
        内容: text('任务内容')
          .optional()
          .meta({ title: '任务内容', description: '任务的主要内容。', example: '免费开放文化馆、图书馆，组织送戏下乡。' }),
        项目: z
          .array(text('项目名称').meta({ title: '项目名称', example: '公共文化服务体系建设' }))
          .optional()
          .meta({ title: '对应的项目', description: '用哪些项目的资金完成，写“项目”里的名称；金额由程序取。' }),
      }),
    )
    .optional()
    .meta({ title: '年度主要任务', description: '每项任务一条。' }),
  指标: indicatorTree.optional().meta({ title: '绩效指标', description: '按一级、二级指标填写；有哪些指标由方案规定。' }),
  负责人: text('负责人').optional().meta({ title: '负责人', description: '部门负责人的姓名。', example: '张三' }),
  经办人: text('经办人').optional().meta({ title: '经办人', description: '填表人的姓名。', example: '李四' }),
  联系电话: text('联系电话').optional().meta({ title: '联系电话', description: '办公电话，不写个人手机号码。', example: '0349-6000000' }),
  填报日期: date().optional().meta({ title: '填报日期', description: '整体支出绩效目标表的填报日期。' }),
});
export type WholeForm = z.output<typeof wholeForm>;
