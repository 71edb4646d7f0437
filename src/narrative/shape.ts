import type { Figure } from '../budget/figure.js';
import type { FigureUnit } from '../document/figure.js';

/**
 * What a template may name, with its kind: the static check walks templates along it before any is run, and the
 * author's guide is made from it.
 */
export type Shape =
  /** What it counts; absent where that is not known before there is one. */
  (
    | { readonly kind: 'figure'; readonly unit?: FigureUnit }
    | { readonly kind: 'text' }
    | { readonly kind: 'flag' }
    | { readonly kind: 'record'; readonly fields: Readonly<Record<string, Shape>> }
    | { readonly kind: 'list'; readonly item: Shape }
  ) &
    Partial<Resting>;

/** The places of a department's file that a variable rests on: `*` for any step, `**` for all below. */
interface Resting {
  readonly places: readonly string[];
}

/** A value of the template context, and its shape beside it. */
export interface Shaped {
  readonly shape: Shape;
  readonly value: unknown;
}

/** A variable with the places that it rests on; so do those below it that have none of their own. */
export interface Placed extends Shaped {
  readonly shape: Shape & Resting;
}

export const from = (places: readonly string[], { shape, value }: Shaped): Placed => ({ shape: { ...shape, places }, value });

export const figureValue = (figure: Figure | undefined): Shaped => ({
  shape: { kind: 'figure', ...(figure && { unit: figure.unit }) },
  value: figure,
});
export const textValue = (text: string): Shaped => ({ shape: { kind: 'text' }, value: text });
export const flagValue = (flag: boolean): Shaped => ({ shape: { kind: 'flag' }, value: flag });

export function recordValue(fields: Readonly<Record<string, Shaped>>): Shaped {
  const shapes: Record<string, Shape> = {};
  const values: Record<string, unknown> = {};
  for (const [key, { shape, value }] of Object.entries(fields)) {
    shapes[key] = shape;
    values[key] = value;
  }
  return { shape: { kind: 'record', fields: shapes }, value: values };
}

/** A list; `sample` gives the shape of an item even where the list is empty. */
export function listValue<T>(items: readonly T[], item: (one: T) => Shaped, sample: T): Shaped {
  return { shape: { kind: 'list', item: item(sample).shape }, value: items.map((one) => item(one).value) };
}
