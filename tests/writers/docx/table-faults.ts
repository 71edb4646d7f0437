import { child, children, type Element, val } from './support.js';

interface Merge {
  readonly at: number;
  readonly span: number;
}

/** What is wrong with a table: its grid, its merged cells, the end of its cells, its widths. */
export function tableFaults(table: Element): string[] {
  const grid = children(child(table, 'w:tblGrid') as Element, 'w:gridCol').map((column) => Number(column.attributes['w:w']));
  let open: readonly Merge[] = [];
  const rows = children(table, 'w:tr').flatMap((row, index) => {
    const { faults, merges } = rowFaults(row, grid, open);
    open = merges;
    return faults.map((fault) => `row ${index}: ${fault}`);
  });
  const width = Number(child(table, 'w:tblPr', 'w:tblW')?.attributes['w:w']);
  return [...(sum(grid) === width ? [] : [`columns of together ${sum(grid)} in a table of ${width}`]), ...rows];
}

const sum = (widths: readonly number[]): number => widths.reduce((total, width) => total + width, 0);

/** Rows fill the grid, merged cells have a start of the same width, cells end with a paragraph and are as wide as their columns. */
function rowFaults(row: Element, grid: readonly number[], open: readonly Merge[]): { faults: string[]; merges: Merge[] } {
  const faults: string[] = [];
  const merges: Merge[] = [];
  let at = 0;
  for (const cell of children(row, 'w:tc')) {
    const span = Number(val(child(cell, 'w:tcPr', 'w:gridSpan')) ?? 1);
    const merge = child(cell, 'w:tcPr', 'w:vMerge');
    if (merge) merges.push({ at, span });
    if (merge && val(merge) !== 'restart' && !open.some((other) => other.at === at && other.span === span))
      faults.push('a merged cell without a start');
    if (cell.children.at(-1)?.name !== 'w:p') faults.push('a cell that does not end with a paragraph');
    const width = Number(child(cell, 'w:tcPr', 'w:tcW')?.attributes['w:w']);
    if (width !== sum(grid.slice(at, at + span))) faults.push(`a cell ${width} wide in columns of ${sum(grid.slice(at, at + span))}`);
    at += span;
  }
  if (at !== grid.length) faults.push(`${at} of ${grid.length} columns`);
  return { faults, merges };
}
