import { z } from 'zod';
import { choice, section } from '../definition/fields.js';
import { FUNDING_LEVELS, PROJECT_TEXTS } from '../definition/schema/project.js';
import { PAPERS } from '../document/sheet.js';
import { DOCUMENT_NAMES, layoutCount, layoutNumber, profileName, profileText } from './profile-text.js';

/** Styles of form cells. */
export const FORM_STYLES = ['标签', '文字', '居中', '金额'] as const;

/** What an indicator says, in either form. */
const INDICATOR_FIELDS = ['一级指标', '二级指标', '三级指标', '实施期值', '年度值', '性质', '度量单位', '属性', '权重', '说明'] as const;

/**
 * What the cells of the two forms take: those of the form as a whole, and those of a row that is repeated for each 资金来源,
 * 主要任务 or 指标.
 */
export const FORM_FIELDS = {
  绩效目标表: {
    整表: [
      '项目名称',
      '主管部门及代码',
      '实施单位',
      ...PROJECT_TEXTS,
      '开始日期',
      '结束日期',
      '起止日期',
      '实施期资金总额',
      '年度资金总额',
      '年度财政拨款',
      '年度其他资金',
      '上年结转资金',
      '含结转资金总额',
      '负责人',
      '经办人',
      '联系电话',
      '填报日期',
    ],
    资金来源: ['资金来源', '实施期金额', '年度金额'],
    指标: INDICATOR_FIELDS,
  },
  整体绩效目标表: {
    整表: [
      '部门名称',
      '部门代码',
      '年度',
      '年度总体目标',
      '支出总额',
      '基本支出',
      '项目支出',
      '财政拨款',
      '其他资金',
      '负责人',
      '经办人',
      '联系电话',
      '填报日期',
    ],
    主要任务: ['任务序号', '任务名称', '任务内容', '任务金额', '任务财政拨款', '任务其他资金'],
    指标: INDICATOR_FIELDS,
  },
} as const;
export const FORM_NAMES = ['绩效目标表', '整体绩效目标表'] as const;
export type FormName = (typeof FORM_NAMES)[number];
type Fields<N extends FormName> = (typeof FORM_FIELDS)[N];
export type FormField = { [N in FormName]: Fields<N>[keyof Fields<N>] }[FormName] extends readonly (infer F)[] ? F : never;
/** A row is printed once for each of these. */
export type FormExpansion = '资金来源' | '主要任务' | '指标';

const EXPANSIONS: Readonly<Record<FormName, readonly FormExpansion[]>> = {
  绩效目标表: ['资金来源', '指标'],
  整体绩效目标表: ['主要任务', '指标'],
};

export const expansionsOf = (name: FormName): readonly FormExpansion[] => EXPANSIONS[name];
/** What a cell takes that stands in a row of this kind. */
export const fieldsOf = (name: FormName, over: FormExpansion | undefined): readonly FormField[] =>
  (FORM_FIELDS[name] as Readonly<Record<string, readonly FormField[]>>)[over ?? '整表'] ?? [];
const allFields = (name: FormName): readonly FormField[] => [
  ...new Set([undefined, ...EXPANSIONS[name]].flatMap((over) => fieldsOf(name, over))),
];

const cell = (name: FormName) =>
  section({
    文字: profileText('单元格文字', DOCUMENT_NAMES).optional(),
    取: choice(allFields(name)).optional(),
    跨列: layoutCount(1, 60).optional(),
    跨行: layoutCount(1, 60).optional(),
    /** The cell reaches down over all rows of the expansion that follows. */
    跨展开: choice(EXPANSIONS[name]).optional(),
    样式: choice(FORM_STYLES).optional(),
  });
export type FormCellSpec = z.output<ReturnType<typeof cell>>;

const row = (name: FormName) =>
  section({
    展开: choice(EXPANSIONS[name]).optional(),
    格: z.array(cell(name)),
  });
export type FormRowSpec = z.output<ReturnType<typeof row>>;

/** `templates/<profile>/绩效目标表.yaml` and `整体绩效目标表.yaml`: the grid of a performance form, row by row. */
const formFile = (name: FormName) =>
  section({
    标题: profileText('表格标题', DOCUMENT_NAMES).optional(),
    单位: choice(['元', '万元']),
    方向: choice(['纵向', '横向']).optional(),
    纸张: choice(PAPERS).optional(),
    字号: layoutNumber(4, 30).optional(),
    /** Second-level indicators by first-level one, in the order of the form; absent: as offices type them. */
    指标: z.record(z.string(), z.array(profileName('二级指标')).min(1)).optional(),
    列宽: z.array(layoutNumber(1, 500)).min(1),
    行: z.array(row(name)).min(1),
  });
export const formSchema = formFile('绩效目标表').extend({
  /** What this form calls the sources of money; those that it does not name are called as departments fill them in. */
  资金来源: z.partialRecord(z.enum(FUNDING_LEVELS), profileName('资金来源名称')).optional(),
});
export const wholeFormSchema = formFile('整体绩效目标表');
export type FormSpec = z.output<typeof formSchema>;
