import { type Document, inlineText } from '../document/document.js';
import { blocksOfType, entryTitle, figuresIn, placedTexts } from '../document/walk.js';
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
  const prose = placedTexts(document).filter(({ block }) => block.type === 'paragraph' || block.type === 'list');
  return prose.flatMap(({ content, headings }) => {
    const found = figuresIn(content).map(({ figure, index }) => figures(figure, content[index + 1]));
    return found.length === 0 ? [] : [{ under: headings.map(entryTitle), text: inlineText(content), figures: found }];
  });
}

export function publishedCharts(document: Document, figures: PublishedFigures): DataChart[] {
  return blocksOfType(document, 'pieChart').map(({ title, slices }) => ({
    title,
    slices: slices.map(({ label, amount, share }) => ({ label, amount: figures(amount), share: figures(share) })),
  }));
}
