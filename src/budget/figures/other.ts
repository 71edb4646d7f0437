import { PLANNED_PURCHASES, PROCUREMENT_KINDS, PROCUREMENT_RESERVES, VEHICLE_KINDS } from '../../definition/schema/department.js';
import type { Budget } from '../budget.js';
import type { Figure } from '../figure.js';

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

/** 国有资产: vehicles held against 编制, buildings, and large equipment. */
export interface AssetFigures {
  readonly vehicleQuota: Figure;
  readonly vehicles: Figure;
  readonly vehicleKinds: readonly { readonly name: string; readonly count: Figure }[];
  readonly officeArea: Figure;
  readonly equipmentOver500k: Figure;
  readonly equipmentOver1m: Figure;
  readonly planned: Readonly<Record<string, Figure>>;
}

export function assetFigures(budget: Budget): AssetFigures {
  const asset = (name: string) => budget.total({ cube: '资产', where: { 种类: name } });
  const vehicles = (name: string) => budget.total({ cube: '车辆', where: { 种类: name } });
  return {
    vehicleQuota: asset('车辆编制'),
    vehicles: budget.total({ cube: '车辆', where: {} }),
    vehicleKinds: VEHICLE_KINDS.map((name) => ({ name, count: vehicles(name) })),
    officeArea: asset('办公用房面积'),
    equipmentOver500k: asset('五十万元以上通用设备'),
    equipmentOver1m: asset('一百万元以上通用设备'),
    planned: Object.fromEntries(PLANNED_PURCHASES.map((name) => [name, budget.total({ cube: '计划购置', where: { 种类: name } })])),
  };
}
