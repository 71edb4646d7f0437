import { z } from 'zod';
import { CUBES } from '../budget/cubes/index.js';
import { EXPANSION_NAMES, wordsOfDimension } from '../budget/dictionary.js';
import { DIMENSIONS, type Dimension } from '../budget/dimensions.js';
import { choice, section, text, yesNo } from '../definition/fields.js';
import { PAPERS } from '../document/sheet.js';
import { AMOUNT_UNITS } from '../money/units.js';
import { forEachKey } from '../plain/objects.js';
import { FORM_NAMES } from './form-schema.js';
import { DOCUMENT_NAMES, layoutCount, layoutNumber, profileName, profileText, TABLE_NAMES } from './profile-text.js';

/** 取数: which facts a row or column adds up. A row's and a column's conditions are joined for each cell. */
const oneOrMany = <T extends z.ZodType>(field: T) => z.union([field, z.array(field).min(1).superRefine(refuseTwice)]);

/** A word of a list that stands in it twice was meant to be another. */
function refuseTwice(words: readonly unknown[], context: z.core.$RefinementCtx): void {
  const twice = words.find((word, index) => words.indexOf(word) < index);
  if (twice !== undefined)
    context.addIssue({ code: 'custom', message: `里“${String(twice)}”写了两遍`, params: { hint: '删去一个，或改成另一个。' } });
}
const condition = (dimension: Dimension) => {
  const known = wordsOfDimension(dimension);
  return oneOrMany<z.ZodType<string>>(known ? choice(known) : text(dimension)).optional();
};
const conditions = () => forEachKey(DIMENSIONS, condition);
export const measure = section({
  表: oneOrMany(choice(CUBES)).optional(),
  ...conditions(),
}).meta({ kind: '取数，见“取数”' });
export type Measure = z.output<typeof measure>;

/** What a column of figures holds that are worked out of two. */
export const CALCULATIONS = ['增减额', '增减率', '占比'] as const;

/** A column with what stands in it, or a header over several columns. */
export interface HeaderSpec {
  readonly 标题: string;
  readonly 下级?: readonly HeaderSpec[] | undefined;
  /** 金额, or what the rows give besides (EXPANSIONS): 类, 款 and 项 are the parts of a code, each row repeating those of its parents. */
  readonly 内容?: string | undefined;
  readonly 宽?: number | undefined;
  readonly 取数?: Measure | undefined;
  /** 算: against what 取数 is held. Of 增减 it is joined with the row as 取数 is; of 占比 it is the whole, as it stands. */
  readonly 比?: Measure | undefined;
  readonly 算?: (typeof CALCULATIONS)[number] | undefined;
  /** Left out where the row above has the same. */
  readonly 同上不印?: boolean | undefined;
  /** The column is the sum of its sibling columns, which the tail check relies on. */
  readonly 汇总同级?: boolean | undefined;
}

const header: z.ZodType<HeaderSpec> = z.lazy(() =>
  section({
    标题: profileText('栏目标题', TABLE_NAMES),
    下级: z.array(header).min(1).optional(),
    内容: profileName('内容').optional(),
    宽: layoutNumber(1, 500).optional(),
    取数: measure.optional(),
    比: measure.optional(),
    算: choice(CALCULATIONS).optional(),
    同上不印: yesNo().optional(),
    汇总同级: yesNo().optional(),
  }),
) as z.ZodType<HeaderSpec>;

const rowShape = {
  名称: profileText('行名称', TABLE_NAMES).optional(),
  /** What the row stands for; several, one within the other. */
  展开: oneOrMany(choice(EXPANSION_NAMES)).optional(),
  编码: profileName('编码').optional(),
  /** What the row gives to columns of text, by their 内容. */
  文字: z.record(z.string(), profileText('文字', TABLE_NAMES)).optional(),
  取数: measure.optional(),
  /** 功能分类 and 经济分类: down to which level. */
  层级: choice(['类', '款', '项']).optional(),
  /** 功能分类: all 类 of the catalogue, or those with money only. */
  范围: choice(['全部', '有数']).optional(),
  /** Numbers the names 一、二、三、. */
  编号: yesNo().optional(),
  /** A total row: strong, its label over all label columns. */
  合计: yesNo().optional(),
  /** The row is the sum of the rows above or below it, which the tail check relies on. */
  汇总: choice(['上', '下']).optional(),
  /** Left out where all its amounts are zero. */
  为零时省略: yesNo().optional(),
  缩进: layoutCount(0, 2).optional(),
};
/** One row of a table, or what stands for several. */
const row = section(rowShape).meta({ kind: '行，见“报表”的“行”' });
export type RowSpec = z.output<typeof row>;

/** A part of a chart: a row that stands in no table. */
export const chartRow = section({ ...rowShape, 名称: profileText('行名称', DOCUMENT_NAMES).optional() }).meta({
  kind: '行，见“报表”的“行”',
});

/** A row, or a group of rows side by side. Not a union: an unknown key would be looked for in the wrong half. */
const rowEntry = section({ ...rowShape, 左: z.array(row).optional(), 右: z.array(row).optional() });

/** What stands in a cell whose amount is zero: nothing, a dash, or the zero as all zeros are written. */
export const zeroCell = choice(['空白', '短横', '印出']);

/** One published table: `templates/<profile>/报表/NN-名称.yaml`. */
export const tableSpec = section({
  名称: profileName('报表名称'),
  标题: profileText('报表标题', TABLE_NAMES),
  /** How the amounts of this table are printed, where the profile's 表内金额 does not fit. */
  单位: choice(AMOUNT_UNITS).optional(),
  小数: layoutCount(0, 6).optional(),
  零: zeroCell.optional(),
  方向: choice(['纵向', '横向']).optional(),
  /** Paper and size of the text for this table alone; absent: as 版式 has them. */
  纸张: choice(PAPERS).optional(),
  字号: layoutNumber(4, 30).optional(),
  /** The line under this table's title; absent: as 方案 has it. */
  表头左: profileText('表头左', TABLE_NAMES).optional(),
  表头中: profileText('表头中', TABLE_NAMES).optional(),
  表头右: profileText('表头右', TABLE_NAMES).optional(),
  左: z.array(header).min(1).optional(),
  右: z.array(header).min(1).optional(),
  表头: z.array(header).min(1).optional(),
  栏次: yesNo().optional(),
  行: z.array(rowEntry).min(1).optional(),
  /** In place of columns and rows: the form that it is filled in as, a page each. */
  表格: choice(FORM_NAMES).optional(),
  空表说明: profileText('空表说明', TABLE_NAMES).optional(),
  /** What the form itself says under the table. */
  表注: z.array(profileText('表注', TABLE_NAMES)).optional(),
  /** The table's own number, such as 05-2, in place of its place in the list. */
  表号: profileName('表号').optional(),
  /** Absent: among tables, unless it fits whole under the one before; in a text, it goes on. */
  另起一页: yesNo().optional(),
});
export type TableSpec = z.output<typeof tableSpec>;
