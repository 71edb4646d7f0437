import { cellName } from '../../checks/shared/cells.js';
import type { Document, Inline } from '../../document/document.js';
import { inlineText, itemContent } from '../../document/document.js';
import type { FigureInline } from '../../document/figure.js';
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
  const places: PrintedPlace[] = [];
  let part = '';
  let heading = '';
  let anchor: string | undefined;
  const add = (figure: FigureInline, where: string, more: Pick<PrintedPlace, 'context' | 'cell'> = {}) =>
    places.push({ figure, where, ...(anchor !== undefined && { anchor }), ...more });
  const addProse = (content: readonly Inline[]): void =>
    content.forEach((inline, index) => {
      if (inline.type === 'figure') add(inline, heading === part ? part : `${part} ${heading}`, { context: around(content, index) });
    });
  for (const block of document.sections.flatMap((section) => section.blocks)) {
    switch (block.type) {
      case 'heading':
        heading = inlineText(block.content);
        anchor = block.id;
        if (block.level === 1) part = heading;
        break;
      case 'tableTitle':
        heading = inlineText(block.title);
        anchor = block.id;
        break;
      case 'paragraph':
        addProse(block.content);
        break;
      case 'list':
        for (const item of block.items) addProse(itemContent(item));
        break;
      case 'table': {
        const table = byGrid.get(block.id);
        block.rows.forEach((row, index) => {
          for (const cell of row.cells) {
            const place = { row: index - block.headerRows, column: cell.column };
            for (const figure of figuresOf(cell.content)) {
              if (table) add(figure, cellName(table, place), { cell: { table: table.id, ...place } });
              else add(figure, block.alternativeText);
            }
          }
        });
        break;
      }
      case 'pieChart':
        for (const { label, amount, share } of block.slices)
          for (const figure of [amount, share]) add(figure, `${part} ${heading}的图“${block.title}”`, { context: label });
        break;
      default:
    }
  }
  return places;
}

function figuresOf(content: readonly Inline[]): FigureInline[] {
  return content.flatMap((inline) => (inline.type === 'figure' ? [inline] : []));
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
