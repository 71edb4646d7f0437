import type { Budget } from '../../budget/budget.js';
import { placesOf } from '../../budget/dictionary.js';
import type { Change } from '../../budget/figure.js';
import { agencyFundsChange, agencyFundsComparison, procurementFigures } from '../../budget/figures/other.js';
import { type ThreePublicItem, type ThreePublicLine, threePublicFigures, threePublicLines } from '../../budget/figures/three-public.js';
import { VEHICLE_TOTAL } from '../../definition/schema/kinds.js';
import { figureValue, flagValue, from, listValue, type Placed, recordValue } from '../shape.js';
import { allZero, isUnstated, type Known, not, statedOr } from '../unstated.js';
import { UNIT_PLACES } from './department.js';
import { mapValues, type Values } from './values.js';

export function threePublic(budget: Budget, values: Values): Placed {
  const figures = threePublicFigures(budget);
  const { total, vehicles, items } = figures;
  const lines = threePublicLines(figures);
  const item =
    (all: readonly ThreePublicItem[]) =>
    ({ name, change }: ThreePublicItem) =>
      recordValue({ 名称: values.text(name), 变动: values.change(change, namesOf(all)) });
  const line = ({ parts, ...one }: ThreePublicLine) =>
    recordValue({
      名称: values.text(one.name),
      变动: values.change(one.change, namesOf(lines)),
      有分项: flagValue(parts.length > 0),
      分项: listValue(parts, item(lines.flatMap((each) => each.parts)), { name: '', change: total }),
    });
  const never = lines.filter(({ change }) => isNever(change));
  const fields = recordValue({
    无: values.flag(noneInBothYears(total)),
    合计: values.change(total, ['三公经费']),
    [VEHICLE_TOTAL]: values.change(vehicles, [VEHICLE_TOTAL]),
    项目: listValue(items, item(items), { name: '', change: total }),
    各项: listValue(
      lines.filter(({ change }) => !isNever(change)),
      line,
      { name: '', change: total, parts: [] },
    ),
    有均未安排: flagValue(never.length > 0),
    均未安排: listValue(never, ({ name }) => values.text(name), { name: '', change: total, parts: [] }),
  });
  return from(placesOf('三公经费'), fields);
}

export function agencyFunds(budget: Budget, values: Values): Placed {
  const places = placesOf('机关运行经费');
  const has = from([...places, ...UNIT_PLACES], values.flag(hasAgencyFunds(budget)));
  return from(places, recordValue({ 有: has, 变动: values.change(agencyFundsComparison(budget), ['机关运行经费']) }));
}

/** An item's reason has its name. */
const namesOf = (items: readonly ThreePublicItem[]) => items.map(({ name }) => name);

/** Known to be nothing in both years, and no more said of it: such lines are named together, once. */
const isNever = ({ direction, amount, reason }: Change): boolean => direction === 'none' && !amount.unstated && !reason;

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

export function procurement(budget: Budget, values: Values): Placed {
  const { total, kinds, reserves } = procurementFigures(budget);
  const reserved = placesOf('政府采购预留');
  const fields = recordValue({
    无: values.flag(allZero([total])),
    合计: figureValue(total),
    ...mapValues(kinds, figureValue),
    有预留: from(reserved, values.flag(not(allZero(Object.values(reserves))))),
    ...Object.fromEntries(Object.entries(reserves).map(([kind, figure]) => [`${kind}预留`, from(reserved, figureValue(figure))])),
  });
  return from(placesOf('政府采购'), fields);
}
