import type { Cube } from '../budget/facts.js';
import { type AssetKinds, PLANNED_VEHICLES } from '../budget/figures/other.js';
import { PROCUREMENT_KINDS, PROCUREMENT_RESERVES } from '../definition/schema/department.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { nearestWord } from '../plain/nearest-word.js';

/** What 种类 may be in a fact table; undefined where the profile leaves it to the departments. */
function kindsOf(cube: Cube, { 车辆: vehicles, 设备: equipment }: AssetKinds): readonly string[] | undefined {
  switch (cube) {
    case '政府采购':
      return PROCUREMENT_KINDS;
    case '政府采购预留':
      return PROCUREMENT_RESERVES;
    case '车辆':
      return vehicles;
    case '资产':
      return equipment && ['车辆编制', '办公用房面积', ...equipment];
    case '计划购置':
      return equipment && [PLANNED_VEHICLES, ...equipment];
    default:
      return undefined;
  }
}

/** A 种类 that no fact of these tables will ever have. */
export function strangeKinds(values: readonly string[], cubes: readonly Cube[], kinds: AssetKinds): Omit<Diagnostic, 'at'>[] {
  const lists = cubes.map((cube) => kindsOf(cube, kinds));
  if (lists.includes(undefined)) return [];
  const known = lists.flatMap((list) => list ?? []);
  return values
    .filter((value) => !known.includes(value))
    .map((value) => {
      const near = nearestWord(value, known);
      const hint = `${near === undefined ? '' : `是否为“${near}”？`}可以写：${known.join('、')}。`;
      return {
        code: 'profile-measure-never',
        severity: 'error',
        message: `数据表“${cubes.join('、')}”没有“${value}”这个种类，取到的总是零。`,
        hint,
      };
    });
}
