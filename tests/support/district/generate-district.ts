import type { DepartmentFacts } from './department-facts.js';
import { withUnitFiles, withUnitsInside } from './department-files.js';
import { districtText } from './district-text.js';
import { drawDepartment } from './draw-department.js';
import type { DistrictOptions, Settings } from './options.js';
import { Random } from './random.js';
import { drawPlace, type Place } from './words.js';

export type { DepartmentFacts } from './department-facts.js';
export type { DistrictOptions } from './options.js';

export interface District {
  /** Paths are under data/. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly departments: readonly DepartmentFacts[];
}

/** A whole fictitious district: the same options give the same bytes. */
export function generateDistrict(options: DistrictOptions): District {
  const settings = { year: 2026, projects: 400, forms: 65, profile: 'shanxi', ...options } as const;
  const place = drawPlace(Random.of(settings.seed, 'place'));
  const made = Array.from({ length: settings.departments }, (_, index) => makeDepartment(index, settings, place));
  const district = { path: `${settings.year}/区县.yaml`, text: districtText(settings, place) };
  return { files: [district, ...made.flatMap((one) => one.files)], departments: made.map((one) => one.facts) };
}

/** Units have files of their own in every other department. */
const unitsHaveFiles = (index: number) => index % 2 === 0 || index === 3;

function makeDepartment(index: number, settings: Settings, place: Place) {
  const random = Random.of(settings.seed, index);
  const drawn = drawDepartment(random, index, settings, place);
  return unitsHaveFiles(index) ? withUnitFiles(drawn, settings, random) : withUnitsInside(drawn, settings, random);
}
