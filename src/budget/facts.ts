import { statedPath } from '../document/figure.js';
import type { Cube } from './cubes/index.js';
import type { Dimensions } from './dimensions.js';
import type { Figure, SourcePath } from './figure.js';

/** One stated leaf: a figure with its place in a fact table. */
export interface Fact extends Figure {
  readonly cube: Cube;
  readonly dimensions: Dimensions;
}

/** Makes a fact; its label tells the table and where in it. Every fact has the unit that states it, unless it names another. */
export function fact(cube: Cube, dimensions: Dimensions, figure: Pick<Figure, 'value' | 'unit'>, source: SourcePath, unit: string): Fact {
  const id = statedPath(source.file, source.path);
  const label = `${cube}（${Object.values(dimensions).join('，')}）`;
  const about = { 表: cube, ...dimensions };
  return { id, label, ...figure, origin: { kind: 'stated', source }, about, cube, dimensions: { 单位: unit, ...dimensions } };
}
