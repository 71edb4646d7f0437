import { TO_CONFIRM } from '../../definition/carried-over-words.js';
import type { Definition } from '../../definition/definition.js';
import { type Block, type Document, type Inline, inlineText } from '../../document/document.js';
import type { StyleName } from '../../document/layout.js';
import { blocksOf, type Entry, entryTitle, type PlacedText, placedTexts } from '../../document/walk.js';
import { Decimal } from '../../money/decimal.js';
import { defined, isPlainObject, oncePer } from '../../plain/objects.js';
import type { DocumentPlace, Path, Place } from '../place.js';

/** A text that somebody typed in a definition. */
export interface StatedText {
  readonly text: string;
  readonly path: Path;
  readonly place: Place;
  /** The key it stands under, such as 职责. */
  readonly field: string;
}

/** A text of the composed document, with the inlines that it is made of. */
export interface DocumentText {
  readonly kind: 'heading' | 'paragraph' | 'note' | 'title' | 'cell' | 'form';
  readonly text: string;
  readonly content: readonly Inline[];
  readonly place: DocumentPlace;
  /** Title of the 部分, the headings from it down, and the nearest heading or table title. */
  readonly part: string;
  readonly headings: readonly string[];
  readonly heading: string;
  readonly style?: StyleName | undefined;
}

/** Keys whose values are codes, dates, choices, names of places in the file, or never printed. */
const NOT_TEXT = new Set([
  '金额单位',
  '代码',
  '单位性质',
  '科目',
  '政府科目',
  '编码',
  '类别',
  '经费',
  '批复日期',
  '公开日期',
  '截至日期',
  '填报日期',
  '方案',
  '级次',
  '已确认的提醒',
  '保密审查',
  '核对数',
  TO_CONFIRM,
]);

/** All texts, as typed and as composed, each with its place. */
export class TextIndex {
  readonly stated: readonly StatedText[];
  readonly composed: readonly DocumentText[];
  /** What is printed besides: titles of the contents and of charts, what stands over a table. */
  readonly labels: readonly DocumentText[];
  /** Running text of the document: paragraphs, notes and headings. */
  readonly prose: readonly DocumentText[];
  /** What is printed without the texts that are nothing but what somebody typed: the words of the program and its templates are in these. */
  readonly worded: readonly DocumentText[];
  readonly wordedProse: readonly DocumentText[];
  private readonly typedLines: ReadonlyMap<string, StatedText>;

  constructor(definition: Definition, document: Document | undefined) {
    const district = { ...definition.district };
    if (definition.department.名词解释) delete district.名词解释;
    const own = definition.members.flatMap(({ content, file }) => textsOf(content, { kind: 'definition', file }));
    this.stated = [...own, ...textsOf(district, { kind: 'district' })];
    this.composed = document ? composedTexts(document) : [];
    this.labels = document ? labels(document) : [];
    this.prose = this.composed.filter(({ kind }) => kind !== 'cell' && kind !== 'form' && kind !== 'title');
    this.typedLines = new Map(this.stated.flatMap((one) => one.text.split('\n').map((line) => [line.trim(), one] as const)));
    const isWorded = ({ content }: DocumentText) => content.length !== 1 || content[0]?.type !== 'text' || !this.isTyped(content[0].text);
    this.worded = [...this.composed, ...this.labels].filter(isWorded);
    this.wordedProse = this.prose.filter(isWorded);
  }

  /** At how many places of the files the very text was typed. */
  timesTyped(text: string): number {
    return this.stated.filter((one) => one.text.trim() === text.trim()).length;
  }

  /** True where the definition has the very text. */
  isTyped(text: string): boolean {
    return this.typedLines.has(text.trim());
  }

  /** The definition's text that a stretch of a composed text was typed in; undefined for words of the template. */
  typedIn({ content }: DocumentText, start: number, end: number): StatedText | undefined {
    let at = 0;
    for (const inline of content) {
      const from = at;
      at += inline.text.length;
      if (start >= from && end <= at) return inline.type === 'text' ? this.typedLines.get(inline.text.trim()) : undefined;
    }
    return undefined;
  }
}

type Typed = Extract<Place, { path: Path }>;

