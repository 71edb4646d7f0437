import type { Classifications } from '../../definition/classifications.js';
import { nearestWord } from '../../plain/nearest-word.js';
import type { Cell, CellSheet } from '../../spreadsheet/cells.js';
import { type Block, type Leaf, labelOf } from '../excel/form-layout.js';
import type { Path } from '../excel/form-tree.js';
import type { IndicatorLevels } from '../excel/profile-asks.js';
import type { Reading } from './reading.js';

/** Columns of a grid of values: what it is, what is filled in, and how that is done. */
const WIDTH = 3;

const labelIn = (cells: ReadonlyMap<number, Cell>): string => cells.get(0)?.text.trim().replaceAll('/', '／') ?? '';

/** True for a row that is one of a grid's values, filled in. */
export const saysLabels = ({ leaves }: Block, cells: ReadonlyMap<number, Cell>): boolean =>
  cells.has(1) && leaves.some(({ path }) => labelOf(path) === labelIn(cells));

/** Reads the values of a section, a row each. */
export function readValues({ leaves, open }: Block, sheet: CellSheet, rows: readonly Row[], reading: Reading): void {
  const known = new Map(leaves.map((leaf) => [labelOf(leaf.path), leaf]));
  for (const [row, cells] of rows) {
    const label = labelIn(cells);
    for (const cell of cells.values())
      if (cell.column >= WIDTH) reading.beside.push({ at: reading.at(sheet, row, cell.column), text: cell.text });
    if (label === '项目' && cells.get(1)?.text.trim() === '填写') continue;
    const leaf = known.get(label) ?? openLeaf(label, open);
    const value = cells.get(1);
    if (!leaf) {
      if (value) unknownLabel(label, [...known.keys()], sheet, row, reading);
      continue;
    }
    const text = reading.value(sheet, value, leaf);
    if (text !== undefined && value) reading.put(leaf.path, text, reading.at(sheet, row, value.column));
  }
}

/** A key that the schema does not name, in a section that takes such. */
function openLeaf(label: string, open: readonly (readonly string[])[]): Leaf | undefined {
  const section = open.find((path) => label.startsWith(`${labelOf(path)}／`) && label.length > labelOf(path).length + 1);
  if (!section) return undefined;
  const key = label.slice(labelOf(section).length + 1).trim();
  return { path: [...section, key], kind: 'number', words: [], note: '' };
}

function unknownLabel(label: string, known: readonly string[], sheet: CellSheet, row: number, reading: Reading): void {
  const near = nearestWord(label, known);
  const message = label === '' || label.endsWith('／') ? '这一行填了内容，左边却没有写是什么。' : `不认识“${label}”。`;
  const hint = near === undefined ? '左边一列照原样保留；新加的写在“／”后面。' : `是否为“${near}”？`;
  reading.refuse('form-label-unknown', message, reading.at(sheet, row, 0), hint);
}

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
