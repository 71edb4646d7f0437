import type { Chunk } from './table-bands.js';
import type { Grid } from './table-grid.js';

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
  const owner = (band: number, column: number): unknown => grid.owners[chunk[band]?.row ?? -1]?.[column];
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
