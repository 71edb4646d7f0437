import type { Budget } from '../budget/budget.js';
import type { Diagnostic, Severity, SourceLocation } from '../diagnostics/diagnostic.js';
import type { Block, Document, DocumentMetadata, Inline, Section } from '../document/document.js';
import type { Narrative } from '../narrative/write-narrative.js';
import { nearestWord } from '../plain/nearest-word.js';
import { defined } from '../plain/objects.js';
import { numberStyle } from '../profile/amount-format.js';
import { type FillValues, fill, unknownNames } from '../profile/fill.js';
import { type OutlineItem, outlineItems, placedInChapters } from '../profile/outline.js';
import { type Profile, subjectOf } from '../profile/profile.js';
import { blankForm, type FilledForm } from '../tables/form-grid.js';
import { performanceForms, wholeForms } from '../tables/performance-form.js';
import type { PublishedTable } from '../tables/published-table.js';
import { unsplitDimensions } from '../tables/unsplit-dimensions.js';
import { type Forms, formsOfTable, type Numbering, ordinal, placeChapter } from './chapter-blocks.js';
import { coverOf, headlineOf, tallCover } from './cover.js';
import { FigureRegister } from './figure-records.js';
import { SectionFlow } from './section-flow.js';

export interface Parts {
  readonly budget: Budget;
  readonly profile: Profile;
  readonly values: FillValues;
  readonly tables: readonly PublishedTable[];
  readonly narrative: Narrative;
}

/** Puts tables and narrative together in the order of the profile's outline. */
export function composeDocument(parts: Parts, watermark?: string): { document: Document; diagnostics: Diagnostic[] } {
  const register = new FigureRegister();
  for (const figure of parts.narrative.figures.values()) register.add(figure);
  for (const { rows } of parts.tables) for (const { cells } of rows) for (const { figure } of cells) if (figure) register.add(figure);
  const forms = formsOf(parts);
  for (const form of [...forms.绩效目标表, ...forms.整体绩效目标表]) registerForm(form, register);
  const flow = new SectionFlow(parts.profile);
  outlineParts(parts).forEach((part, index) => {
    placePart(part, index, flow, { ...parts, forms, register });
  });
  const body = flow.finish();
  const figures = register.all();
  const diagnostics = [
    ...unsplitDimensions(parts.budget, parts.profile),
    ...strangeTexts(parts.budget, parts.profile),
    ...tallCover(parts),
    ...flow.diagnostics,
  ];
  const document: Document = {
    metadata: metadata(parts),
    layout: parts.profile.layout,
    sections: [...frontSections(parts), ...body],
    figures,
    headline: headlineOf(body, figures),
    ...defined({ watermark }),
  };
  return { document, diagnostics };
}

function metadata({ budget, profile, values }: Parts): DocumentMetadata {
  const { department } = budget.definition;
  const subject = subjectOf(profile, budget.definition);
  return {
    title: fill(profile.spec.文件标题, values),
    subject: fill(profile.spec.文件主题 ?? `{{年度}}年度${subject}预算公开`, values),
    author: department.部门.名称,
    keywords: (profile.spec.关键词 ?? [`${subject}预算`, '预算公开', '{{年度}}年']).map((word) => fill(word, values)),
    language: 'zh-CN',
    date: department.公开日期 ?? department.批复日期 ?? `${values.年度}-01-01`,
    ...defined({ published: department.公开日期 }),
  };
}

/** Cover and table of contents: no page numbers. */
function frontSections({ profile, values }: Parts): Section[] {
  const cover = coverOf({ profile, values });
  const toc: Block = { type: 'toc', title: fill(profile.spec.目录标题, values) };
  return [cover, toc].map((block) => ({ orientation: 'portrait', pageNumbers: 'none', blocks: [block] }));
}

/** A part of the outline with what it consists of. */
interface OutlinePart {
  readonly title: string;
  readonly goesOn: boolean;
  readonly items: readonly OutlineItem[];
}

/** The parts that there are: one of which nobody stated a thing would be a heading over nothing, and say that there is nothing. */
function outlineParts({ profile: { spec }, narrative: { chapters, unstated } }: Parts): readonly OutlinePart[] {
  const parts = spec.大纲.map((part) => ({ title: part.标题, goesOn: part.接排 === true, items: outlineItems(part, spec.报表) }));
  return parts.filter(({ items }) => {
    const paths = items.flatMap((item) => (item.kind === 'chapter' ? [item.path] : []));
    const isEmpty = paths.length === items.length && paths.every((path) => (chapters.get(path) ?? []).length === 0);
    return !isEmpty || !unstated.some(({ place }) => paths.includes(place.path));
  });
}

