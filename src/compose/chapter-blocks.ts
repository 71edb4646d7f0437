import type { Budget } from '../budget/budget.js';
import { type Figure, shareFigure, sumFigure } from '../budget/figure.js';
import { hasReduction } from '../budget/figures/by-category.js';
import { type Block, type Chart, type ChartSlice, type Inline, inlineText, itemContent, type ListItem } from '../document/document.js';
import type { FigureInline } from '../document/figure.js';
import { formatAmount, formatPercent } from '../money/format.js';
import type { NarrativeBlock } from '../narrative/markup.js';
import type { BlockReference } from '../narrative/tokens.js';
import { rates, textAmounts } from '../profile/amount-format.js';
import { type FillValues, fill } from '../profile/fill.js';
import type { FormName } from '../profile/form-schema.js';
import { measureFigure } from '../profile/measure.js';
import type { Profile } from '../profile/profile.js';
import type { ProfileSpec } from '../profile/profile-schema.js';
import { chineseNumber } from '../profile/table-number.js';
import { expandRow } from '../tables/expand-rows.js';
import type { FilledForm } from '../tables/form-grid.js';
import type { PublishedTable } from '../tables/published-table.js';
import { steadyTracking } from '../typesetting/line-setting.js';
import type { FigureRegister } from './figure-records.js';
import type { SectionFlow } from './section-flow.js';

/** Counts headings through a part: 一、二、 and （一）（二）. */
export interface Numbering {
  readonly prefix: string;
  level2: number;
  level3: number;
}

/** Every form is filled in once, whichever parts print it; with what a table prints where nobody filled one in. */
export interface Forms extends Readonly<Record<FormName, readonly FilledForm[]>> {
  readonly blank: Readonly<Partial<Record<FormName, FilledForm>>>;
}

/** The forms that a table is made of. */
export function formsOfTable({ form: name }: PublishedTable, forms: Forms): readonly FilledForm[] {
  if (!name) return [];
  const { [name]: filled, blank } = forms;
  return filled.length > 0 ? filled : [blank[name]].flatMap((one) => one ?? []);
}

export interface ChapterContext {
  readonly budget: Budget;
  readonly profile: Profile;
  readonly values: FillValues;
  readonly tables: readonly PublishedTable[];
  readonly forms: Forms;
  readonly register: FigureRegister;
  readonly numbering: Numbering;
}

/** One rendered chapter put on its pages: headings numbered, tables, charts and forms in their places. */
export function placeChapter(chapter: readonly NarrativeBlock[], flow: SectionFlow, context: ChapterContext): void {
  for (const block of chapter) {
    if (block.kind === 'block') place(block.block, flow, context);
    else flow.text(textBlock(block, context));
  }
}

function textBlock(block: Exclude<NarrativeBlock, { kind: 'block' }>, context: ChapterContext): Block {
  switch (block.kind) {
    case 'heading':
      return heading(block.depth, block.content, context);
    case 'paragraph':
      return { type: 'paragraph', style: 'body', content: block.content, ...steady(block.content, context.profile) };
    case 'list':
      return {
        type: 'list',
        style: 'body',
        items: block.items.map((item) => ({ ...item, ...steady(itemContent(item), context.profile) })),
      };
    default:
      return block satisfies never;
  }
}

/** Running text stands in as many lines in Word as in the PDF, or the contents would not be right in both. */
function steady(content: readonly Inline[], { layout: { page, styles } }: Profile): Pick<ListItem, 'tracking'> {
  const tracking = steadyTracking(inlineText(content), styles.body, page.width - page.margins.left - page.margins.right);
  return tracking ? { tracking } : {};
}

function place(reference: BlockReference, flow: SectionFlow, { budget, profile, values, tables, forms, register }: ChapterContext): void {
  switch (reference.kind) {
    case 'chart': {
      const chart = structureChart(reference.name, budget, profile, { register, values });
      return chart && flow.text(chart);
    }
    case 'table': {
      const table = tables.find(({ name }) => name === reference.name);
      return table && flow.table(table, formsOfTable(table, forms), 'inText');
    }
    case 'performanceForms':
      return flow.forms(forms.绩效目标表);
    case 'performanceForm': {
      const form = forms.绩效目标表.find(({ key }) => key === reference.project);
      return form && flow.formHere(form);
    }
    case 'wholeForm':
      return flow.forms(forms.整体绩效目标表);
    case 'pageBreak':
      return flow.text({ type: 'pageBreak' });
    default:
      return reference satisfies never;
  }
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

const SHAPES = { 饼图: 'pie', 柱形图: 'column', 条形图: 'bar' } as const;

/**
 * A chart of the profile (图): the rows that have money, with their shares of the whole where the chart says what that is.
 * Parts that have no share (冲减) cannot be drawn in a pie: then there is no chart, and reductions-said sees that the text
 * says so.
 */
export function structureChart(name: string, budget: Budget, profile: Profile, { register, values }: Drawing): Chart | undefined {
  const charts = profile.spec.图 ?? {};
  const { [name]: spec } = charts;
  if (!spec) return undefined;
  const { 形式: form = '饼图', 占: whole } = spec;
  const title = fill(spec.标题, values);
  const rows = spec.各块.flatMap((row) => expandRow(row, budget)).map((row) => ({ ...row, name: fill(row.name, values) }));
  const all = rows.map((row) => ({ ...row, amount: measureFigure(budget, row.measure) }));
  const parts = all.filter(({ amount }) => !amount.value.isZero());
  if (parts.length === 0 || all.some(({ amount }) => amount.unstated) || ((form === '饼图' || whole !== undefined) && hasReduction(parts)))
    return undefined;
  const shares = whole === undefined ? [] : sharesOf(whole, parts);
  const slices = parts.map((part, index) => slice(part.name, part.amount, shares[index], profile, register));
  const said = slices.map(({ label, amount, share }) => `${label}${amount.text}${share ? `，占${share.text}` : ''}`);
  const id = `chart-${Object.keys(charts).indexOf(name) + 1}`;
  return { type: 'chart', shape: SHAPES[form], id, title, alternativeText: `${title}：${said.join('；')}。`, slices, ...profile.chart };
}

/** What a chart is drawn with besides the budget: where its figures are registered, and what its words name. */
interface Drawing {
  readonly register: FigureRegister;
  readonly values: FillValues;
}

type Part = ReturnType<typeof expandRow>[number] & { readonly amount: Figure };

function sharesOf(whole: string, parts: readonly Part[]): readonly Figure[] {
  const total = sumFigure(
    { id: whole, label: whole },
    parts.map(({ amount }) => amount),
  );
  return parts.map(({ amount, code, name }) =>
    shareFigure({ id: `${whole}${code || name}占比`, label: `${name}占${whole}的比重` }, amount, total),
  );
}

function slice(label: string, amount: Figure, share: Figure | undefined, { spec }: Profile, register: FigureRegister): ChartSlice {
  const inline = (figure: Figure, text: string): FigureInline => {
    register.add(figure);
    return { type: 'figure', figure: figure.id, unit: figure.unit, value: figure.value.toFixed(), text };
  };
  const format = textAmounts(spec);
  const printed = `${formatAmount(amount.value, format)}${format.unit}`;
  const part = share && { share: inline(share, formatPercent(share.value, rates(spec))) };
  return { label, amount: inline(amount, printed), ...part };
}
