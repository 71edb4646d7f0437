import { repeatedOver } from '../../../document/printed-tables.js';
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
  /** The rows over the page that is being filled. */
  private header: readonly Band[];
  private bands: Band[] = [];
  private left: number;
  private fresh: boolean;

  constructor(
    private readonly grid: Grid,
    private readonly space: Space,
  ) {
    const { headerRows } = grid.table;
    this.header = Array.from({ length: headerRows }, (_, row) => ({ row, height: grid.table.rows[row]?.height ?? 0, repeated: false }));
    this.left = space.first - heightOf(this.header);
    this.fresh = space.fresh;
  }

  divide(): Chunk[] {
    const { rows, headerRows } = this.grid.table;
    for (let row = headerRows; row < rows.length; row++) this.take(row, rows[row]?.height ?? 0);
    if (this.bands.length > 0 || this.chunks.length === 0) this.close();
    return this.chunks;
  }

  private headerOver(row: number): Band[] {
    const { table } = this.grid;
    return repeatedOver(table, row).map((index) => ({ row: index, height: table.rows[index]?.height ?? 0, repeated: true }));
  }

  private take(row: number, height: number): void {
    if (height > this.left + TOLERANCE) this.nextPage(row);
    this.bands.push({ row, height, repeated: false });
    this.left -= height;
  }

  private nextPage(row: number): void {
    const begun = this.bands.length > 0 || this.chunks.some((chunk) => chunk.length > 0);
    if (this.bands.length > 0 || !this.fresh) this.close();
    if (begun) this.header = this.headerOver(row);
    this.left = this.space.page - heightOf(this.header);
    this.fresh = true;
  }

  /** An empty chunk says: begin on the next page. */
  private close(): void {
    const begun = this.bands.length > 0 || this.grid.table.rows.length === this.header.length;
    this.chunks.push(begun ? [...this.header, ...this.bands] : []);
    this.bands = [];
  }
}

const heightOf = (bands: readonly Band[]): number => bands.reduce((sum, band) => sum + band.height, 0);
