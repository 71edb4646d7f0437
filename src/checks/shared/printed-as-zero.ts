import type { Document } from '../../document/document.js';
import type { FigureInline, FigureRecord } from '../../document/figure.js';
import { Decimal } from '../../money/decimal.js';
import type { CheckContext } from '../context.js';

/** Ids of the stated amounts that are printed, but as 0.00: alone, or as the only parts of a sum that is. */
export function printedAsZero({ document, texts }: CheckContext): ReadonlySet<string> {
  if (!document) return new Set();
  const printed = texts.composed.flatMap(({ content }) => content.filter((inline) => inline.type === 'figure'));
  return new Set(printed.filter(isZeroInPrint).flatMap((inline) => smallLeaves(inline.figure, inline.value, document)));
}

const isZeroInPrint = ({ unit, value, text }: FigureInline) => unit === 'yuan' && /[1-9]/.test(value) && !/[1-9]/.test(text);

/** A difference of two large amounts may be small: only amounts and their sums are looked into. */
function smallLeaves(id: string, limit: string, document: Document): string[] {
  const record = document.figures[id];
  if (!record || !/[1-9]/.test(record.value)) return [];
  if (record.origin.kind === 'stated') return isWithin(record, limit) ? [id] : [];
  return record.origin.formula === 'sum' ? record.origin.inputs.flatMap((input) => smallLeaves(input, limit, document)) : [];
}

/** Of a sum that is small because its parts cancel, the parts are not. */
const isWithin = ({ value }: FigureRecord, limit: string) => new Decimal(value).abs().lte(new Decimal(limit).abs());
