import { z } from 'zod';
import { choice, count, section, text, yesNo } from '../definition/fields.js';
import { REASONS } from '../definition/schema/department.js';
import { STYLE_NAMES } from '../document/layout.js';
import { layoutNumber } from './number-field.js';
import { measure } from './table-schema.js';

const amountFormat = section({
  单位: choice(['元', '万元']),
  小数: layoutNumber(),
  千分位: yesNo(),
  /** How zero is printed: «» in a table, «0» in a sentence. */
  零: text('零').optional(),
});

const part = section({
  标题: text('部分标题'),
  章节: z.array(text('章节模板')).optional(),
  报表: choice(['全部']).optional(),
});

/** How headings inside a part are numbered; {{名称}} is not needed, the heading's words follow the number. */
const headingNumbers = section({ 二级: text('二级标题编号').optional(), 三级: text('三级标题编号').optional() });

/** A figure that templates name as 数据.<name>: by itself, or against last year's. */
const namedFigure = section({
  取数: measure,
  上年取数: measure.optional(),
  /** Which of the definition's 增减原因 explains the change. */
  原因: choice(REASONS).optional(),
});
export type NamedFigureSpec = z.output<typeof namedFigure>;

/** `templates/<profile>/方案.yaml`: what a disclosure of this form consists of. */
export const profileSchema = section({
  名称: text('方案名称'),
  /** The profile that this one departs from: a folder beside it. */
  继承: text('上级方案').optional(),
  /** The profile of member units' own disclosures: a folder beside it. Absent: this one. */
  单位方案: text('单位方案').optional(),
  说明: text('方案说明').optional(),
  文件标题: text('文件标题'),
  文件主题: text('文件主题').optional(),
  关键词: z.array(text('关键词')).optional(),
  /** Words that differ between otherwise equal forms, such as 部门 and 单位; named as {{称谓.…}}. */
  称谓: z.record(z.string(), text('称谓')).optional(),
  封面: z.array(section({ 文字: text('封面文字'), 样式: choice(STYLE_NAMES) })),
  目录标题: text('目录标题'),
  目录级别: layoutNumber(),
  /** With {{名称}} it is the whole heading; without, the title follows after a space. */
  部分编号: text('部分编号'),
  标题编号: headingNumbers.optional(),
  数据: z.record(z.string(), namedFigure).optional(),
  /** Kinds of vehicles and of large equipment that this form knows, in its order; absent: as departments type them. */
  资产: section({ 车辆: z.array(text('车辆种类')).optional(), 设备: z.array(text('设备种类')).optional() }).optional(),
  大纲: z.array(part),
  报表: z.array(text('报表文件')),
  /** Over each table; absent: none. */
  报表标签: text('报表标签').optional(),
  /** In front of each title in the table of contents; absent: none. */
  报表目录标签: text('报表目录标签').optional(),
  表头左: text('表头左'),
  表头右: text('表头右'),
  尾差说明: text('尾差说明'),
  空表说明: text('空表说明'),
  合计: text('合计'),
  表内金额: amountFormat,
  文中金额: amountFormat,
  文中比率: section({ 小数: layoutNumber(), 零: text('零') }),
  重大变动比率: count().optional(),
});
export type ProfileSpec = z.output<typeof profileSchema>;

const styleSpec = section({
  字体: choice(['宋', '小标宋', '黑', '仿宋', '楷']).optional(),
  字号: layoutNumber().optional(),
  行距: layoutNumber().optional(),
  字距: layoutNumber().optional(),
  对齐: choice(['左', '中', '右', '两端']).optional(),
  首行缩进: layoutNumber().optional(),
  左缩进: layoutNumber().optional(),
  段前: layoutNumber().optional(),
  段后: layoutNumber().optional(),
  与下段同页: yesNo().optional(),
  /** The style that this one departs from. */
  基于: choice(STYLE_NAMES).optional(),
});
export type StyleSpec = z.output<typeof styleSpec>;

const margins = section({ 上: layoutNumber(), 右: layoutNumber(), 下: layoutNumber(), 左: layoutNumber() });

/** 方案.yaml of a profile that departs from another: any of its keys. */
export const profilePartSchema = profileSchema.partial();

/** `templates/<profile>/版式.yaml`: pages, faces and sizes; lengths of pages in millimetres, of text in points. */
export const layoutSchema = section({
  纸张: section({ 宽: layoutNumber(), 高: layoutNumber() }),
  页边距: margins,
  横向页边距: margins,
  页码距页底: layoutNumber(),
  表格: section({ 线宽: layoutNumber(), 左右边距: layoutNumber(), 最大行高: layoutNumber(), 表头底色: text('表头底色').optional() }),
  封面上空: layoutNumber(),
  图: section({ 宽: layoutNumber(), 高: layoutNumber() }),
  样式: z.partialRecord(z.enum(STYLE_NAMES), styleSpec),
});
/** 版式.yaml over that of another profile: any of its keys, and of its styles any property. */
export const layoutPartSchema = layoutSchema.partial();
export type LayoutSpec = z.output<typeof layoutSchema>;
