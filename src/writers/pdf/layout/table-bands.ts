import type { TextStyle } from '../../../document/layout.js';
import type { Grid, GridCell } from './table-grid.js';

/** A row, or a piece of a row too tall for a page, as it stands on one page. */
export interface Band {
  readonly row: number;
  readonly height: number;
  /** A header row set again on a later page. */
  readonly repeated: boolean;
}

/** The bands of one page. */
export type Chunk = readonly Band[];

/** Heights that a table may fill: what is left on this page, and what a new one offers. */
export interface Space {
  readonly first: number;
  readonly page: number;
  /** The first page is new too: a break would gain nothing. */
  readonly fresh: boolean;
}

const TOLERANCE = 0.01;

/** A row too tall for any page begins on a page that is already begun only with this much of it. */
const LEAST_PIECE = 100;

/** Divides a table into what stands on each page: between rows, and within a row only where no page can hold it. */
export function divideIntoChunks(grid: Grid, space: Space): Chunk[] {
  return new Divider(grid, space).divide();
}

class Divider {
  private readonly chunks: Chunk[] = [];
  private readonly header: readonly Band[];
  private bands: Band[] = [];
  private left: number;
  private fresh: boolean;

  constructor(
    private readonly grid: Grid,
    private readonly space: Space,
  ) {
    const { table } = grid;
    this.header = table.rows.slice(0, table.headerRows).map(({ height }, row) => ({ row, height, repeated: false }));
    this.left = space.first - this.headerHeight;
    this.fresh = space.fresh;
  }

  divide(): Chunk[] {
    const { rows, headerRows } = this.grid.table;
    for (let row = headerRows; row < rows.length; row++) {
      const height = rows[row]?.height ?? 0;
      if (height > this.pageRoom + TOLERANCE) this.split(row);
      else this.take(row, height);
    }
    if (this.bands.length > 0 || this.chunks.length === 0) this.close();
    return this.chunks;
  }

  private get headerHeight(): number {
    return this.header.reduce((sum, band) => sum + band.height, 0);
  }

  private get pageRoom(): number {
    return this.space.page - this.headerHeight;
  }

  private take(row: number, height: number): void {
    if (height > this.left + TOLERANCE) this.nextPage();
    this.bands.push({ row, height, repeated: false });
    this.left -= height;
  }

  private nextPage(): void {
    if (this.bands.length > 0 || !this.fresh) this.close();
    this.left = this.pageRoom;
    this.fresh = true;
  }

  /** An empty chunk says: begin on the next page. */
  private close(): void {
    const first = !this.chunks.some((chunk) => chunk.length > 0);
    const header = this.header.map((band) => ({ ...band, repeated: !first }));
    const begun = this.bands.length > 0 || this.grid.table.rows.length === this.header.length;
    this.chunks.push(begun ? [...header, ...this.bands] : []);
    this.bands = [];
  }

  private split(row: number): void {
    if (this.left < LEAST_PIECE && this.bands.length > 0) this.nextPage();
    const cells = [...new Set(this.grid.owners[row])].filter((cell) => cell !== undefined && cell.rowSpan === 1) as GridCell[];
    const rest = new Map(cells.map((cell) => [cell, cell.lines.length]));
    const more = (): boolean => [...rest.values()].some((lines) => lines > 0);
    if (!more()) this.take(row, this.pageRoom);
    while (more()) {
      this.take(row, pieceHeight(rest, this.left));
      if (more()) this.nextPage();
    }
  }
}

/** White above and below the lines of a piece, together. */
const PIECE_PADDING = 6;

/** Takes from each cell the lines that fit, and tells how high the piece gets. */
function pieceHeight(rest: Map<GridCell, number>, room: number): number {
  let highest = 0;
  for (const [cell, lines] of rest) {
    const taken = Math.min(lines, linesIn(room, cell.style));
    rest.set(cell, lines - taken);
    highest = Math.max(highest, taken * cell.style.linePitch);
  }
  return highest + PIECE_PADDING;
}

/** Lines of a style that a piece of a row `height` high can hold; at least one, so that there is an end. */
export function linesIn(height: number, style: TextStyle): number {
  return Math.max(1, Math.floor((height - PIECE_PADDING + TOLERANCE) / style.linePitch));
}
