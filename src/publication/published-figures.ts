import type { Document, Inline } from '../document/document.js';
import type { FigureInline, FigureUnit } from '../document/figure.js';
import { publicOrigins } from '../document/public-origin.js';
import { defined } from '../plain/objects.js';

/** A printed figure: as printed, and exactly. */
export interface DataFigure {
  readonly printed: string;
  /** The unit that follows it in the text, where one does. */
  readonly printedUnit?: string;
  /** A decimal number, amounts in 元. */
  readonly exact: string;
  readonly unit: FigureUnit;
  readonly label: string;
  /** How it comes from others; absent: it is stated. */
  readonly formula?: string;
  /** What it comes from, where all of that is printed too. */
  readonly inputs?: readonly { readonly label: string; readonly exact: string }[];
}

/** Turns a printed figure into its data, for one document. */
export type PublishedFigures = (inline: FigureInline, after?: Inline) => DataFigure;

/** A figure that is nowhere printed is not named either, not as what another comes from. */
export function publishedFigures(document: Document): PublishedFigures {
  const origins = publicOrigins(document);
  return (inline, after) => {
    const { text, value, unit, figure } = inline;
    const record = document.figures[figure];
    const printedUnit = unit === 'yuan' ? /^(?:万元|元)/.exec(after?.text ?? '')?.[0] : undefined;
    const base = { printed: text, ...defined({ printedUnit }), exact: value, unit, label: record?.label ?? '' };
    if (record?.origin.kind !== 'derived') return base;
    const { formula } = record.origin;
    const parts = origins.of(figure)?.parts?.flatMap((id) => document.figures[id] ?? []);
    return { ...base, formula, ...(parts && { inputs: parts.map(({ label, value: exact }) => ({ label, exact })) }) };
  };
}
