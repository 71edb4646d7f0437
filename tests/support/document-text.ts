import { type Block, type Document, inlineText, itemContent, type Section, type Table } from '../../src/document/document.js';

/** Where a text of the document stands. */
export type TextPlace = '封面' | '目录' | '叙述' | '表' | '绩效表';

/** One paragraph, heading or cell. */
export interface PlacedText {
  readonly place: TextPlace;
  readonly text: string;
}

export const squeeze = (text: string): string => text.replace(/\s/g, '');

/** Every text of a document in its order. The TOC is what the headings and titles give it. */
export function textsOf(document: Document): PlacedText[] {
  const toc = document.sections.flatMap((section) => section.blocks.flatMap(tocText));
  return document.sections.flatMap((section) => section.blocks.flatMap((block) => blockTexts(block, section, toc)));
}

function tocText(block: Block): string[] {
  return (block.type === 'heading' || block.type === 'tableTitle') && block.tocText !== undefined ? [block.tocText] : [];
}

function blockTexts(block: Block, section: Section, toc: readonly string[]): PlacedText[] {
  const at = (place: TextPlace, texts: readonly string[]): PlacedText[] => texts.filter(Boolean).map((text) => ({ place, text }));
  switch (block.type) {
    case 'cover':
      return at(
        '封面',
        block.lines.map((line) => inlineText(line.content)),
      );
    case 'toc':
      return at('目录', [block.title, ...toc]);
    case 'heading':
      return at('叙述', [inlineText(block.content)]);
    case 'paragraph':
      return at(paragraphPlace(block.style, section), [inlineText(block.content)]);
    case 'list':
      return at(
        '叙述',
        block.items.map((item) => inlineText(itemContent(item))),
      );
    case 'tableTitle':
      return at('表', [block.label ?? '', inlineText(block.title), block.left, block.right]);
    case 'table':
      return at(isForm(block) ? '绩效表' : '表', tableTexts(block));
    case 'chart':
      return at('叙述', [block.title, ...block.slices.flatMap((slice) => [slice.label, slice.amount.text, slice.share?.text ?? ''])]);
    case 'pageBreak':
      return [];
    default:
      return block satisfies never;
  }
}

const isForm = (table: Table) => table.id.startsWith('form');

function paragraphPlace(style: string, section: Section): TextPlace {
  if (style === 'tableNote') return '表';
  if (style === 'formTitle') return '绩效表';
  return style === 'tableTitle' && section.blocks.some((block) => block.type === 'table' && isForm(block)) ? '绩效表' : '叙述';
}

function tableTexts(table: Table): string[] {
  return table.rows.flatMap((row) => row.cells.map((cell) => inlineText(cell.content)));
}

/** The running text of some places, without spaces. */
export function runningText(texts: readonly PlacedText[], places?: readonly TextPlace[]): string {
  return texts
    .filter(({ place }) => places === undefined || places.includes(place))
    .map(({ text }) => squeeze(text))
    .join('');
}

/** The sentences of the narrative: a paragraph cut after 。 and ；. */
export function sentencesOf(document: Document): string[] {
  const texts = textsOf(document).filter(({ place }) => place === '叙述');
  return texts.flatMap(({ text }) => text.split(/(?<=[。；])/)).filter(Boolean);
}

export const countOf = (text: string, part: string): number => text.split(part).length - 1;
