import type { Budget } from '../budget/budget.js';
import { type Block, type Inline, inlineText, itemContent, type ListItem } from '../document/document.js';
import type { NarrativeBlock } from '../narrative/markup.js';
import type { BlockReference } from '../narrative/tokens.js';
import { chineseNumber } from '../profile/chinese-number.js';
import { type FillValues, fill } from '../profile/fill.js';
import type { Profile } from '../profile/profile.js';
import type { ProfileSpec } from '../profile/profile-schema.js';
import type { FilledForm } from '../tables/performance-form.js';
import { steadyTracking } from '../typesetting/steady-tracking.js';
import type { FigureRegister } from './figure-records.js';
import { formBlocks } from './form-blocks.js';
import { structureChart } from './structure-chart.js';
import { textArea, textBlockHeight, total } from './table-geometry.js';

/** Counts headings through a part: 一、二、 and （一）（二）. */
export interface Numbering {
  readonly prefix: string;
  level2: number;
  level3: number;
}

export interface ChapterContext {
  readonly budget: Budget;
  readonly profile: Profile;
  readonly forms: readonly FilledForm[];
  readonly register: FigureRegister;
  readonly numbering: Numbering;
  /** Height of what stands over the chapter on its first page; undefined where that is not known. */
  readonly above: number | undefined;
}

/** The blocks of one rendered chapter: headings numbered, charts and forms in their places. */
export function chapterBlocks(chapter: readonly NarrativeBlock[], context: ChapterContext): Block[] {
  const blocks: Block[] = [];
  for (const block of chapter) blocks.push(...blocksFor(block, blocks, context));
  return blocks;
}

function blocksFor(block: NarrativeBlock, before: readonly Block[], context: ChapterContext): Block[] {
  switch (block.kind) {
    case 'heading':
      return [heading(block.depth, block.content, context)];
    case 'paragraph':
      return [{ type: 'paragraph', style: 'body', content: block.content, ...steady(block.content, context.profile) }];
    case 'list':
      return [
        { type: 'list', style: 'body', items: block.items.map((item) => ({ ...item, ...steady(itemContent(item), context.profile) })) },
      ];
    case 'block':
      return placed(block.block, before, context);
    default:
      return block satisfies never;
  }
}

/** Running text stands in as many lines in Word as in the PDF, or the contents would not be right in both. */
function steady(content: readonly Inline[], { layout: { page, styles } }: Profile): Pick<ListItem, 'tracking'> {
  const tracking = steadyTracking(inlineText(content), styles.body, page.width - page.margins.left - page.margins.right);
  return tracking ? { tracking } : {};
}

function placed(reference: BlockReference, before: readonly Block[], context: ChapterContext): Block[] {
  const { budget, profile, forms, register } = context;
  switch (reference.kind) {
    case 'chart': {
      const chart = structureChart(reference.name, budget, profile, register);
      return chart ? [chart] : [];
    }
    case 'performanceForms':
      return forms.flatMap((form) => [{ type: 'pageBreak' }, ...formBlocks(form, profile, 0)]);
    case 'performanceForm':
      return forms
        .filter((form) => form.key === reference.project)
        .flatMap((form) => formBlocks(form, profile, heightAbove(before, context)));
    case 'pageBreak':
      return [{ type: 'pageBreak' }];
    default:
      return reference satisfies never;
  }
}

/** Height of the text over the next block on its page; undefined where it is not known. */
function heightAbove(before: readonly Block[], { profile: { layout }, above }: ChapterContext): number | undefined {
  const start = before.findLastIndex(({ type }) => type === 'pageBreak');
  const { height, width } = textArea(layout.page, 'portrait');
  const heights = before.slice(start + 1).map((block) => textBlockHeight(block, layout, width));
  const known = heights.every((one) => one !== undefined) && (start >= 0 || above !== undefined);
  const sum = total(heights.map((one) => one ?? 0)) + (start < 0 ? (above ?? 0) : 0);
  return known && sum < height ? sum : undefined;
}

/** `##` is 一、 and in the TOC where the profile's depth says so; `###` is （一）. */
function heading(depth: number, content: readonly Inline[], { profile, numbering }: ChapterContext): Block {
  const level = depth <= 2 ? 2 : 3;
  const numbered: Inline[] = [{ type: 'text', text: nextNumber(level, numbering, profile.spec) }, ...content];
  const id = level === 2 ? `${numbering.prefix}-${numbering.level2}` : `${numbering.prefix}-${numbering.level2}-${numbering.level3}`;
  const inToc = level <= profile.spec.目录级别;
  return { type: 'heading', id, level, style: `heading${level}`, content: numbered, ...(inToc && { tocText: inlineText(numbered) }) };
}

function nextNumber(level: 2 | 3, numbering: Numbering, { 标题编号: formats }: ProfileSpec): string {
  if (level === 2) {
    numbering.level2 += 1;
    numbering.level3 = 0;
    return fill(formats?.二级 ?? '{{中文序号}}、', ordinal(numbering.level2));
  }
  numbering.level3 += 1;
  return fill(formats?.三级 ?? '（{{中文序号}}）', ordinal(numbering.level3));
}

/** A number as {{序号}} and as {{中文序号}}. */
export function ordinal(number: number): FillValues {
  return { 序号: String(number), 中文序号: chineseNumber(number) };
}
