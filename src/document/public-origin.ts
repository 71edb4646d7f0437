import { oncePer } from '../plain/objects.js';
import type { Document } from './document.js';
import type { FigureRecord } from './figure.js';
import { placedTexts } from './walk.js';

/** How a printed figure comes about, as far as all that it rests on is printed too. */
export interface PublicOrigin {
  readonly record: FigureRecord;
  /** Ids of what it was made from, each of them printed; absent where it was stated, or where a part is nowhere printed. */
  readonly parts?: readonly string[];
  /** How many figures it was made from, zeros of a sum not counted; 0 for what was stated. */
  readonly count: number;
}

/** The origins of a document's figures. */
export interface PublicOrigins {
  /** One id for all figures that are the same one under another name: a sum of one part is that part. */
  readonly same: (id: string) => string;
  readonly of: (id: string) => PublicOrigin | undefined;
}

/**
 * A figure that is nowhere printed is not named either, not as what another comes from: parts are given where all of them
 * are printed. What the pages and the data beside them say of an origin is this and no more.
 */
export const publicOrigins = oncePer((document: Document): PublicOrigins => {
  const { figures } = document;
  const known = new Map<string, string>();
  const same = (id: string): string => {
    const seen = known.get(id);
    if (seen !== undefined) return seen;
    const parts = partsOf(figures[id], figures);
    const [only] = parts;
    const found = isSum(figures[id]) && parts.length === 1 && only !== undefined ? same(only) : id;
    known.set(id, found);
    return found;
  };
  const printed = new Set<string>();
  for (const text of placedTexts(document)) for (const { figure } of text.figures) printed.add(same(figure.figure));
  const origins = new Map<string, PublicOrigin | undefined>();
  const of = (id: string): PublicOrigin | undefined => {
    const first = same(id);
    if (!origins.has(first)) origins.set(first, originOf(figures[first]));
    return origins.get(first);
  };
  const originOf = (record: FigureRecord | undefined): PublicOrigin | undefined => {
    if (!record) return undefined;
    const parts = partsOf(record, figures).map(same);
    const whole = parts.length > 0 && parts.every((part) => printed.has(part));
    return { record, count: parts.length, ...(whole && { parts }) };
  };
  return { same, of };
});

const isSum = (record: FigureRecord | undefined): boolean => record?.origin.kind === 'derived' && record.origin.formula === 'sum';

/** Zeros add nothing to a sum. */
function partsOf(record: FigureRecord | undefined, figures: Document['figures']): readonly string[] {
  if (record?.origin.kind !== 'derived') return [];
  const { inputs } = record.origin;
  return isSum(record) ? inputs.filter((id) => figures[id]?.value !== '0') : inputs;
}
