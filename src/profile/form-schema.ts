import { z } from 'zod';
import { choice, section } from '../definition/fields.js';
import type { Located } from '../definition/load-definition.js';
import type { YamlPath } from '../definition/parse-yaml.js';
import { FUNDING_LEVELS, PROJECT_TEXTS } from '../definition/schema/project.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { FindingCode } from '../diagnostics/finding-codes.js';
import { PAPERS } from '../document/sheet.js';
import { AMOUNT_UNITS } from '../money/units.js';
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
    单位: choice(AMOUNT_UNITS),
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

/** What would shift the grid of a performance form, or print blank for ever. */
export function checkForm({ value, locate }: Located<FormSpec>, name: FormName): Diagnostic[] {
  const found: Diagnostic[] = [];
  const refuse = (code: FindingCode<'profile'>, path: YamlPath, message: string, hint: string) =>
    void found.push({ code, severity: 'error', message, at: locate(path), hint });
  const covered = value.列宽.map(() => 0);
  value.行.forEach((row, index) => {
    const path = ['行', index] as const;
    const width = placeCells(row, covered, value.行[index + 1]);
    if (width !== value.列宽.length) {
      const message = `这一行的“格”（连同上面跨行的）一共占 ${width} 栏，“列宽”有 ${value.列宽.length} 栏。`;
      refuse('profile-form-grid', path, message, '改“跨列”“跨行”，或增减格，使每一行占满全部栏。');
    }
    row.格.forEach((cell, at) => {
      const slip = fieldSlip(cell, row, name) ?? spanSlip(cell, value.行[index + 1]);
      if (slip) refuse(slip.code, [...path, '格', at, slip.key], slip.message, slip.hint);
    });
  });
  return found;
}

/** Columns that a row takes, with those that cells of earlier rows still cover. */
function placeCells(row: FormRowSpec, covered: number[], next: FormRowSpec | undefined): number {
  let column = 0;
  const skip = () => {
    while ((covered[column] ?? 0) > 0) column += 1;
  };
  for (const cell of row.格) {
    skip();
    const end = column + (cell.跨列 ?? 1);
    const rows = cell.跨展开 !== undefined && cell.跨展开 === next?.展开 ? 2 : (cell.跨行 ?? 1);
    for (; column < end; column++) covered[column] = rows;
  }
  skip();
  const width = Math.max(column, covered.findLastIndex((left) => left > 0) + 1);
  covered.forEach((left, at) => {
    covered[at] = Math.max(0, left - 1);
  });
  return width;
}

interface Slip {
  readonly code: FindingCode<'profile'>;
  readonly key: string;
  readonly message: string;
  readonly hint: string;
}

function fieldSlip({ 取: field, 文字: words }: FormCellSpec, { 展开: over }: FormRowSpec, name: FormName): Slip | undefined {
  if (field !== undefined && words !== undefined) {
    return { code: 'profile-form-field', key: '文字', message: '一格里“文字”和“取”只能写一个。', hint: '删去其中一个。' };
  }
  const fields: readonly string[] = fieldsOf(name, over);
  if (field === undefined || fields.includes(field)) return undefined;
  const message = over === undefined ? `“${field}”要写在展开的行里，这里总是空白。` : `展开“${over}”的行里没有“${field}”，这里总是空白。`;
  return { code: 'profile-form-field', key: '取', message, hint: `这里可以取：${fields.join('、')}。` };
}

function spanSlip({ 跨展开: over }: FormCellSpec, next: FormRowSpec | undefined): Slip | undefined {
  if (over === undefined || next?.展开 === over) return undefined;
  const message = `下一行不是展开“${over}”的行，这一格没有可跨的行。`;
  return { code: 'profile-form-grid', key: '跨展开', message, hint: `在下一行写“展开: ${over}”，或改用“跨行”。` };
}
