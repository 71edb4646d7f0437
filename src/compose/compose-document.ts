import type { Budget } from '../budget/budget.js';
import type { Figure } from '../budget/figure.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Block, Document, DocumentMetadata, Inline, Section } from '../document/document.js';
import type { Narrative } from '../narrative/write-narrative.js';
import { defined } from '../plain/objects.js';
import { numberStyle } from '../profile/amount-format.js';
import { type FillValues, fill } from '../profile/fill.js';
import { type Profile, subjectOf } from '../profile/profile.js';
import { type FilledForm, performanceForms } from '../tables/performance-form.js';
import type { PublishedTable } from '../tables/published-table.js';
import { strangeTexts } from '../tables/strange-texts.js';
import { unsplitExpenses } from '../tables/unsplit-expenses.js';
import { chapterBlocks, type Numbering, ordinal } from './chapter-blocks.js';
import { FigureRegister } from './figure-records.js';
import { headlineOf } from './headline.js';
import { tableBlocks } from './published-table-blocks.js';
import { textArea, textBlockHeight } from './table-geometry.js';

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
  for (const figure of parts.tables.flatMap((table) => table.rows.flatMap((row) => row.cells.flatMap((cell) => cell.figure ?? []))))
    register.add(figure);
  const forms = performanceForms(parts.budget, parts.profile.form, parts.values, numberStyle(parts.profile.spec));
  for (const figure of forms.flatMap(formFigures)) register.add(figure);
  const diagnostics: Diagnostic[] = [...unsplitExpenses(parts.budget, parts.profile), ...strangeTexts(parts.budget, parts.profile)];
  const body: Section[] = [];
  parts.profile.spec.大纲
    .filter((part) => !isLeftOut(part, parts.narrative))
    .forEach((part, index) => {
      append(body, partSections(part, index, { ...parts, forms }, register, diagnostics), part.接排 === true);
    });
  const figures = register.all();
  const document: Document = {
    metadata: metadata(parts),
    layout: parts.profile.layout,
    sections: [...frontSections(parts), ...numberFromOne(body)],
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
  const lines = profile.spec.封面.map((line) => ({
    type: 'paragraph' as const,
    style: line.样式,
    content: [{ type: 'text' as const, text: fill(line.文字, values) }],
  }));
  const cover: Block = { type: 'cover', lines, offset: profile.cover.offset };
  const toc: Block = { type: 'toc', title: fill(profile.spec.目录标题, values) };
  return [cover, toc].map((block) => ({ orientation: 'portrait', pageNumbers: 'none', blocks: [block] }));
}

/** A part that goes on under the one before stands in its section, where both are text on upright pages. */
function append(body: Section[], sections: readonly Section[], goesOn: boolean): void {
  const [first, ...rest] = sections;
  const last = body.at(-1);
  const joins = goesOn && first && last?.orientation === first.orientation && last.blocks.at(-1)?.type !== 'table';
  if (joins) body.splice(-1, 1, { ...last, blocks: [...last.blocks, ...first.blocks] }, ...rest);
  else body.push(...sections);
}

function numberFromOne(sections: readonly Section[]): Section[] {
  return sections.map((section, index) => (index === 0 ? { ...section, pageNumbers: 1 } : section));
}

/** Every project's form is filled in once, whichever parts print it. */
interface PartsAndForms extends Parts {
  readonly forms: readonly FilledForm[];
}

const formFigures = (form: FilledForm): Figure[] => form.rows.flat().flatMap((cell) => cell.content.flatMap((one) => one.figure ?? []));

type OutlinePart = Profile['spec']['大纲'][number];

/** A part of which nobody stated a thing: a heading over nothing would say that there is nothing. */
function isLeftOut({ 报表: tables, 章节: paths = [] }: OutlinePart, { chapters, unstated }: Narrative): boolean {
  const isEmpty = tables === undefined && paths.every((path) => (chapters.get(path) ?? []).length === 0);
  return isEmpty && unstated.some(({ place }) => paths.includes(place.path));
}

function partSections(
  part: OutlinePart,
  index: number,
  parts: PartsAndForms,
  register: FigureRegister,
  diagnostics: Diagnostic[],
): Section[] {
  const { profile, values, budget, forms } = parts;
  const heading = partHeading(index, fill(part.标题, values), profile);
  const sections: Section[] = [];
  if (part.报表 !== undefined) {
    const packed = packTables(parts.tables, profile, heading);
    sections.push(...packed.sections);
    diagnostics.push(...packed.diagnostics);
  }
  const chapters = part.章节 ?? [];
  if (chapters.length > 0) {
    const numbering: Numbering = { prefix: `heading-${index + 1}`, level2: 0, level3: 0 };
    const above =
      part.接排 === true || sections.length > 0
        ? undefined
        : textBlockHeight(heading, profile.layout, textArea(profile.layout.page, 'portrait').width);
    const blocks = chapters.flatMap((path, at) =>
      chapterBlocks(parts.narrative.chapters.get(path) ?? [], {
        budget,
        profile,
        forms,
        register,
        numbering,
        above: at === 0 ? above : undefined,
      }),
    );
    sections.push({ orientation: 'portrait', pageNumbers: 'continue', blocks: sections.length === 0 ? [heading, ...blocks] : blocks });
  }
  return sections;
}

function partHeading(index: number, title: string, profile: Profile): Block {
  const number = fill(profile.spec.部分编号, { ...ordinal(index + 1), 名称: title });
  const text = profile.spec.部分编号.includes('{{名称}}') ? number : `${number}　${title}`;
  const content: Inline[] = [{ type: 'text', text }];
  return { type: 'heading', id: `part-${index + 1}`, level: 1, style: 'heading1', content, tocText: text };
}

/**
 * Tables into sections by orientation, after the part's heading. A table starts a new page, unless it fits whole
 * under the one before: row heights are exact, so Word and PDF agree on that.
 */
export function packTables(
  tables: readonly PublishedTable[],
  profile: Profile,
  heading: Block,
): { sections: Section[]; diagnostics: Diagnostic[] } {
  const sections: { orientation: Section['orientation']; pageNumbers: Section['pageNumbers']; blocks: Block[] }[] = [];
  const diagnostics: Diagnostic[] = [];
  const { heading1, tableNote } = profile.layout.styles;
  const headingHeight = heading1.spaceBefore + heading1.linePitch + heading1.spaceAfter;
  let used = 0;
  for (const table of tables) {
    let section = sections.at(-1);
    const first = section === undefined;
    const starts = section?.orientation !== table.orientation;
    if (!section || starts) {
      section = { orientation: table.orientation, pageNumbers: 'continue', blocks: first ? [heading] : [] };
      sections.push(section);
      used = first ? headingHeight : 0;
    }
    const result = tableBlocks(table, profile, starts ? used : 0);
    diagnostics.push(...result.diagnostics);
    if (!result.blocks) continue;
    const { title, rest, height } = result.blocks;
    const room = textArea(profile.layout.page, table.orientation).height - used;
    const follows = !starts && height + tableNote.linePitch <= room;
    if (follows) section.blocks.push({ type: 'paragraph', style: 'tableNote', content: [] });
    section.blocks.push({ ...title, pageBreakBefore: !starts && !follows }, ...rest);
    used = (follows ? used + tableNote.linePitch : starts ? used : 0) + height;
  }
  return { sections, diagnostics };
}
