import { THREE_PUBLIC_ITEMS, VEHICLE_TOTAL } from '../../definition/schema/kinds.js';
import { oncePer } from '../../plain/objects.js';
import type { Budget } from '../budget.js';
import { type Change, changeOf } from '../figure.js';

/** “三公”经费: the total and each item against last year, in the order of the published table. */
export interface ThreePublicFigures {
  readonly total: Change;
  /** 公务用车购置及运行费: both items of official vehicles. */
  readonly vehicles: Change;
  readonly items: readonly ThreePublicItem[];
}

export interface ThreePublicItem {
  readonly name: string;
  readonly change: Change;
}

/** A line of the text: an item, or 公务用车购置及运行费 with both of its parts. */
export interface ThreePublicLine extends ThreePublicItem {
  readonly parts: readonly ThreePublicItem[];
}

export const threePublicFigures = oncePer((budget: Budget): ThreePublicFigures => {
  const reasons = budget.definition.department.增减原因;
  const compare = (name: string, reason: string | undefined, item?: string): Change => {
    const where = item === undefined ? {} : { 三公项目: item };
    const current = budget.total({ cube: '三公经费', where: { ...where, 年份: '本年' } });
    const previous = budget.total({ cube: '三公经费', where: { ...where, 年份: '上年' } });
    return changeOf(name, current, previous, reason);
  };
  return {
    total: compare('“三公”经费', reasons?.三公经费),
    vehicles: compare(VEHICLE_TOTAL, reasons?.[VEHICLE_TOTAL], VEHICLE_TOTAL),
    items: THREE_PUBLIC_ITEMS.map((name) => ({ name, change: compare(name, reasons?.[name], name) })),
  };
});

/** The lines of the text in the order of the published table: the two items of vehicles stand under their sum, the last. */
export function threePublicLines({ vehicles, items }: ThreePublicFigures): ThreePublicLine[] {
  const isVehicle = ({ name }: ThreePublicItem) => name.startsWith('公务用车');
  const sum = { name: VEHICLE_TOTAL, change: vehicles, parts: items.filter(isVehicle) };
  return [...items.filter((item) => !isVehicle(item)).map((item) => ({ ...item, parts: [] })), sum];
}
