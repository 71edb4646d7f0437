import { OTHER_ASSETS, PLANNED_VEHICLES, PROCUREMENT_KINDS, PROCUREMENT_RESERVES } from '../../definition/schema/kinds.js';
import type { Budget } from '../budget.js';
import type { AssetKinds } from '../cubes/cube.js';
import type { Cube } from '../cubes/index.js';
import { type Change, changeOf, type Figure } from '../figure.js';

/** 政府采购: the total and its three kinds. */
export interface ProcurementFigures {
  readonly total: Figure;
  readonly kinds: Readonly<Record<string, Figure>>;
  /** Parts reserved for smaller enterprises. */
  readonly reserves: Readonly<Record<string, Figure>>;
}

export function procurementFigures(budget: Budget): ProcurementFigures {
  const kind = (name: string) => budget.total({ cube: '政府采购', where: { 种类: name } });
  return {
    total: budget.total({ cube: '政府采购', where: {} }),
    kinds: Object.fromEntries(PROCUREMENT_KINDS.map((name) => [name, kind(name)])),
    reserves: Object.fromEntries(PROCUREMENT_RESERVES.map((name) => [name, budget.total({ cube: '政府采购预留', where: { 种类: name } })])),
  };
}

/** 国有资产: vehicles held against 编制, buildings, large equipment, and what the year's budget will buy. */
export interface AssetFigures {
  readonly vehicleQuota: Figure;
  readonly vehicles: Figure;
  readonly vehicleKinds: readonly CountOfKind[];
  readonly officeArea: Figure;
  readonly equipmentKinds: readonly CountOfKind[];
  readonly planned: readonly CountOfKind[];
}

export interface CountOfKind {
  readonly name: string;
  readonly count: Figure;
}

export function assetFigures(budget: Budget, kinds: AssetKinds = {}): AssetFigures {
  const asset = (name: string) => budget.total({ cube: '资产', where: { 种类: name } });
  const counts = (cube: Cube, names: readonly string[]) =>
    names.map((name) => ({ name, count: budget.total({ cube, where: { 种类: name } }) }));
  const stated = (cube: Cube) => [...new Set(budget.facts(cube).flatMap(({ dimensions }) => dimensions.种类 ?? []))];
  const equipment = kinds.设备 ?? stated('资产').filter((name) => !(name in OTHER_ASSETS));
  return {
    vehicleQuota: asset('车辆编制'),
    vehicles: budget.total({ cube: '车辆', where: {} }),
    vehicleKinds: counts('车辆', kinds.车辆 ?? stated('车辆')),
    officeArea: asset('办公用房面积'),
    equipmentKinds: counts('资产', equipment),
    planned: counts('计划购置', [PLANNED_VEHICLES, ...equipment]),
  };
}

/** 机关运行经费 against last year; undefined where the department has none, this year or last. */
export function agencyFundsChange(budget: Budget): Change | undefined {
  return budget.facts('机关运行经费').length === 0 ? undefined : agencyFundsComparison(budget);
}

/** The same; zero in both years where the department has none. */
export function agencyFundsComparison(budget: Budget): Change {
  const current = budget.total({ cube: '机关运行经费', where: { 年份: '本年' } });
  const previous = budget.total({ cube: '机关运行经费', where: { 年份: '上年' } });
  return changeOf('机关运行经费', current, previous, budget.definition.department.增减原因?.机关运行经费);
}