/** One walk through thousands of values, of which the fewest are texts: a path is made where there is one. */
function textsOf(root: unknown, file: Omit<Typed, 'path'>): StatedText[] {
  const found: StatedText[] = [];
  const steps: (string | number)[] = [];
  const visitAt = (step: string | number, value: unknown, field: string): void => {
    steps.push(step);
    visit(value, field);
    steps.pop();
  };
  const visit = (value: unknown, field: string): void => {
    if (typeof value === 'string') {
      const path = [...steps];
      found.push({ text: value, path, place: { ...file, path }, field });
    } else if (Array.isArray(value)) value.forEach((item, index) => visitAt(index, item, field));
    else if (isPlainObject(value) && !Decimal.isDecimal(value))
      for (const key of Object.keys(value)) if (!NOT_TEXT.has(key)) visitAt(key, value[key], key);
  };
  visit(root, '');
  return found;
}

function composedTexts(document: Document): DocumentText[] {
  const texts: DocumentText[] = [];
  let over: Around | undefined;
  for (const placed of placedTexts(document)) {
    const { block, content, part, style } = placed;
    if (over?.block !== block) over = around(placed);
    const { kind, heading, headings, where, anchor, isRunning } = over;
    const text = inlineText(content);
    if (kind === undefined || text === '') continue;
    const place = { kind: 'document', text: where, content, ...anchor } as const;
    texts.push({ kind, text, content, place, part, heading, headings, style: isRunning ? style : undefined });
  }
  return texts;
}

/** What all texts of a block have in common. */
interface Around extends Pick<DocumentText, 'heading' | 'headings'> {
  readonly block: Block;
  readonly kind: DocumentText['kind'] | undefined;
  readonly where: string;
  readonly anchor: { readonly anchor?: string };
  readonly isRunning: boolean;
}

function around({ block, part, headings, under }: PlacedText): Around {
  const kind = kindOf(block);
  const heading = under ? titleOf(under) : '';
  const within = block.type === 'cover' ? '封面' : kind === 'form' && block.type === 'table' ? block.title : heading;
  const where = within === part || part === '' ? within : `${part} ${within}`;
  return { block, kind, heading, headings: titlesOf(headings), where, anchor: defined({ anchor: under?.id }), isRunning: isRunning(block) };
}

/** Titles of the contents and of charts, names of a chart's parts, what stands over a table. */
function labels(document: Document): DocumentText[] {
  const { title, subject, keywords } = document.metadata;
  const properties = [title, subject, ...keywords].map((text) => label(text, '文件属性'));
  const printed = blocksOf(document).flatMap((block): DocumentText[] => {
    if (block.type === 'toc') return [label(block.title, '目录')];
    if (block.type === 'chart')
      return [block.title, ...block.slices.map((slice) => slice.label)].map((text) => label(text, `图“${block.title}”`, block.id));
    if (block.type !== 'tableTitle') return [];
    return [block.label ?? '', block.tocText, block.left, block.middle ?? '', block.right].map((text) =>
      label(text, titleOf(block), block.id),
    );
  });
  return [...properties, ...printed].filter(({ text }) => text !== '');
}

function label(text: string, where: string, anchor?: string): DocumentText {
  const content: Inline[] = [{ type: 'text', text }];
  const place = { kind: 'document', text: where, content, ...defined({ anchor }) } as const;
  return { kind: 'title', text, content, place, part: '', heading: where, headings: [] };
}

/** Figures of a chart are no text that somebody reads as one. */
function kindOf(block: Block): DocumentText['kind'] | undefined {
  switch (block.type) {
    case 'heading':
      return 'heading';
    case 'paragraph':
      return block.style === 'tableNote' ? 'note' : 'paragraph';
    case 'list':
    case 'cover':
      return 'paragraph';
    case 'tableTitle':
      return 'title';
    case 'table':
      return block.id.startsWith('form-') ? 'form' : 'cell';
    case 'toc':
    case 'pageBreak':
    case 'chart':
      return undefined;
    default:
      return block satisfies never;
  }
}

const isRunning = ({ type }: Block): boolean => type === 'paragraph' || type === 'list' || type === 'cover';

const titleOf = oncePer((entry: Entry): string =>
  entry.type === 'heading' ? entryTitle(entry) : `${entry.label ?? ''} ${entryTitle(entry)}`.trim(),
);

const titlesOf = oncePer((headings: readonly Entry[]): readonly string[] => headings.map(entryTitle));
