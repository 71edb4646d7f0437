import { cellName } from '../../checks/shared/cells.js';
import { type Document, type Inline, inlineText } from '../../document/document.js';
import type { FigureInline } from '../../document/figure.js';
import { entryTitle, type PlacedText, placedTexts } from '../../document/walk.js';
import { defined } from '../../plain/objects.js';
import type { PublishedTable } from '../../tables/published-table.js';

/** One place of the document where a figure stands. */
export interface PrintedPlace {
  readonly figure: FigureInline;
  /** Part and section, or table with row and column. */
  readonly where: string;
  /** Words around it, for figures in sentences. */
  readonly context?: string;
  /** Id of the heading or table title that it stands under, for its page. */
  readonly anchor?: string;
  /** Cell of a published table. */
  readonly cell?: { readonly table: string; readonly row: number; readonly column: number };
}

/** Every printed figure of a document, in order. */
export function printedPlaces(document: Document, tables: readonly PublishedTable[]): PrintedPlace[] {
  const byGrid = new Map(tables.map((table) => [`${table.id}-grid`, table]));
  return placedTexts(document).flatMap((text) => {
    const anchor = defined({ anchor: text.under?.id });
    return text.figures.flatMap(({ figure, index }) => {
      const place = placeOf(text, index, byGrid);
      return place ? [{ figure, ...place, ...anchor }] : [];
    });
  });
}

/** Where a text stands, as people say it; nothing for titles, whose figures stand in their table or chapter again. */
function placeOf(
  { block, content, part, under, cell, slice }: PlacedText,
  index: number,
  byGrid: ReadonlyMap<string, PublishedTable>,
): Omit<PrintedPlace, 'figure' | 'anchor'> | undefined {
  const heading = under ? entryTitle(under) : '';
  if (block.type === 'paragraph' || block.type === 'list')
    return { where: heading === part ? part : `${part} ${heading}`, context: around(content, index) };
  if (block.type === 'chart') return { where: `${part} ${heading}的图“${block.title}”`, ...defined({ context: slice }) };
  if (block.type !== 'table' || !cell) return undefined;
  const table = byGrid.get(block.id);
  const place = { row: cell.row - block.headerRows, column: cell.column };
  return table ? { where: cellName(table, place), cell: { table: table.id, ...place } } : { where: block.title };
}

/** The clause that holds the figure. */
function around(content: readonly Inline[], index: number): string {
  const before =
    inlineText(content.slice(0, index))
      .split(/[。；：]/)
      .at(-1) ?? '';
  const after = inlineText(content.slice(index + 1)).split(/[。；，]/)[0] ?? '';
  return `${before}${content[index]?.text ?? ''}${after}`;
}
