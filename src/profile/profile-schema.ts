import { z } from 'zod';
import { choice, section, yesNo } from '../definition/fields.js';
import { REASONS } from '../definition/schema/kinds.js';
import { FIELD_TYPES } from '../definition/schema/own-data.js';
import { STYLE_NAMES } from '../document/layout.js';
import { AMOUNT_UNITS } from '../money/units.js';
import {
  DOCUMENT_NAMES,
  LABEL_NAMES,
  layoutCount,
  layoutNumber,
  NUMBER_NAMES,
  profileName,
  profileText,
  TABLE_NAMES,
} from './profile-text.js';
import { chartRow, measure, zeroCell } from './table-schema.js';

const amountFormat = section({
  单位: choice(AMOUNT_UNITS),
  小数: layoutCount(0, 6),
});

/** One way of writing numbers through the document: a reader need not ask whether 1,262.80 and 1262.8 are one figure. */
const numberStyle = section({ 千分位: yesNo(), 零: choice(['0', '0.00']) });

const part = section({
  标题: profileText('部分标题', DOCUMENT_NAMES),
  章节: z.array(profileName('章节模板')).optional(),
  报表: choice(['全部']).optional(),
  /** Goes on under the part before, where that is text as well: a short part does not take a page of its own. */
  接排: yesNo().optional(),
});

/** How headings inside a part are numbered; {{名称}} is not needed, the heading's words follow the number. */
const headingNumbers = section({
  二级: profileText('二级标题编号', NUMBER_NAMES).optional(),
  三级: profileText('三级标题编号', NUMBER_NAMES).optional(),
});

/** A figure that templates name as 数据.<name>: by itself, or against last year's. */
const namedFigure = section({
  取数: measure,
  上年取数: measure.optional(),
  /** The whole that the figure is a share of. */
  占: measure.optional(),
  /** Which of the definition's 增减原因 explains the change. */
  原因: choice(REASONS).optional(),
});
export type NamedFigureSpec = z.output<typeof namedFigure>;

/** A field of the form's own: its type, or the words that it may hold. */
const ownField = section({
  类型: z.union([choice(FIELD_TYPES), z.array(profileName('可选的词')).min(1)]),
  可空: yesNo().optional(),
  说明: profileName('说明').optional(),
});

const ownList = section({
  说明: profileName('说明').optional(),
  栏目: z.record(z.string(), ownField).refine((columns) => Object.keys(columns).length > 0, {
    message: '没有一个栏目',
    params: { hint: '写清单的栏目和类型，如 栏目: {项目: {类型: 文字}, 金额: {类型: 金额}}。' },
  }),
  /** Columns whose total is another figure of the budget. */
  相等: z.array(section({ 栏目: profileName('栏目'), 等于: measure })).optional(),
});

/** A chart: its parts are rows as tables have them, and what the shares are of, in words: a pie has to say so. */
const chart = section({
  标题: profileText('图的标题', DOCUMENT_NAMES),
  形式: choice(['饼图', '柱形图', '条形图']).optional(),
  占: profileName('占什么的比重').optional(),
  各块: z.array(chartRow).min(1),
});

