import type { Budget } from '../../budget/budget.js';
import type { Figure } from '../../budget/figure.js';
import { assetFigures } from '../../budget/figures/other.js';
import { chineseDate, yearOf } from '../../definition/dates.js';
import { figureValue, flagValue, listValue, recordValue, type Shaped, textValue } from '../shape.js';
import type { Values } from './values.js';

export function assets(budget: Budget, values: Values): Shaped {
  const figures = assetFigures(budget);
  const { 国有资产: stated } = budget.definition.department;
  const kind = (name: string, count: Figure) => recordValue({ 名称: values.text(name), 数量: figureValue(count) });
  return recordValue({
    截至日期: textValue(asOfDate(budget)),
    车辆编制: figureValue(figures.vehicleQuota),
    实有车辆: figureValue(figures.vehicles),
    无车辆: flagValue(figures.vehicles.value.isZero()),
    车辆按种类: listValue(figures.vehicleKinds, (one) => kind(one.name, one.count), { name: '', count: figures.vehicles }),
    办公用房面积: figureValue(figures.officeArea),
    无办公用房: flagValue(figures.officeArea.value.isZero()),
    办公用房用途: values.text(stated.办公用房用途),
    五十万元以上通用设备: figureValue(figures.equipmentOver500k),
    一百万元以上通用设备: figureValue(figures.equipmentOver1m),
    有计划购置: flagValue(Object.values(figures.planned).some((figure) => !figure.value.isZero())),
    ...Object.fromEntries(Object.entries(figures.planned).map(([kind, figure]) => [`计划购置${kind}`, figureValue(figure)])),
    无大型设备: flagValue(figures.equipmentOver500k.value.isZero() && figures.equipmentOver1m.value.isZero()),
  });
}

/** 2025年12月31日: the stated date, or the last day of the year before the budget's. */
function asOfDate({ definition: { department, district } }: Budget): string {
  return chineseDate(department.国有资产.截至日期 ?? `${yearOf(district, 1)}-12-31`);
}
