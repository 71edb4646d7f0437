import type { Budget } from '../../budget/budget.js';
import type { Change } from '../../budget/change.js';
import { agencyFundsChange, agencyFundsComparison } from '../../budget/figures/agency-funds.js';
import { procurementFigures } from '../../budget/figures/other.js';
import { threePublicFigures } from '../../budget/figures/three-public.js';
import { VEHICLE_TOTAL } from '../../definition/schema/department.js';
import { figureValue, listValue, recordValue, type Shaped } from '../shape.js';
import { allZero, isUnstated, type Known, not, statedOr } from '../unstated.js';
import type { Values } from './values.js';
import { mapValues } from './values.js';

export function threePublic(budget: Budget, values: Values): Shaped {
  const { total, vehicles, items } = threePublicFigures(budget);
  const item = (name: string, one: Change) => recordValue({ 名称: values.text(name), 变动: values.change(one) });
  return recordValue({
    无: values.flag(noneInBothYears(total)),
    合计: values.change(total),
    [VEHICLE_TOTAL]: values.change(vehicles),
    项目: listValue(items, (one) => item(one.name, one.change), { name: '', change: total }),
  });
}

export function agencyFunds(budget: Budget, values: Values): Shaped {
  return recordValue({ 有: values.flag(hasAgencyFunds(budget)), 变动: values.change(agencyFundsComparison(budget)) });
}

/** None this year, and nothing known of last year: a template says what it knows of that with 已填. */
function noneInBothYears({ current, previous }: Change): Known<boolean> {
  const none = allZero([current]);
  return none === true ? previous.value.isZero() : none;
}

/** Those who have none are 事业单位: which units there are has to be stated before that is said. */
function hasAgencyFunds(budget: Budget): Known<boolean> {
  const { file, department } = budget.definition;
  if (agencyFundsChange(budget) !== undefined) return true;
  const units = statedOr(department.部门.所属单位, file, '部门', '所属单位');
  if (isUnstated(units)) return budget.definition.superior ? false : units;
  return units.some((unit) => unit.单位性质 !== '事业');
}

export function procurement(budget: Budget, values: Values): Shaped {
  const { total, kinds, reserves } = procurementFigures(budget);
  return recordValue({
    无: values.flag(allZero([total])),
    合计: figureValue(total),
    ...mapValues(kinds, figureValue),
    有预留: values.flag(not(allZero(Object.values(reserves)))),
    ...Object.fromEntries(Object.entries(reserves).map(([kind, figure]) => [`${kind}预留`, figureValue(figure)])),
  });
}
