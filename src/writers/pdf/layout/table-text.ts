import type { Chunk } from './table-bands.js';
import type { Grid, GridCell } from './table-grid.js';

/** The part of a cell that one page shows: its bands there, and the lines set in them. */
export interface CellPart {
  readonly chunk: number;
  readonly firstBand: number;
  readonly lastBand: number;
  readonly height: number;
  readonly fromLine: number;
  /** Behind the last; may be beyond the cell's own. */
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

/** The parts of every cell. Nothing is kept of those that stand on one page, as most do: a table may have thousands of rows. */
export class CellParts {
  private readonly repeated: ReadonlySet<number>;
  private readonly known: ReadonlyMap<GridCell, readonly CellPart[]>;

  constructor(grid: Grid, chunks: readonly Chunk[]) {
    this.repeated = new Set(chunks.flatMap((chunk) => chunk.filter(({ repeated }) => repeated).map(({ row }) => row)));
    const parts = new Map<GridCell, OpenPart[]>();
    chunks.forEach((chunk, index) => {
      chunk.forEach(({ row, height }, at) => {
        for (const cell of grid.rows[row] ?? []) if (!this.isWhole(cell)) extend(parts, cell, index, at, height);
      });
    });
    this.known = new Map([...parts].map(([cell, open]) => [cell, distribute(cell, open, grid.table.headerRows)]));
  }

  /** What page `chunk` shows of a cell; undefined: it stands whole in one band. */
  of(cell: GridCell, chunk: number): CellPart | undefined {
    return this.isWhole(cell) ? undefined : this.known.get(cell)?.find((part) => part.chunk === chunk);
  }

  private isWhole(cell: GridCell): boolean {
    return cell.rowSpan === 1 && !this.repeated.has(cell.row);
  }
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
  if (only !== undefined && parts.length === 1) return [wholePart(only)];
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

/** Of a cell that stands whole in one part, whatever its lines: those of a band share it. */
export function wholePart({ chunk, firstBand, lastBand, height }: OpenPart): CellPart {
  return { chunk, firstBand, lastBand, height, fromLine: 0, toLine: Number.POSITIVE_INFINITY, repeated: false };
}
