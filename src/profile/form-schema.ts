import { z } from 'zod';
import { choice, section } from '../definition/fields.js';
import { layoutCount, layoutNumber } from './number-field.js';
import { DOCUMENT_NAMES, profileName, profileText } from './profile-text.js';

/** Styles of form cells. */
export const FORM_STYLES = ['标签', '文字', '居中', '金额'] as const;

/** What a cell takes from the project. */
export const SINGLE_FIELDS = [
  '项目名称',
  '主管部门及代码',
  '实施单位',
  '项目属性',
  '项目期',
  '开始日期',
  '结束日期',
  '起止日期',
  '实施期资金总额',
  '年度资金总额',
  '项目概况',
  '立项依据',
  '项目设立必要性',
  '保证措施',
  '实施计划',
  '实施期目标',
  '年度目标',
  '负责人',
  '经办人',
  '联系电话',
  '填报日期',
] as const;
/** What a cell of a row that is expanded over 资金来源 takes. */
export const FUNDING_FIELDS = ['资金来源', '实施期金额', '年度金额'] as const;
/** What a cell of a row that is expanded over 指标 takes. */
export const INDICATOR_FIELDS = ['一级指标', '二级指标', '三级指标', '实施期值', '年度值'] as const;
export const FORM_FIELDS = [...SINGLE_FIELDS, ...FUNDING_FIELDS, ...INDICATOR_FIELDS] as const;
export type FormField = (typeof FORM_FIELDS)[number];

const cell = section({
  文字: profileText('单元格文字', DOCUMENT_NAMES).optional(),
  取: choice(FORM_FIELDS).optional(),
  跨列: layoutCount(1, 60).optional(),
  跨行: layoutCount(1, 60).optional(),
  /** The cell reaches down over all rows of the expansion that follows. */
  跨展开: choice(['资金来源', '指标']).optional(),
  样式: choice(FORM_STYLES).optional(),
});
export type FormCellSpec = z.output<typeof cell>;

const row = section({
  展开: choice(['资金来源', '指标']).optional(),
  格: z.array(cell),
});
export type FormRowSpec = z.output<typeof row>;

/** `templates/<profile>/绩效目标表.yaml`: the grid of the performance form, row by row. */
export const formSchema = section({
  标题: profileText('表格标题', DOCUMENT_NAMES).optional(),
  单位: choice(['元', '万元']),
  /** Second-level indicators by first-level one, in the order of the form; absent: as projects type them. */
  指标: z.record(z.string(), z.array(profileName('二级指标')).min(1)).optional(),
  列宽: z.array(layoutNumber(1, 500)).min(1),
  行: z.array(row).min(1),
});
export type FormSpec = z.output<typeof formSchema>;
