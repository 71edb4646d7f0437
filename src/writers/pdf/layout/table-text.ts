import type { Chunk } from './table-bands.js';
import type { Grid, GridCell } from './table-grid.js';

/** The part of a cell that one page shows: its bands there, and the lines set in them. */
export interface CellPart {
  readonly chunk: number;
  readonly firstBand: number;
  readonly lastBand: number;
  readonly height: number;
  readonly fromLine: number;
  readonly toLine: number;
  /** All of the text has stood on an earlier page. */
  readonly repeated: boolean;
}

interface OpenPart {
  readonly chunk: number;
  readonly firstBand: number;
  lastBand: number;
  height: number;
}

/** Every cell's parts: the lines each page shows of it. */
export function cellParts(grid: Grid, chunks: readonly Chunk[]): Map<GridCell, readonly CellPart[]> {
  const parts = new Map<GridCell, OpenPart[]>();
  chunks.forEach((chunk, index) => {
    chunk.forEach((band, at) => {
      for (const cell of new Set(grid.owners[band.row])) if (cell !== undefined) extend(parts, cell, index, at, band.height);
    });
  });
  return new Map([...parts].map(([cell, open]) => [cell, distribute(cell, open, grid.table.headerRows)]));
}

function extend(parts: Map<GridCell, OpenPart[]>, cell: GridCell, chunk: number, band: number, height: number): void {
  const known = parts.get(cell);
  const last = known?.at(-1);
  if (last !== undefined && last.chunk === chunk) {
    last.lastBand = band;
    last.height += height;
  } else if (known === undefined) parts.set(cell, [{ chunk, firstBand: band, lastBand: band, height }]);
  else known.push({ chunk, firstBand: band, lastBand: band, height });
}

const TOLERANCE = 0.01;

/**
 * A label is set whole in every part that can hold it, so that a reader of any page knows what a span means.
 * A text that no part can hold runs on from part to part.
 */
function distribute(cell: GridCell, parts: readonly OpenPart[], headerRows: number): readonly CellPart[] {
  const capacity = (part: OpenPart): number => Math.floor((part.height + TOLERANCE) / cell.style.linePitch);
  const count = cell.lines.length;
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return [wholePart(only, count)];
  const whole = parts.some((part) => capacity(part) >= count) || cell.row < headerRows;
  let line = 0;
  return parts.map((part, index) => {
    const fits = whole ? capacity(part) >= count || cell.row < headerRows : true;
    const repeated = whole && line >= count;
    const from = whole ? 0 : line;
    const last = index === parts.length - 1;
    const to = !fits ? 0 : whole || last ? count : Math.min(count, line + capacity(part));
    if (fits) line = to;
    return { ...part, fromLine: from, toLine: to, repeated };
  });
}

/** A cell of one page, as most are: in tables of thousands of rows this is where the time goes. */
function wholePart({ chunk, firstBand, lastBand, height }: OpenPart, count: number): CellPart {
  return { chunk, firstBand, lastBand, height, fromLine: 0, toLine: count, repeated: false };
}
