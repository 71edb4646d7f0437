import type { Grid } from './table-grid.js';

/** A row as it stands on one page. */
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

/** Divides a table into what stands on each page, always between rows: compose divides those that are too high. */
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
    for (let row = headerRows; row < rows.length; row++) this.take(row, rows[row]?.height ?? 0);
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
}
