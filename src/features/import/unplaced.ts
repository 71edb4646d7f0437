import type { CellSheet } from '../../spreadsheet/cells.js';
import { cellName } from '../../spreadsheet/places.js';
import type { Reading } from './reading.js';

interface Cause {
  readonly row: number;
  readonly column: number;
  readonly message: string;
  readonly hint: string;
}

/** Rows that have no place, told once for each cause: thirty rows below a name that was typed once are one slip. */
export class Unplaced {
  private readonly causes = new Map<string, Cause[]>();

  add(cause: Cause): undefined {
    const same = this.causes.get(cause.message) ?? [];
    this.causes.set(cause.message, [...same, cause]);
    return undefined;
  }

  report(sheet: CellSheet, reading: Reading): void {
    for (const [message, causes] of this.causes) {
      const [first] = causes;
      if (!first) continue;
      const where = causes.length === 1 ? '' : `（${rangesOf(causes).join('、')}，共 ${causes.length} 行）`;
      reading.refuse('form-owner-unknown', `${message}${where}。`, reading.at(sheet, first.row, first.column), first.hint);
    }
  }
}

/** A39:A44, A46: rows that follow one another are one range. */
function rangesOf(causes: readonly Cause[]): string[] {
  const ranges: { first: Cause; last: Cause }[] = [];
  for (const cause of causes) {
    const range = ranges.at(-1);
    if (range && range.last.row + 1 === cause.row && range.last.column === cause.column) range.last = cause;
    else ranges.push({ first: cause, last: cause });
  }
  return ranges.map(({ first, last }) => {
    const [from, to] = [cellName(first.row, first.column), cellName(last.row, last.column)];
    return from === to ? from : `${from}:${to}`;
  });
}
