import type { Budget } from '../../budget/budget.js';
import type { AssetKinds } from '../../budget/cubes/cube.js';
import { placesOf } from '../../budget/dictionary.js';
import { assetFigures, type CountOfKind } from '../../budget/figures/other.js';
import { chineseDate } from '../../definition/dates.js';
import { EQUIPMENT_KINDS } from '../../definition/schema/kinds.js';
import { figureValue, from, listValue, type Placed, recordValue } from '../shape.js';
import { allZero, type Known, not } from '../unstated.js';
import type { Values } from './values.js';

const VEHICLES = placesOf('车辆');
const PLANNED = placesOf('计划购置');
const AREA = ['国有资产/办公用房面积'];
const EQUIPMENT = [...EQUIPMENT_KINDS.map((name) => `国有资产/${name}`), '国有资产/设备/**'];

export function assets(budget: Budget, kinds: AssetKinds | undefined, values: Values): Placed {
  const figures = assetFigures(budget, kinds);
  const { 国有资产: stated = {} } = budget.definition.department;
  const byKind = (list: readonly CountOfKind[]) =>
    listValue(list, (one) => recordValue({ 名称: values.text(one.name), 数量: figureValue(one.count) }), {
      name: '',
      count: figures.vehicles,
    });
  const named = (list: readonly CountOfKind[], prefix: string, places: (name: string) => readonly string[]) =>
    Object.fromEntries(list.map(({ name, count }) => [`${prefix}${name}`, from(places(name), figureValue(count))]));
  const none = (list: readonly CountOfKind[]) => allZero(list.map(({ count }) => count));
  const fields = recordValue({
    截至日期: from(['国有资产/截至日期'], values.statement(asOfDate(budget))),
    车辆编制: from(['国有资产/车辆编制'], figureValue(figures.vehicleQuota)),
    实有车辆: from(VEHICLES, figureValue(figures.vehicles)),
    无车辆: from(VEHICLES, values.flag(allZero([figures.vehicles]))),
    车辆按种类: from(VEHICLES, byKind(figures.vehicleKinds)),
    办公用房面积: from(AREA, figureValue(figures.officeArea)),
    无办公用房: from(AREA, values.flag(allZero([figures.officeArea]))),
    办公用房用途: from(['国有资产/办公用房用途'], values.text(stated.办公用房用途)),
    设备按种类: from(EQUIPMENT, byKind(figures.equipmentKinds)),
    ...named(figures.equipmentKinds, '', (name) => [`国有资产/${name}`, `国有资产/设备/${name}`]),
    有计划购置: from(PLANNED, values.flag(not(none(figures.planned)))),
    计划购置按种类: from(PLANNED, byKind(figures.planned)),
    ...named(figures.planned, '计划购置', () => PLANNED),
    无大型设备: from(EQUIPMENT, values.flag(none(figures.equipmentKinds))),
  });
  return from([], fields);
}

/** 2025年12月31日: as of when the office counted. */
function asOfDate({ definition: { department, file } }: Budget): Known<string> {
  const { 国有资产: stated } = department;
  const date = stated?.截至日期;
  return date === undefined ? { unstated: [{ file, path: stated ? ['国有资产', '截至日期'] : ['国有资产'] }] } : chineseDate(date);
}
