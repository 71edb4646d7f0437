import { type Block, type Document, type Inline, inlineText, itemContent } from '../document/document.js';
import type { DataFigure, PublishedFigures } from './published-figures.js';

/** A paragraph that prints figures. */
export interface DataText {
  /** Headings over it, from the part down. */
  readonly under: readonly string[];
  readonly text: string;
  readonly figures: readonly DataFigure[];
}

/** A chart with its slices in order. */
export interface DataChart {
  readonly title: string;
  readonly slices: readonly { readonly label: string; readonly amount: DataFigure; readonly share: DataFigure }[];
}

/** Every paragraph with figures, in order; words without figures are for people, who have the pages. */
export function publishedTexts(document: Document, figures: PublishedFigures): DataText[] {
  const under: string[] = [];
  return document.sections
    .flatMap((section) => section.blocks)
    .flatMap((block) => {
      if (block.type === 'heading') under.splice(block.level - 1, under.length, inlineText(block.content));
      return proseOf(block).flatMap((content) => dataText(content, [...under], figures));
    });
}

function proseOf(block: Block): readonly (readonly Inline[])[] {
  if (block.type === 'list') return block.items.map(itemContent);
  return block.type === 'paragraph' ? [block.content] : [];
}

function dataText(content: readonly Inline[], under: readonly string[], figures: PublishedFigures): DataText[] {
  const found = content.flatMap((inline, index) => (inline.type === 'figure' ? [figures(inline, content[index + 1])] : []));
  return found.length === 0 ? [] : [{ under, text: inlineText(content), figures: found }];
}

export function publishedCharts(document: Document, figures: PublishedFigures): DataChart[] {
  return document.sections
    .flatMap((section) => section.blocks)
    .flatMap((block): DataChart[] => {
      if (block.type !== 'pieChart') return [];
      const slices = block.slices.map(({ label, amount, share }) => ({ label, amount: figures(amount), share: figures(share) }));
      return [{ title: block.title, slices }];
    });
}
