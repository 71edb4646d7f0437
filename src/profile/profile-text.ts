import { type Reading, scalarField } from '../definition/fields/scalar-field.js';
import { text } from '../definition/fields.js';
import { foldDigits } from '../money/parse-amount.js';
import { oncePerArguments } from '../plain/objects.js';
import { FILL_FAMILIES, FILL_NAMES, type FillFamily, type FillName, namesIn } from './fill.js';

/** What a text may name: a variable, or any of a family. */
type Nameable = FillName | FillFamily;

/** Variables of the whole document. */
export const DOCUMENT_NAMES = ['年度', '上年度', '部门', '地区', '级次', '自有数据', '报表号'] as const satisfies readonly Nameable[];
/** Those of a table: its number, its name and its unit besides. */
export const TABLE_NAMES = [...DOCUMENT_NAMES, '序号', '中文序号', '名称', '单位'] as const satisfies readonly Nameable[];
/** The number of a table cannot name that of another. */
export const LABEL_NAMES: readonly Nameable[] = TABLE_NAMES.filter((name) => name !== '报表号');
/** Those of a number before a heading. */
export const NUMBER_NAMES = ['序号', '中文序号'] as const satisfies readonly FillName[];

/**
 * A text of a profile, in which these variables are filled; 称谓 may stand in any. One that nobody would fill here is
 * refused, or its braces would be printed.
 */
export const profileText = oncePerArguments((label: string, names: readonly Nameable[] = []) =>
  text(label).superRefine((written, context) => {
    const known: readonly string[] = [...FILL_NAMES, ...FILL_FAMILIES];
    const strange = namesIn(written).filter((name) => known.includes(kindOf(name)) && !(names as readonly string[]).includes(kindOf(name)));
    const hint = names.length === 0 ? '把它写成固定的文字。' : `这里可以用：${names.map(shown).join(' ')}。`;
    for (const name of strange) context.addIssue({ code: 'custom', message: `里不能用 {{${name}}}，它在这里不会被填入`, params: { hint } });
    if (hasStrayBrace(written))
      context.addIssue({
        code: 'custom',
        message: '里的花括号会照样印出',
        params: { hint: '变量用两个半角的花括号，如 {{年度}}；开头和末尾都要有。' },
      });
  }),
);

/** Braces that are no variable's: single ones, full-width ones, one side of a pair. */
const hasStrayBrace = (written: string): boolean => /[{}｛｝]/.test(written.replace(/\{\{[^{}]*\}\}(?!\})/g, ''));

/** The family, of one of a family. */
const kindOf = (name: string): string => name.split('.')[0] ?? '';
const isFamily = (name: Nameable): boolean => (FILL_FAMILIES as readonly string[]).includes(name);
const shown = (name: Nameable): string => (isFamily(name) ? `{{${name}.…}}` : `{{${name}}}`);

/** A path inside the profile's folder, or a name that other files refer to: nothing in it is filled. */
export const profileName = (label: string) =>
  text(label).superRefine((written, context) => {
    if (!written.includes('{{')) return;
    context.addIssue({ code: 'custom', message: '里不能用 {{ }}，这里不填入变量', params: { hint: '把它写成固定的文字。' } });
  });

/** A length or a size of the layout within its range: plain decimal. Never money. */
export const layoutNumber = oncePerArguments((least: number, most: number) =>
  numberWithin('^-?[0-9]+(\\.[0-9]+)?$', `应为 ${least} 到 ${most} 的数`, `数，${least} 到 ${most}`, [least, most]),
);

/** A whole number within its range: of decimals, columns, levels. */
export const layoutCount = oncePerArguments((least: number, most: number) =>
  numberWithin('^[0-9]+$', `应为 ${least} 到 ${most} 的整数`, `整数，${least} 到 ${most}`, [least, most]),
);

function numberWithin(pattern: string, reason: string, kind: string, [least, most]: readonly [number, number]) {
  const read = (typed: string): Reading<number> => {
    const text = foldDigits(typed.trim());
    const value = new RegExp(pattern).test(text) ? +text : undefined;
    return value !== undefined && value >= least && value <= most ? { value } : { refusal: { code: 'number-invalid', reason } };
  };
  return scalarField({ types: ['number', 'string'], pattern }, read, 'keep').meta({ kind });
}