/** `templates/<profile>/方案.yaml`: what a disclosure of this form consists of. */
export const profileSchema = section({
  名称: profileName('方案名称'),
  /** The profile that this one departs from: a folder beside it. */
  继承: profileName('上级方案').optional(),
  /** The profile of member units' own disclosures: a folder beside it. Absent: this one. */
  单位方案: profileName('单位方案').optional(),
  说明: profileName('方案说明').optional(),
  文件标题: profileText('文件标题', DOCUMENT_NAMES),
  文件主题: profileText('文件主题', DOCUMENT_NAMES).optional(),
  关键词: z.array(profileText('关键词', DOCUMENT_NAMES)).optional(),
  /** Words that differ between otherwise equal forms, such as 部门 and 单位; named as {{称谓.…}}. */
  称谓: z.record(z.string(), profileName('称谓')).optional(),
  封面: z.array(section({ 文字: profileText('封面文字', DOCUMENT_NAMES), 样式: choice(STYLE_NAMES) })),
  目录标题: profileText('目录标题', DOCUMENT_NAMES),
  目录级别: layoutCount(1, 3),
  /** With {{名称}} it is the whole heading; without, the title follows after a space. */
  部分编号: profileText('部分编号', [...NUMBER_NAMES, '名称']),
  标题编号: headingNumbers.optional(),
  数据: z.record(z.string(), namedFigure).optional(),
  /** Kinds of vehicles and of large equipment that this form knows, in its order; absent: as departments type them. */
  资产: section({ 车辆: z.array(profileName('车辆种类')).optional(), 设备: z.array(profileName('设备种类')).optional() }).optional(),
  /** Lists that departments fill in entry by entry, and single figures and texts, which this form asks for besides. */
  明细: z.record(z.string(), ownList).optional(),
  自有数据: z.record(z.string(), ownField).optional(),
  /** Charts that templates place by name. */
  图: z.record(z.string(), chart).optional(),
  大纲: z.array(part),
  报表: z.array(profileName('报表文件')).min(1),
  /** Over each table; absent: none. */
  报表标签: profileText('报表标签', LABEL_NAMES).optional(),
  /** In front of each title in the table of contents; absent: as over the table. */
  报表目录标签: profileText('报表目录标签', LABEL_NAMES).optional(),
  表头左: profileText('表头左', TABLE_NAMES),
  /** Between them; absent: nothing. */
  表头中: profileText('表头中', TABLE_NAMES).optional(),
  表头右: profileText('表头右', TABLE_NAMES),
  尾差说明: profileText('尾差说明', TABLE_NAMES),
  /** At the end of a section of text whose printed parts do not come to their printed total; absent: none. */
  文中尾差说明: profileText('文中尾差说明', DOCUMENT_NAMES).optional(),
  空表说明: profileText('空表说明', TABLE_NAMES),
  数字写法: numberStyle,
  表内金额: amountFormat.extend({ 零: zeroCell.optional() }),
  文中金额: amountFormat.extend({ 元的小数: layoutCount(0, 2).optional() }),
  文中比率: section({ 小数: layoutCount(0, 6) }),
});
export type ProfileSpec = z.output<typeof profileSchema>;

const styleSpec = section({
  字体: choice(['宋', '小标宋', '黑', '仿宋', '楷']).optional(),
  字号: layoutNumber(4, 120).optional(),
  行距: layoutNumber(4, 300).optional(),
  字距: layoutNumber(-5, 50).optional(),
  对齐: choice(['左', '中', '右', '两端']).optional(),
  首行缩进: layoutNumber(0, 20).optional(),
  左缩进: layoutNumber(0, 20).optional(),
  段前: layoutNumber(0, 700).optional(),
  段后: layoutNumber(0, 700).optional(),
  与下段同页: yesNo().optional(),
  /** The style that this one departs from. */
  基于: choice(STYLE_NAMES).optional(),
});
export type StyleSpec = z.output<typeof styleSpec>;

const margin = () => layoutNumber(5, 150);
const margins = section({ 上: margin(), 右: margin(), 下: margin(), 左: margin() });

/** `templates/<profile>/版式.yaml`: pages, faces and sizes; lengths of pages in millimetres, of text in points. */
export const layoutSchema = section({
  纸张: section({ 宽: layoutNumber(100, 600), 高: layoutNumber(100, 900) }),
  页边距: margins,
  横向页边距: margins,
  页码距页底: layoutNumber(5, 150),
  表格: section({
    线宽: layoutNumber(0.1, 5),
    左右边距: layoutNumber(0, 20),
    /** In 绩效目标表, which has many columns on a narrow page; absent: as in tables. */
    绩效目标表左右边距: layoutNumber(0, 20).optional(),
    最大行高: layoutNumber(8, 100),
    表头底色: profileName('表头底色')
      .refine((written) => /^[0-9A-Fa-f]{6}$/.test(written), {
        message: '要写六位十六进制的颜色',
        params: { hint: '如 "E7E6E6"，前面不加 #，外面加引号。' },
      })
      .optional(),
  }),
  封面上空: layoutNumber(0, 600),
  图: section({ 宽: layoutNumber(100, 1000), 高: layoutNumber(80, 1000) }),
  样式: z.partialRecord(z.enum(STYLE_NAMES), styleSpec),
});
export type LayoutSpec = z.output<typeof layoutSchema>;
