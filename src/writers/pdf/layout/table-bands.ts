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

type Segment = readonly [x1: number, y1: number, x2: number, y2: number];

/**
 * The borders of one page's part of a table, each as long as it runs straight: fewer strokes, and no gaps or
 * doubled lines where cells meet. Lines run on by half their width so that corners are full.
 */
export function chunkBorders(grid: Grid, chunk: Chunk, left: number, tops: readonly number[], border: number): Segment[] {
  const half = border / 2;
  const x = (column: number): number => left + (grid.edges[column] ?? 0);
  const y = (band: number): number => tops[band] ?? 0;
  const columns = grid.edges.length - 1;
  const owners = chunk.map(({ row }) => grid.owners[row]);
  const owner = (band: number, column: number): unknown => owners[band]?.[column];
  const edge = (a: unknown, b: unknown): boolean => a !== b || a === undefined;
  /** The piece of a row right under the one before it: one row to the reader. */
  const goesOn = (band: number): boolean => {
    const row = chunk[band]?.row ?? -1;
    return grid.table.rows[row]?.piece === 'next' && chunk[band - 1]?.row === row - 1;
  };
  const segments: Segment[] = [];
  for (let band = 0; band <= chunk.length; band++) {
    const rule = (column: number): boolean =>
      band === 0 || band === chunk.length || (!goesOn(band) && edge(owner(band - 1, column), owner(band, column)));
    for (const [from, to] of runs(columns, rule)) segments.push([x(from) - half, y(band), x(to) + half, y(band)]);
  }
  for (let column = 0; column <= columns; column++) {
    const rule = (band: number): boolean => column === 0 || column === columns || edge(owner(band, column - 1), owner(band, column));
    for (const [from, to] of runs(chunk.length, rule)) segments.push([x(column), y(from) - half, x(column), y(to) + half]);
  }
  return segments;
}

/** The stretches of 0..count in which `rule` holds. */
function runs(count: number, rule: (at: number) => boolean): Array<readonly [from: number, to: number]> {
  const found: Array<readonly [number, number]> = [];
  let start = -1;
  for (let at = 0; at <= count; at++) {
    const holds = at < count && rule(at);
    if (holds && start < 0) start = at;
    if (!holds && start >= 0) {
      found.push([start, at]);
      start = -1;
    }
  }
  return found;
}
