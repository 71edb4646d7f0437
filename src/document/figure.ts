/** What a figure counts. Amounts are always held in 元; `ratio` 0.3496 prints as 34.96%. */
export type FigureUnit = 'yuan' | 'ratio' | 'count' | 'squareMetre';

/** Where a figure comes from: a leaf of the definition, or a formula over other figures. */
export type FigureOrigin =
  | { readonly kind: 'stated'; readonly path: string }
  | { readonly kind: 'derived'; readonly formula: string; readonly inputs: readonly string[]; readonly basis?: string };

/** One figure of the budget, as the document carries it: exact value as a decimal string, unit, label, origin. */
export interface FigureRecord {
  readonly id: string;
  readonly label: string;
  readonly unit: FigureUnit;
  readonly value: string;
  readonly origin: FigureOrigin;
}

/** A figure as printed at one place: the id of its record, its exact value and its printed form. */
export interface FigureInline {
  readonly type: 'figure';
  readonly figure: string;
  readonly unit: FigureUnit;
  readonly value: string;
  readonly text: string;
}
