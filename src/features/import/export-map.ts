import { z } from 'zod';
import { choice, section, text } from '../../definition/fields.js';

const words = z.array(text('表头里的词')).min(1);
/** Words that a column's header has, all of them; or columns whose texts are joined, as 类, 款 and 项 of a code. */
const column = z.union([words, section({ 合: z.array(words).min(2), 位数: z.array(text('位数')).optional() })]);

const rule = section({
  /** A column with amounts, which are added up by the place that they go to. */
  金额: text('金额的栏').optional(),
  /** A column with a text, which is taken as it stands. */
  文字: text('文字的栏').optional(),
  /** The place in the department's file; `{栏}` stands for what the row says there, `[科目={栏}]` for the item that has it. */
  到: text('写入的位置'),
  /** Only rows that say one of these in a column. */
  当: z.record(z.string(), z.array(text('取值'))).optional(),
});

const table = section({
  /** Words that the sheet's name or the lines over the header have, all of them; and words that they must not have. */
  标题: z.array(text('标题里的词')).optional(),
  不含: z.array(text('标题里没有的词')).optional(),
  栏: z.record(z.string(), column),
  /** Columns that an export may lack. */
  可无: z.array(text('栏')).optional(),
  /** Digits of a code that a row of its own has; rows with shorter ones are sums. */
  位数: z.record(z.string(), text('位数')).optional(),
  写入: z.array(rule).min(1),
});

/** `templates/导入.yaml`, `templates/<方案>/导入.yaml`: what another system's columns mean in our files. */
export const exportMapsSchema = section({
  对照: z
    .array(
      section({
        名称: text('对照的名称'),
        说明: text('说明').optional(),
        /** Where the sheets do not say it. */
        单位: choice(['元', '万元']).optional(),
        /** Their words for ours, by column: 资金: {一般公共预算: [一般公共预算拨款]}. */
        换: z.record(z.string(), z.record(z.string(), z.array(text('说法')))).optional(),
        表: z.array(table).min(1),
      }),
    )
    .min(1),
});

export type ExportMap = z.output<typeof exportMapsSchema>['对照'][number];
export type TableMap = ExportMap['表'][number];
export type ColumnMap = TableMap['栏'][string];
export type WriteRule = TableMap['写入'][number];

/** A step of the place that a rule writes to: a key, a column's value as key, or the item of a list by one of its values. */
export type TargetStep =
  | { readonly key: string }
  | { readonly column: string }
  | { readonly list: string; readonly by: string; readonly column: string };

/** `支出[科目={编码}]/{性质}/一般公共预算` in steps. */
export function targetSteps(target: string): TargetStep[] {
  return target.split('/').map((step): TargetStep => {
    const [, list, by, item] = /^(.+)\[(.+)=\{(.+)\}\]$/.exec(step) ?? [];
    if (list !== undefined && by !== undefined && item !== undefined) return { list, by, column: item };
    const [, column] = /^\{(.+)\}$/.exec(step) ?? [];
    return column === undefined ? { key: step } : { column };
  });
}
