import type { Expansion } from '../budget/dictionary.js';
import { oncePer } from '../plain/objects.js';
import type { FORM_FIELDS, FormField, FormName, FormSpec } from '../profile/form-schema.js';
import { chapterPaths, placedInChapters } from '../profile/outline.js';
import type { Profile } from '../profile/profile.js';
import type { HeaderSpec } from '../profile/table-schema.js';
import { type TemplateSentence, templateSentences } from './sentences.js';
import { sourcesOf } from './sources.js';
import { measurePlaces } from './variables/own-figures.js';

/** Fields of the form that a project has to fill in wherever the form has them; the others may stay blank. */
const FORM_TEXTS = ['项目属性', '项目期', '项目概况', '立项依据', '项目设立必要性', '保证措施', '实施计划', '实施期目标'] as const;

const INDICATOR_KEYS: Readonly<Record<(typeof FORM_FIELDS)['绩效目标表']['指标'][number], readonly string[]>> = {
  一级指标: [],
  二级指标: [],
  三级指标: ['名称'],
  实施期值: ['值', '实施期值'],
  年度值: ['值', '年度值'],
  性质: ['性质'],
  度量单位: ['度量单位'],
  属性: ['属性'],
  权重: ['权重'],
  说明: ['说明'],
};

const PROJECT_MONEY = ['项目/*/资金/**'];
const YEAR_SOURCES = [...PROJECT_MONEY, '项目/*/绩效目标表/年度资金来源/**'];
const PERIOD_SOURCES = ['项目/*/绩效目标表/实施期资金来源/**'];
const START = '项目/*/绩效目标表/起止日期/开始';
const END = '项目/*/绩效目标表/起止日期/结束';
const STATED = '项目/*/绩效目标表/';

/** What a field prints that is not stated under its own name in the project's form. */
const FORM_SOURCES: Readonly<Partial<Record<FormField, readonly string[]>>> = {
  项目名称: ['项目/*/名称'],
  主管部门及代码: ['部门/名称', '部门/代码'],
  实施单位: ['项目/*/单位', '部门/名称'],
  开始日期: [START],
  结束日期: [END],
  起止日期: [START, END],
  年度目标: [`${STATED}年度目标`, `${STATED}实施期目标`],
  实施期资金总额: PERIOD_SOURCES,
  年度资金总额: PROJECT_MONEY,
  年度财政拨款: PROJECT_MONEY,
  年度其他资金: PROJECT_MONEY,
  资金来源: [],
  实施期金额: PERIOD_SOURCES,
  年度金额: YEAR_SOURCES,
};

const BUDGET = ['支出/**', '年终结转/**'];
const TASK_MONEY = ['整体绩效目标表/主要任务/*/项目/*', ...PROJECT_MONEY];

const WHOLE_SOURCES: Readonly<Partial<Record<FormField, readonly string[]>>> = {
  部门名称: ['部门/名称'],
  部门代码: ['部门/代码'],
  年度: [],
  支出总额: BUDGET,
  基本支出: BUDGET,
  项目支出: BUDGET,
  财政拨款: BUDGET,
  其他资金: BUDGET,
  任务序号: [],
  任务名称: ['整体绩效目标表/主要任务/*/名称'],
  任务内容: ['整体绩效目标表/主要任务/*/内容'],
  任务金额: TASK_MONEY,
  任务财政拨款: TASK_MONEY,
  任务其他资金: TASK_MONEY,
};

/** Of a field of either form: what it prints, indicators by each of their keys. */
const fieldSources =
  (own: Readonly<Partial<Record<FormField, readonly string[]>>>, form: string) =>
  (field: FormField): readonly string[] =>
    own[field] ?? indicatorSources(field, form) ?? [`${form}/${field}`];

function indicatorSources(field: string, form: string): readonly string[] | undefined {
  const keys = (INDICATOR_KEYS as Readonly<Record<string, readonly string[]>>)[field];
  return keys?.map((key) => `${form}/指标/*/*/*/${key}`);
}

const EXPANSION_SOURCES: Readonly<Partial<Record<Expansion, readonly string[]>>> = {
  功能分类: ['支出/*/名称'],
  收入科目: ['收入/*/*/名称'],
  项目: ['项目/*/名称'],
  指标: ['项目/*/名称'],
};

