import type { Table, TableCell } from '../../document/document.js';

/** One `w:tc`: a cell, the part of a cell that comes down from a row above, or a hole in the grid. */
export interface Slot {
  readonly column: number;
  readonly span: number;
  readonly merge?: 'restart' | 'continue';
  readonly cell?: TableCell;
}

/** A cell that goes on below its row. */
interface Open {
  readonly cell: TableCell;
  readonly rowsLeft: number;
}

function slotAt(column: number, cell: TableCell | undefined, open: Open | undefined): Slot {
  if (cell !== undefined)
    return { column, span: cell.columnSpan ?? 1, cell, ...((cell.rowSpan ?? 1) > 1 ? { merge: 'restart' as const } : {}) };
  if (open !== undefined) return { column, span: open.cell.columnSpan ?? 1, merge: 'continue', cell: { ...open.cell, content: [] } };
  return { column, span: 1 };
}

/** Every row with all its cells, those included that a span covers: Word wants each row to fill the grid. */
export function gridOf(table: Table): Slot[][] {
  const columns = table.columnWidths.length;
  let open = new Map<number, Open>();
  return table.rows.map((row) => {
    const starting = new Map(row.cells.map((cell) => [cell.column, cell]));
    const slots: Slot[] = [];
    for (let column = 0; column < columns; ) {
      const slot = slotAt(column, starting.get(column), open.get(column));
      slots.push(slot);
      column += slot.span;
    }
    const goingOn = [...open]
      .filter(([, { rowsLeft }]) => rowsLeft > 1)
      .map(([column, { cell, rowsLeft }]): [number, Open] => [column, { cell, rowsLeft: rowsLeft - 1 }]);
    const opened = row.cells
      .filter((cell) => (cell.rowSpan ?? 1) > 1)
      .map((cell): [number, Open] => [cell.column, { cell, rowsLeft: (cell.rowSpan ?? 1) - 1 }]);
    open = new Map([...goingOn, ...opened]);
    return slots;
  });
}
