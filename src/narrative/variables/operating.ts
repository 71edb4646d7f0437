import type { Budget } from '../../budget/budget.js';
import type { Change } from '../../budget/change.js';
import { agencyFundsChange, agencyFundsComparison } from '../../budget/figures/agency-funds.js';
import { procurementFigures } from '../../budget/figures/other.js';
import { threePublicFigures } from '../../budget/figures/three-public.js';
import { VEHICLE_TOTAL } from '../../definition/schema/department.js';
import { figureValue, flagValue, listValue, recordValue, type Shaped } from '../shape.js';
import type { Values } from './values.js';
import { mapValues } from './values.js';

export function threePublic(budget: Budget, values: Values): Shaped {
  const { total, vehicles, items } = threePublicFigures(budget);
  const item = (name: string, one: Change) => recordValue({ 名称: values.text(name), 变动: values.change(one) });
  return recordValue({
    无: flagValue(total.direction === 'none'),
    合计: values.change(total),
    [VEHICLE_TOTAL]: values.change(vehicles),
    项目: listValue(items, (one) => item(one.name, one.change), { name: '', change: total }),
  });
}

export function agencyFunds(budget: Budget, values: Values): Shaped {
  const isThere = agencyFundsChange(budget) !== undefined;
  return recordValue({ 有: flagValue(isThere), 变动: values.change(agencyFundsComparison(budget)) });
}

export function procurement(budget: Budget): Shaped {
  const { total, kinds, reserves } = procurementFigures(budget);
  return recordValue({
    无: flagValue(total.value.isZero()),
    合计: figureValue(total),
    ...mapValues(kinds, figureValue),
    有预留: flagValue(Object.values(reserves).some((figure) => !figure.value.isZero())),
    ...Object.fromEntries(Object.entries(reserves).map(([kind, figure]) => [`${kind}预留`, figureValue(figure)])),
  });
}
