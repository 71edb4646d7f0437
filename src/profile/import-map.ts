import { z } from 'zod';
import { choice, section, text } from '../definition/fields.js';
import { AMOUNT_UNITS } from '../money/units.js';

const words = z.array(text('表头里的词')).min(1);
/** Words that a column's header has, all of them; or columns whose texts are joined, as 类, 款 and 项 of a code. */
const joined = section({
  合: z.array(words).min(2),
  位数: z.array(text('位数')).optional(),
  /** The header of the one column that has it whole in other exports of the kind. */
  或: words.optional(),
});
const column = z.union([words, joined]);

const columnNames = z.union([text('栏'), z.array(text('栏')).min(1)]);

const rule = section({
  /** Columns with amounts, which are added up by the place that they go to; or taken off what other tables put there. */
  金额: columnNames.optional(),
  减: columnNames.optional(),
  /** Columns in which a printed 0 says that there is none (无); a blank says nothing. */
  零: columnNames.optional(),
  /** Columns with texts, which are taken as they stand. */
  文字: columnNames.optional(),
  /**
   * The place in the department's file; `{栏}` stands for what the row says there, `{本栏}` for the name of the column itself,
   * `[科目={栏}]` for the item that has it, `[资金=单位资金,科目={栏}]` for the one that has both.
   */
  到: text('写入的位置'),
  /** Only rows that say one of these in a column; `301*` is whatever begins so. */
  当: z.record(z.string(), z.array(text('取值'))).optional(),
});

/** The code lists by whose names codes are found where a table prints no codes. */
const NAMED_LISTS = ['功能分类', '部门经济分类', '政府经济分类'] as const;

const table = section({
  /** Words that the sheet's name or the lines over the header have, all of them; and words that they must not have. */
  标题: z.array(text('标题里的词')).optional(),
  不含: z.array(text('标题里没有的词')).optional(),
  栏: z.record(z.string(), column),
  /** Columns that an export may lack. */
  可无: z.array(text('栏')).optional(),
  /** Digits of a code that a row of its own has; rows with shorter ones are sums. */
  位数: z.record(z.string(), text('位数')).optional(),
  /** Columns with names of codes; the rows of a 类 come before those of its 款. */
  按名称: z.record(z.string(), choice(NAMED_LISTS)).optional(),
  /** The column that says whose a row is, where one workbook has the rows of several departments. */
  属于: text('栏').optional(),
  /** Columns, from the outer to the inner, in which a blank cell says what the row before says. */
  承上: z.array(text('栏')).optional(),
  写入: z.array(rule).min(1),
  /** Places that are «无» where the table is there and has no rows. */
  空表: z.array(text('位置')).optional(),
});

/** `templates/导入.yaml`, `templates/<方案>/导入.yaml`: what another system's columns mean in our files. */
export const exportMapsSchema = section({
  对照: z
    .array(
      section({
        名称: text('对照的名称'),
        说明: text('说明').optional(),
        /** Where the sheets do not say it. */
        单位: choice(AMOUNT_UNITS).optional(),
        /** Their words for ours, by column: 资金: {一般公共预算: [一般公共预算拨款]}. */
        换: z.record(z.string(), z.record(z.string(), z.array(text('说法')))).optional(),
        /** Keys of the department's file that these tables do not tell, so that they have to be typed; `*` is each item. */
        没有: z.array(text('要自己填的键')).optional(),
        表: z.array(table).min(1),
      }),
    )
    .min(1),
});

export type ExportMap = z.output<typeof exportMapsSchema>['对照'][number];
export type TableMap = ExportMap['表'][number];
export type ColumnMap = TableMap['栏'][string];
export type WriteRule = TableMap['写入'][number];

/** Words of a place: what stands there, or what the row says in a column. */
export type Word = { readonly text: string } | { readonly column: string };
/** A step of the place that a rule writes to: a key, or the item of a list that says something under some keys. */
export type TargetStep = { readonly key: Word } | { readonly list: Word; readonly by: readonly (readonly [key: string, is: Word])[] };

/** What `{本栏}` stands for: the map's own name of the column. */
export const OWN_COLUMN = '本栏';

/** `支出[科目={编码}]/{性质}/一般公共预算` in steps. */
export function targetSteps(target: string): TargetStep[] {
  return target.split('/').map((step): TargetStep => {
    const [, list, conditions] = /^(.+)\[(.+)\]$/.exec(step) ?? [];
    if (list === undefined || conditions === undefined) return { key: wordOf(step) };
    const by = conditions.split(',').map((one): readonly [string, Word] => {
      const [key = '', is = ''] = one.split('=');
      return [key.trim(), wordOf(is.trim())];
    });
    return { list: wordOf(list), by };
  });
}

function wordOf(text: string): Word {
  const [, column] = /^\{(.+)\}$/.exec(text) ?? [];
  return column === undefined ? { text } : { column };
}

export const columnsOfRule = (columns: WriteRule['金额']): readonly string[] => (columns === undefined ? [] : [columns].flat());
