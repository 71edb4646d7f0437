import type { Budget } from '../../budget/budget.js';
import type { AssetKinds } from '../../budget/cubes/cube.js';
import { assetFigures, type CountOfKind } from '../../budget/figures/other.js';
import { chineseDate } from '../../definition/dates.js';
import { figureValue, listValue, recordValue, type Shaped } from '../shape.js';
import { allZero, type Known, not } from '../unstated.js';
import type { Values } from './values.js';

export function assets(budget: Budget, kinds: AssetKinds | undefined, values: Values): Shaped {
  const figures = assetFigures(budget, kinds);
  const { 国有资产: stated = {} } = budget.definition.department;
  const byKind = (list: readonly CountOfKind[]) =>
    listValue(list, (one) => recordValue({ 名称: values.text(one.name), 数量: figureValue(one.count) }), {
      name: '',
      count: figures.vehicles,
    });
  const named = (list: readonly CountOfKind[], prefix = '') =>
    Object.fromEntries(list.map((one) => [`${prefix}${one.name}`, figureValue(one.count)]));
  const none = (list: readonly CountOfKind[]) => allZero(list.map(({ count }) => count));
  return recordValue({
    截至日期: values.statement(asOfDate(budget)),
    车辆编制: figureValue(figures.vehicleQuota),
    实有车辆: figureValue(figures.vehicles),
    无车辆: values.flag(allZero([figures.vehicles])),
    车辆按种类: byKind(figures.vehicleKinds),
    办公用房面积: figureValue(figures.officeArea),
    无办公用房: values.flag(allZero([figures.officeArea])),
    办公用房用途: values.text(stated.办公用房用途),
    设备按种类: byKind(figures.equipmentKinds),
    ...named(figures.equipmentKinds),
    有计划购置: values.flag(not(none(figures.planned))),
    计划购置按种类: byKind(figures.planned),
    ...named(figures.planned, '计划购置'),
    无大型设备: values.flag(none(figures.equipmentKinds)),
  });
}

/** 2025年12月31日: as of when the office counted. */
function asOfDate({ definition: { department, file } }: Budget): Known<string> {
  const { 国有资产: stated } = department;
  const date = stated?.截至日期;
  return date === undefined ? { unstated: [{ file, path: stated ? ['国有资产', '截至日期'] : ['国有资产'] }] } : chineseDate(date);
}