const formsOf = ({ budget, profile, values }: Parts): Forms => ({
  绩效目标表: performanceForms(budget, profile.form, values, numberStyle(profile.spec)),
  整体绩效目标表: wholeForms(budget, profile.wholeForm, values, numberStyle(profile.spec)),
  blank: {
    绩效目标表: blankForm(profile.form, '绩效目标表', values),
    ...(profile.wholeForm && { 整体绩效目标表: blankForm(profile.wholeForm, '整体绩效目标表', values) }),
  },
});

function registerForm({ rows }: FilledForm, register: FigureRegister): void {
  for (const cells of rows) for (const { content } of cells) for (const { figure } of content) if (figure) register.add(figure);
}

interface Ground extends Parts {
  readonly forms: Forms;
  readonly register: FigureRegister;
}

function placePart({ title, goesOn, items }: OutlinePart, index: number, flow: SectionFlow, ground: Ground): void {
  const { profile, tables, forms, narrative } = ground;
  const numbering: Numbering = { prefix: `heading-${index + 1}`, level2: 0, level3: 0 };
  const placeTable = (table: PublishedTable) => flow.table(table, formsOfTable(table, forms), 'listed');
  flow.beginPart(partHeading(index, fill(title, ground.values), profile), goesOn);
  for (const item of items) {
    if (item.kind === 'chapter') placeChapter(narrative.chapters.get(item.path) ?? [], flow, { ...ground, numbering });
    else for (const table of item.kind === 'table' ? tables.slice(item.number - 1, item.number) : otherTables(ground)) placeTable(table);
  }
  flow.endPart();
}

/** The tables that stand nowhere by name, in the order of their numbers. */
function otherTables({ profile, tables }: Ground): readonly PublishedTable[] {
  const { spec } = profile;
  const listed = spec.大纲.flatMap((part) => outlineItems(part, spec.报表).flatMap((item) => (item.kind === 'table' ? [item.number] : [])));
  const inChapters = placedInChapters(profile).map(({ table }) => table);
  return tables.filter(({ number, name }) => !listed.includes(number) && !inChapters.includes(name));
}

function partHeading(index: number, title: string, profile: Profile): Block {
  const number = fill(profile.spec.部分编号, { ...ordinal(index + 1), 名称: title });
  const text = profile.spec.部分编号.includes('{{名称}}') ? number : `${number}　${title}`;
  const content: Inline[] = [{ type: 'text', text }];
  return { type: 'heading', id: `part-${index + 1}`, level: 1, style: 'heading1', content, tocText: text };
}

const KEYS = ['空表说明', '表注'] as const;

/** Texts of a department or district for tables that the form does not have, or with variables that nobody fills. */
function strangeTexts({ definition }: Budget, { tables }: Profile): Diagnostic[] {
  const names = tables.map((table) => table.名称);
  const sides = [
    { texts: definition.department.文字, locate: definition.locate, severity: 'error' as const },
    // A district may have departments of several forms.
    { texts: definition.district.文字, locate: definition.locateInDistrict, severity: 'warning' as const },
  ];
  return sides.flatMap(({ texts, locate, severity }) =>
    KEYS.flatMap((key) =>
      Object.entries(texts?.[key] ?? {}).flatMap(([name, text]) => [
        ...(names.includes(name) ? [] : [unknownTable(name, names, severity, locate(['文字', key, name], 'key'))]),
        ...unknownNames(text).map((variable) => ({
          code: 'template-unknown-name' as const,
          severity: 'error' as const,
          message: `没有“${variable}”这个变量。`,
          at: locate(['文字', key, name]),
        })),
      ]),
    ),
  );
}

function unknownTable(name: string, names: readonly string[], severity: Severity, at: SourceLocation): Diagnostic {
  const near = nearestWord(name, names);
  const hint = near === undefined ? `方案里的报表有：${names.join('、')}。` : `是否为“${near}”？`;
  return { code: 'text-for-unknown-table', severity, message: `方案里没有叫“${name}”的报表。`, at, hint };
}
