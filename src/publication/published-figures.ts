import type { Block, Document, Inline } from '../document/document.js';
import type { FigureInline, FigureUnit } from '../document/figure.js';

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
  const printed = new Set(document.sections.flatMap((section) => section.blocks.flatMap(figureIds)));
  return (inline, after) => {
    const { text, value, unit, figure } = inline;
    const record = document.figures[figure];
    const printedUnit = unit === 'yuan' ? /^(?:万元|元)/.exec(after?.text ?? '')?.[0] : undefined;
    const base = { printed: text, ...(printedUnit !== undefined && { printedUnit }), exact: value, unit, label: record?.label ?? '' };
    if (record?.origin.kind !== 'derived') return base;
    const { formula, inputs } = record.origin;
    const known = inputs.flatMap((id) => (printed.has(id) ? (document.figures[id] ?? []) : []));
    const whole = known.length > 0 && known.length === inputs.length;
    return { ...base, formula, ...(whole && { inputs: known.map(({ label, value: exact }) => ({ label, exact })) }) };
  };
}

/** Ids of the figures that a block prints. */
function figureIds(block: Block): string[] {
  return contentsOf(block).flatMap((content) => content.flatMap((inline) => (inline.type === 'figure' ? [inline.figure] : [])));
}

function contentsOf(block: Block): readonly (readonly Inline[])[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return [block.content];
    case 'list':
      return block.items.map((item) => item.content);
    case 'tableTitle':
      return [block.title];
    case 'table':
      return block.rows.flatMap((row) => row.cells.map((cell) => cell.content));
    case 'pieChart':
      return block.slices.map((slice) => [slice.amount, slice.share]);
    case 'cover':
      return block.lines.map((line) => line.content);
    case 'toc':
    case 'pageBreak':
      return [];
    default:
      return block satisfies never;
  }
}
