import { z } from 'zod';
import { choice, section, text } from '../definition/fields.js';
import { CHECK_CODES } from '../diagnostics/check-codes.js';
import { nearestWord } from '../plain/nearest-word.js';
import { DOCUMENT_NAMES, layoutNumber, profileName, profileText } from './profile-text.js';
import { measure } from './table-schema.js';
import { wordPattern } from './word-pattern.js';

/** What a finding of a check does: stops the official output, is reported, or is not looked for. */
export const CHECK_SEVERITIES = ['错误', '提醒', '不查'] as const;

/** By the names of checks: another name would change nothing. */
const severities = z
  .record(z.string(), choice(CHECK_SEVERITIES))
  .superRefine((written, context) => {
    for (const name of Object.keys(written).filter((one) => !(CHECK_CODES as readonly string[]).includes(one))) {
      const near = nearestWord(name, CHECK_CODES);
      const hint = near === undefined ? '检查的名称见核对报告或提示第一行末尾的英文。' : `是否为“${near}”？`;
      context.addIssue({ code: 'custom', path: [name], message: '不是检查的名称', params: { hint } });
    }
  })
  .optional();

/** A cell of a published table: its table by name, its row and column by their printed text. `行` may name alternatives with `|`; titles may hold {{年度}} and {{部门}}. */
const cellReference = section({
  表: profileName('报表名称'),
  行: profileText('行名称', DOCUMENT_NAMES),
  栏: profileText('栏目标题', DOCUMENT_NAMES),
});

/** The first digits of a code. */
const codeStart = text('科目编码').refine((written) => /^\d{3}(?:\d{2}){0,2}$/.test(written), {
  message: '不是科目编码',
  params: { hint: '写编码的前几位：3 位是类，5 位是款，7 位是项，加引号，如 "2210201"。' },
});

const replacement = section({
  /** A plain text, or a regular expression between slashes. */
  写法: wordPattern('不妥的写法'),
  应为: text('应为').optional(),
  说明: text('说明').optional(),
});

/** `templates/<profile>/核对.yaml`: how strict the checks are, and the words and relations of one form or district. */
export const checkRulesSchema = section({
  /** Which of the two lists of severities holds where the command line does not say. */
  级别: choice(['基本', '严格']).optional(),
  基本: severities,
  严格: severities,
  /** A change above both needs a reason. */
  增减原因: section({ 比率: layoutNumber(0, 1000).optional(), 金额: layoutNumber(0, 1e12).optional() }).optional(),
  /** Above and below what an amount is taken for one in the wrong unit; amounts in 元. */
  金额大小: section({
    变动倍数: layoutNumber(1, 1e6).optional(),
    可疑小额: layoutNumber(0, 1e12).optional(),
    总额下限: layoutNumber(0, 1e15).optional(),
    总额上限: layoutNumber(0, 1e15).optional(),
  }).optional(),
  /** Cells that must print one figure. */
  表间关系: z
    .array(
      section({
        编号: text('关系编号'),
        一: cellReference,
        二: cellReference,
        /** The relation only stands where this cell is zero. */
        仅当为零: cellReference.optional(),
      }),
    )
    .optional(),
  /** Columns in which the row of every code is this measure of the code: a second way to the figures of a table. */
  逐行关系: z
    .array(
      section({
        编号: text('关系编号'),
        表: profileName('报表名称'),
        栏: profileText('栏目标题', DOCUMENT_NAMES),
        层级: choice(['类', '款', '项']),
        等于: measure,
      }),
    )
    .optional(),
  /** Tables that the notice asks for, by their names in this profile. */
  必备报表: z.array(section({ 要求: text('要求的报表'), 表: profileName('报表名称') })).optional(),
  /**
   * What is looked for in the document for each requirement: text under a heading (never the heading alone), words
   * somewhere in that text, tables, and figures (variables of the templates) that must be printed where they are not zero.
   * Headings and words may name alternatives with `|`. A line of the district's own has its 要求, and may say its 依据.
   */
  公开要求: z
    .record(
      z.string(),
      section({
        要求: text('要求').optional(),
        依据: text('依据').optional(),
        标题: z.array(text('标题')).optional(),
        词句: z.array(text('词句')).optional(),
        报表: z.array(profileName('报表名称')).optional(),
        数据: z.array(text('变量')).optional(),
      }),
    )
    .optional(),
  /** The least share of the projects, by number or by money and in percent, whose target forms the district wants published. */
  绩效目标公开比例: section({ 个数: layoutNumber(0, 100).optional(), 金额: layoutNumber(0, 100).optional() }).optional(),
  /** Texts with digits that templates may hold, such as 50万元以上. */
  模板中的数字: z.array(text('模板中的数字')).optional(),
  易错写法: z.array(replacement).optional(),
  过时名称: z.array(replacement).optional(),
  /** What is left of a template: what no honest text reads like, and what may be meant. */
  模板残留: z.array(replacement).optional(),
  疑似残留: z.array(replacement).optional(),
  /** What may be said to be none of, and the money that would contradict it. */
  没有的说法: z
    .array(section({ 事项: text('事项'), 写法: wordPattern('没有的说法'), 取数: measure, 上年取数: measure.optional() }))
    .optional(),
  /** What is paid under codes of its own; a code may be what several begin with. */
  专用科目: z.array(section({ 写法: wordPattern('用途的写法'), 科目: z.array(codeStart) })).optional(),
  套话: z.array(text('套话')).optional(),
  涉密用语: z.array(text('涉密用语')).optional(),
  专业名词: z.array(text('专业名词')).optional(),
});
export type CheckRulesSpec = z.output<typeof checkRulesSchema>;

/** Lists that a district or a form adds to: its words never take away those of the form it departs from. */
export const ADDED_LISTS = [
  '模板中的数字',
  '易错写法',
  '过时名称',
  '模板残留',
  '疑似残留',
  '没有的说法',
  '专用科目',
  '套话',
  '涉密用语',
  '专业名词',
] as const;
