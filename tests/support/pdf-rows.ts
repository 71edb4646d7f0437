import type { Document, Section, Table } from '../../src/document/document.js';
import type { PdfText } from './pdf-text.js';
import type { Grid } from './table-grid.js';

/** Left edges of a table's columns on the page, and the right edge of the last. */
export function columnEdges(document: Document, tableId: string): number[] {
  const section = document.sections.find(({ blocks }) => blocks.some((block) => block.type === 'table' && block.id === tableId));
  const table = section?.blocks.find((block): block is Table => block.type === 'table' && block.id === tableId);
  if (!section || !table) throw new Error(`no table ${tableId}`);
  let edge = leftMargin(document, section);
  return [edge, ...table.columnWidths.map((width) => (edge += width))];
}

function leftMargin({ layout: { page } }: Document, { orientation }: Section): number {
  return (orientation === 'portrait' ? page.margins : page.landscapeMargins).left;
}

/**
 * Finds the rows of a grid in a PDF's text, in order and each cell in its column, from a place on; gives the places
 * where no row was found. A cell's lines follow one another.
 */
export function missingRows(grid: Grid, edges: readonly number[], texts: readonly PdfText[], from: number): string[] {
  let at = from;
  return grid.flatMap((row) => {
    for (let start = at; start < texts.length; start++) {
      const end = rowEnd(row, edges, texts, start);
      if (end !== undefined) {
        at = end;
        return [];
      }
    }
    return [row.join('|')];
  });
}

function rowEnd(row: readonly string[], edges: readonly number[], texts: readonly PdfText[], start: number): number | undefined {
  let at = start;
  for (const [column, cell] of row.entries()) {
    let rest = cell.replace(/\s/g, '');
    while (rest !== '') {
      const one = texts[at];
      if (!one || !rest.startsWith(one.text) || !stands(one, edges, column)) return undefined;
      rest = rest.slice(one.text.length);
      at += 1;
    }
  }
  return at;
}

/** A text starts in its column; where the next places are covered by it, it may reach over them. */
function stands({ left }: PdfText, edges: readonly number[], column: number): boolean {
  return left >= (edges[column] ?? Infinity) && left < (edges[column + 1] ?? -Infinity);
}
