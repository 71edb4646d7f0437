import type { Expansion } from '../budget/dictionary.js';
import { oncePer } from '../plain/once-per.js';
import type { FormField, FormName, FormSpec } from '../profile/form-schema.js';
import { chapterPaths, placedInChapters } from '../profile/outline.js';
import type { Profile } from '../profile/profile.js';
import type { HeaderSpec, Measure } from '../profile/table-schema.js';
import { templateSentences } from './sentences.js';
import { measureSources, sourcesOf } from './sources.js';

/** Fields of the form that a project has to fill in wherever the form has them; the others may stay blank. */
const FORM_TEXTS = ['项目属性', '项目期', '项目概况', '立项依据', '项目设立必要性', '保证措施', '实施计划', '实施期目标'] as const;

const FORM_SOURCES: Readonly<Partial<Record<FormField, string>>> = {
  项目名称: '项目/*/名称',
  实施期金额: '项目/*/绩效目标表/实施期资金来源/**',
  年度金额: '项目/*/绩效目标表/年度资金来源/**',
  一级指标: '项目/*/绩效目标表/指标/**',
};

const WHOLE_SOURCES: Readonly<Partial<Record<FormField, string>>> = {
  任务名称: '整体绩效目标表/主要任务/*/名称',
  任务内容: '整体绩效目标表/主要任务/*/内容',
  任务金额: '整体绩效目标表/主要任务/*/项目/*',
  一级指标: '整体绩效目标表/指标/**',
};

const EXPANSION_SOURCES: Readonly<Partial<Record<Expansion, readonly string[]>>> = {
  功能分类: ['支出/*/名称'],
  收入科目: ['收入/*/*/名称'],
  项目: ['项目/*/名称', '项目/*/单位', '项目/*/代码', '项目/*/功能科目', '项目/*/经济科目'],
  指标: ['项目/*/名称', '项目/*/单位', '项目/*/绩效目标表/年度目标', '项目/*/绩效目标表/实施期目标', '项目/*/绩效目标表/指标/**'],
};

/** Every place of a department's file that the form prints: asked for by a template, a table or the performance form. */
export const askedSources = oncePer((profile: Profile): readonly string[] => [
  ...new Set([...byTemplates(profile), ...byTables(profile), ...byForm(profile), ...byShortTexts(profile)]),
]);

const chaptersOf = ({ spec }: Profile): string[] => [...chapterPaths(spec)];

function byTemplates(profile: Profile): string[] {
  const sentences = chaptersOf(profile).flatMap((path) => templateSentences(path, profile.templates));
  return sentences.flatMap(({ names }) => names.flatMap((name) => sourcesOf(name, profile.spec) ?? []));
}

/** Texts of the form's own that titles or the cover name. */
function byShortTexts({ spec, tables, form, wholeForm }: Profile): string[] {
  const names = JSON.stringify([spec, tables, form, wholeForm]).matchAll(/\{\{\s*(自有数据\.[^{}\s]+)\s*\}\}/g);
  return [...names].map((found) => (found[1] ?? '').replace('.', '/'));
}

function byTables({ tables }: Profile): string[] {
  const rows = tables.flatMap(({ 行 = [] }) => 行.flatMap((row) => [row, ...(row.左 ?? []), ...(row.右 ?? [])]));
  const columns = tables.flatMap(({ 表头, 左, 右 }) => [...(表头 ?? []), ...(左 ?? []), ...(右 ?? [])].flatMap(measuresIn));
  const expanded = rows.flatMap(({ 展开 = [] }) => [展开].flat().flatMap((one) => EXPANSION_SOURCES[one] ?? []));
  return [...measureSources([...rows.map((row) => row.取数), ...columns]), ...expanded];
}

const measuresIn = (header: HeaderSpec): (Measure | undefined)[] => [header.取数, header.比, ...(header.下级 ?? []).flatMap(measuresIn)];

/** The form's own places, where a template puts the forms. */
function byForm(profile: Profile): string[] {
  const own = printsForm('绩效目标表', profile) ? fieldsIn(profile.form) : [];
  const whole = profile.wholeForm && printsForm('整体绩效目标表', profile) ? fieldsIn(profile.wholeForm) : [];
  return [
    ...own.map((field) => FORM_SOURCES[field] ?? `项目/*/绩效目标表/${field}`),
    ...whole.map((field) => WHOLE_SOURCES[field] ?? `整体绩效目标表/${field}`),
  ];
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