/** What columns of text print in a table of projects or of their indicators. */
const COLUMN_SOURCES: Readonly<Record<string, readonly string[]>> = {
  单位: ['项目/*/单位'],
  类别: ['项目/*/类别'],
  项目代码: ['项目/*/代码'],
  功能科目: ['项目/*/功能科目'],
  功能科目名称: ['项目/*/功能科目'],
  经济科目: ['项目/*/经济科目'],
  经济科目名称: ['项目/*/经济科目'],
  年度目标: [`${STATED}年度目标`, `${STATED}实施期目标`],
  实施期目标: [`${STATED}实施期目标`],
};

/** Every place of a department's file that the form prints: asked for by a template, a table or the performance form. */
export const askedSources = oncePer((profile: Profile): readonly string[] => [
  ...new Set([...byTemplates(profile), ...byTables(profile), ...byForm(profile), ...byShortTexts(profile)]),
]);

const chaptersOf = ({ spec }: Profile): string[] => [...chapterPaths(spec)];

function byTemplates(profile: Profile): string[] {
  const sentences = chaptersOf(profile).flatMap((path) => readable(path, profile));
  return sentences.flatMap(({ names }) => names.flatMap((name) => sourcesOf(name, profile.spec) ?? []));
}

/** What is wrong with a template that cannot be read is told where it is written. */
function readable(path: string, { templates }: Profile): readonly TemplateSentence[] {
  try {
    return templateSentences(path, templates);
  } catch {
    return [];
  }
}

/** Texts of the form's own that titles or the cover name. */
function byShortTexts({ spec, tables, form, wholeForm }: Profile): string[] {
  const names = JSON.stringify([spec, tables, form, wholeForm]).matchAll(/\{\{\s*(自有数据\.[^{}\s]+)\s*\}\}/g);
  return [...names].map((found) => (found[1] ?? '').replace('.', '/'));
}

function byTables({ tables }: Profile): string[] {
  return tables.flatMap((table) => {
    const rows = (table.行 ?? []).flatMap((row) => [row, ...(row.左 ?? []), ...(row.右 ?? [])]);
    const columns = [...(table.表头 ?? []), ...(table.左 ?? []), ...(table.右 ?? [])].flatMap(leaves);
    const over = new Set(rows.flatMap(({ 展开 = [] }) => [展开].flat()));
    const texts = over.has('项目') || over.has('指标') ? columns.flatMap(({ 内容 = '' }) => columnSources(内容)) : [];
    const expanded = [...over].flatMap((one) => EXPANSION_SOURCES[one] ?? []);
    return [...measurePlaces([...rows.map((row) => row.取数), ...columns.flatMap(({ 取数, 比 }) => [取数, 比])]), ...expanded, ...texts];
  });
}

const columnSources = (content: string): readonly string[] =>
  COLUMN_SOURCES[content] ?? indicatorSources(content, '项目/*/绩效目标表') ?? [];

const leaves = (header: HeaderSpec): readonly HeaderSpec[] => [header, ...(header.下级 ?? []).flatMap(leaves)];

/** The form's own places, where a template puts the forms. */
function byForm(profile: Profile): string[] {
  const own = printsForm('绩效目标表', profile) ? fieldsIn(profile.form) : [];
  const whole = profile.wholeForm && printsForm('整体绩效目标表', profile) ? fieldsIn(profile.wholeForm) : [];
  return [...own.flatMap(fieldSources(FORM_SOURCES, '项目/*/绩效目标表')), ...whole.flatMap(fieldSources(WHOLE_SOURCES, '整体绩效目标表'))];
}

export const printsForms = (profile: Profile): boolean => printsForm('绩效目标表', profile);

/** A chapter places it, or a table is filled in as it. */
function printsForm(name: FormName, profile: Profile): boolean {
  return profile.tables.some(({ 表格 }) => 表格 === name) || placedInChapters(profile).some(({ form }) => form === name);
}

const fieldsIn = (form: FormSpec): FormField[] => form.行.flatMap((row) => row.格.flatMap((cell) => cell.取 ?? []));

/** Texts that every published form needs. */
export function requiredFormTexts(profile: Profile): readonly (typeof FORM_TEXTS)[number][] {
  const fields: readonly string[] = printsForms(profile) ? fieldsIn(profile.form) : [];
  return FORM_TEXTS.filter((text) => fields.includes(text));
}

/** The form has a place for the names of its projects: all of them, or those with a published form. */
export function namesAskedOf({ tables }: Profile): 'all' | 'published' {
  return tables.some(({ 行 = [] }) => 行.some((row) => [row.展开 ?? []].flat().includes('项目'))) ? 'all' : 'published';
}
