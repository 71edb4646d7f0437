import type { Figure } from '../budget/figure.js';
import { type FigureRecord, statedPath } from '../document/figure.js';
import { defined } from '../plain/objects.js';

/** Records of the figures that a document prints and of all they come from, by id. */
export class FigureRegister {
  private readonly records = new Map<string, FigureRecord>();

  add(figure: Figure): void {
    if (this.records.has(figure.id)) return;
    this.records.set(figure.id, recordOf(figure));
    if (figure.origin.kind === 'derived') for (const input of figure.origin.inputs) this.add(input);
  }

  all(): Record<string, FigureRecord> {
    // Not from entries: of so many keys that takes several times as long.
    const records: Record<string, FigureRecord> = {};
    for (const [id, record] of this.records) records[id] = record;
    return records;
  }
}

function recordOf({ id, label, unit, value, origin, about, isTail }: Figure): FigureRecord {
  return { id, label, unit, value: value.toFixed(), ...(about && { about }), ...(isTail && { isTail }), origin: recordOfOrigin(origin) };
}

function recordOfOrigin(origin: Figure['origin']): FigureRecord['origin'] {
  if (origin.kind === 'stated') return { kind: 'stated', path: statedPath(origin.source.file, origin.source.path) };
  const { formula, basis } = origin;
  return { kind: 'derived', formula, inputs: origin.inputs.map((input) => input.id), ...defined({ basis }) };
}
