import type { Classifications } from '../../definition/classifications.js';
import type { Cell } from '../../spreadsheet/cells.js';
import type { Path } from '../excel/form-tree.js';
import type { IndicatorLevels } from '../excel/profile-asks.js';

/** What is known of the year and the profile that a form is for; nothing where its file cannot be told yet. */
export interface Known {
  readonly classifications?: Classifications | undefined;
  readonly indicators?: IndicatorLevels | undefined;
}

/** A row of a sheet. */
export type Row = readonly [row: number, cells: ReadonlyMap<number, Cell>];

/** What may be written at a place among indicators; none where the profile takes any. */
export function levelsAt(indicators: IndicatorLevels | undefined, place: Path): readonly string[] {
  const levels = indicators?.[String(place[0])];
  const at = place.lastIndexOf('指标');
  if (!levels || at < 0) return [];
  const [first] = place.slice(at + 1);
  return first === undefined ? Object.keys(levels) : (levels[String(first)] ?? []);
}

export const isSumLabel = (text: string): boolean => /^(?:[本各]?[页表项]?)(?:合|总|小|共)\s*计\s*[:：]?$/.test(text);
